"""Every field of every answer, as the description has it, for people: what it is called, what it may hold, what it means."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from api.schemas import openapi

Schema = dict[str, Any]
PREFIX = "#/components/schemas/"
DESK = "/api/v1/desk/"
DOCUMENT = "Document"


@dataclass(frozen=True)
class Kind:
    """One thing that a value may be: words, and whether they name a shape."""

    words: str
    is_shape: bool = False


@dataclass(frozen=True)
class Field:
    """A field of a shape. An optional one has to be asked for, or need not be sent."""

    name: str
    kinds: tuple[Kind, ...]
    description: str
    is_list: bool
    is_optional: bool


@dataclass(frozen=True)
class Shape:
    """An object with its fields, a family of words, or a choice of other shapes."""

    name: str
    description: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Family:
    """The shapes of one door, of the document, or the words."""

    anchor: str
    title: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class ShapesPage:
    """All shapes: what is answered first, then the document, what the desk takes and answers, the words."""

    room = "api"
    families: tuple[Family, ...]


@cache
def shapes_page() -> ShapesPage:
    """Made once: the description does not change while the program runs."""
    schema = json.loads(openapi().text)
    known: dict[str, Schema] = schema["components"]["schemas"]
    paths = schema["paths"].items()
    document = _reached([{"$ref": f"{PREFIX}{DOCUMENT}"}], known)
    read = [*(item for path, item in paths if not path.startswith(DESK)), schema["components"]["responses"]]
    answers = [name for name in _reached(read, known) if name not in document]
    desk = [name for name in _reached([item for path, item in paths if path.startswith(DESK)], known) if name not in {*answers, *document}]
    every = [*answers, *document, *desk]
    words = sorted(name for name in every if "enum" in known[name])
    families = (("answers", "Answers", answers), ("document", "The document", document), ("desk-shapes", "The desk", desk))
    return ShapesPage(
        (
            *(
                Family(anchor, title, tuple(_shape(name, known) for name in names if name not in words))
                for anchor, title, names in families
            ),
            Family("words", "Words", tuple(_shape(name, known) for name in words)),
        )
    )


def _reached(begin: Iterable[Any], known: dict[str, Schema]) -> list[str]:
    """The names of all shapes that are spoken of, each once, in the order in which one comes upon them."""
    found: dict[str, None] = {}
    waiting = list(begin)
    while waiting:
        for name in _named(waiting.pop(0)):
            if name not in found:
                found[name] = None
                waiting.append(known[name])
    return list(found)


def _named(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if str(part.get("$ref", "")).startswith(PREFIX):
            yield part["$ref"].removeprefix(PREFIX)
        for inner in part.values():
            yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)


def _shape(name: str, known: dict[str, Schema]) -> Shape:
    said = known[name]
    fields = (
        _field(field, one, known, is_optional=field not in said.get("required", ())) for field, one in said.get("properties", {}).items()
    )
    choice = tuple(_kinds(said)) if "anyOf" in said else ()
    return Shape(name, said.get("description", ""), tuple(fields), tuple(map(str, said.get("enum", ()))), choice)


def _field(name: str, said: Schema, known: dict[str, Schema], *, is_optional: bool) -> Field:
    """What has no description of its own is of a shape that has one."""
    kinds = tuple(_kinds(said))
    description = said.get("description") or next((known[kind.words].get("description", "") for kind in kinds if kind.is_shape), "")
    is_list = any(one.get("type") == "array" for one in (said, *said.get("anyOf", ())))
    return Field(name, kinds, description.partition("\n\n")[0], is_list, is_optional)


def _kinds(said: Schema) -> Iterator[Kind]:
    """What a value, or each of several, may be: one kind after the other."""
    match said:
        case {"$ref": reference}:
            yield Kind(str(reference).removeprefix(PREFIX), is_shape=True)
        case {"anyOf": kinds} | {"oneOf": kinds}:
            for kind in kinds:
                yield from _kinds(kind)
        case {"type": "array", "items": items}:
            yield from _kinds(items)
        case {"const": value}:
            yield Kind(str(value))
        case {"enum": words}:
            yield from (Kind(str(word)) for word in words)
        case {"additionalProperties": dict() as values}:
            yield from _kinds(values)
        case {"patternProperties": dict() as patterns}:
            for values in patterns.values():
                yield from _kinds(values)
        case _:
            such_as = f", such as {said['examples'][0]}" if said.get("examples") else ""
            yield Kind(f"{said.get('format') or said.get('type') or 'anything'}{such_as}")
