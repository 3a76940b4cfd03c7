"""The documentation for people: every operation as the description has it, and worked examples that tests run.

It is our own page, which needs no script; Swagger's stands beside it, for who wants to try an operation out.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.text import slugify

from api.schemas import openapi
from api.worked import FOLDER

Schema = dict[str, Any]


@dataclass(frozen=True)
class Word:
    """A word that is allowed, and what it means."""

    value: str
    meaning: str


@dataclass(frozen=True)
class Parameter:
    """One thing that may be asked. `words`: all that is allowed, where each has a meaning of its own."""

    anchor: str
    name: str
    place: str
    type: str
    description: str
    words: tuple[Word, ...]
    example: str


@dataclass(frozen=True)
class Taken:
    """What may be sent: its form, its shape if it has one by name, an example."""

    form: str
    shape: str
    example: str


@dataclass(frozen=True)
class Operation:
    """One operation: what is asked and sent, what is answered."""

    anchor: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    takes: tuple[Taken, ...]
    shape: str
    forms: tuple[str, ...]
    statuses: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class Chapter:
    """The operations of one tag."""

    anchor: str
    title: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class Problem:
    status: str
    description: str


@dataclass(frozen=True)
class Worked:
    """A worked example: what it shows, in what, and its text."""

    name: str
    title: str
    about: str
    text: str


@dataclass(frozen=True)
class ReferencePage:
    """The whole documentation."""

    room = "api"
    chapters: tuple[Chapter, ...]
    parameters: tuple[Parameter, ...]
    problems: tuple[Problem, ...]
    worked: tuple[Worked, ...]


WORKED = tuple(
    Worked(name, title, about, (FOLDER / name).read_text(encoding="utf-8"))
    for name, title, about in (
        ("pull.sh", "Everything once, then what changed, with curl", "Two files: every agreement with its document, and what followed."),
        ("ask.sh", "A question, its reasons, and a condition, with curl", "The last line is 304: nothing is sent twice."),
        ("follow.py", "A copy that stays whole, with Python", "The standard library is enough."),
        ("write.py", "A draft, from nothing to review, with Python", "`ENTENTE_TOKEN` is a token with the scopes `write` and `submit`."),
        ("panel.py", "A panel of pairs and years, with pandas", "One table for each year, as of its first of July."),
        ("panel.R", "A table, with R", "Our tests run it where R is installed; last in November 2026, with R 4.2."),
        ("sheet.txt", "A table in a spreadsheet", "No test opens a spreadsheet; what it is given is tested."),
    )
)


@cache
def reference_page() -> ReferencePage:
    """Made once: the description does not change while the program runs."""
    schema = json.loads(openapi().text)
    shared = schema["components"]
    tags: dict[str, list[Operation]] = {}
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            tags.setdefault(operation["tags"][0], []).append(_operation(method, path, operation, shared))
    chapters = (Chapter(slugify(tag), tag, tuple(found)) for tag, found in tags.items())
    problems = dict(_problems(schema["paths"].values(), shared))
    return ReferencePage(
        tuple(chapters),
        tuple(_parameter(name, found) for name, found in sorted(shared["parameters"].items())),
        tuple(Problem(status, problems[status]) for status in sorted(problems)),
        WORKED,
    )


def _operation(method: str, path: str, said: Schema, shared: Schema) -> Operation:
    content = min(said["responses"].items())[1].get("content", {})
    first: Schema = next(iter(content.values()), {})
    sent = said.get("requestBody", {}).get("content", {})
    return Operation(
        anchor=said["operationId"],
        method=method.upper(),
        path=path,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        parameters=tuple(_asked(one, shared) for one in said.get("parameters", ())),
        takes=tuple(Taken(form, _shape(taken), _example(taken)) for form, taken in sent.items()),
        shape=_shape(first),
        forms=tuple(content),
        statuses=tuple(sorted(said["responses"])),
        example=_example(first),
    )


def _shape(content: Schema) -> str:
    return str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]


def _example(content: Schema) -> str:
    examples = [example["value"] for example in content.get("examples", {}).values()]
    return json.dumps(examples[0], ensure_ascii=False, indent=2) if examples else ""


def _asked(one: Schema, shared: Schema) -> Parameter:
    """A parameter of an operation; one that many have is described once, where its anchor is."""
    if "$ref" not in one:
        return _parameter("", one)
    name = one["$ref"].rpartition("/")[2]
    return _parameter(name, shared["parameters"][name])


def _parameter(anchor: str, said: Schema) -> Parameter:
    text, _, listed = said.get("description", "").partition("\n\n")
    lines = (line[2:].partition(": ") for line in listed.splitlines() if line.startswith("* "))
    schema = said["schema"]
    plain = schema.get("items", schema)
    words = tuple(Word(word.strip("`"), meaning) for word, _, meaning in lines)
    example: Schema = next(iter(said.get("examples", {}).values()), {})
    return Parameter(
        anchor=anchor,
        name=said["name"],
        place=said["in"],
        type=f"{'several of ' if 'items' in schema else ''}{plain.get('format') or plain.get('type', '')}",
        description=text,
        words=words or tuple(Word(str(value), "") for value in plain.get("enum", ())),
        example=_shown(example.get("value")),
    )


def _shown(value: Any) -> str:
    return "" if value is None else ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _problems(items: Iterable[Schema], shared: Schema) -> Iterable[tuple[str, str]]:
    for item in items:
        for operation in item.values():
            for status, answered in operation["responses"].items():
                if status >= "3":
                    found = shared["responses"][answered["$ref"].rpartition("/")[2]] if "$ref" in answered else answered
                    yield status, found["description"]
