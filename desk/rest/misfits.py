"""What is wrong with a document, place by place, in the words of a problem document."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from catalogue.refusing import nearest
from desk.rest.sent import Path, pointer, shown
from rest.refusals import Misfit, Refusal
from treaty.document.canonical import json_schema, read_document
from treaty.document.document import Document
from treaty.document.rules import Finding

MOST_FAULTS = 100
PLACE = re.compile(r"^(?P<path>[a-z_]+(\.\d+)?): ")  # how a check of the whole document says where
Shape = TypeVar("Shape", bound=BaseModel)
WORDS = re.compile(r"'((?:[^'\\]|\\.)*)'")


def read_sent_document(value: Any) -> Document:
    """The document that was sent. Raises Refusal (422) with every place that no document may hold."""
    try:
        document = read_document(json.dumps(value))
    except ValidationError as fault:
        raise unfit(fault, value) from None
    if faults := list(_written_otherwise(value, document.model_dump(mode="json"), ())):
        raise Refusal(422, "Some values are of another type than the schema gives them.", faults[:MOST_FAULTS])
    return document


def read_sent_shape(shape: type[Shape], value: Any) -> Shape:
    """A small body of a known shape. Raises Refusal (422) as for documents."""
    try:
        return TypeAdapter(shape).validate_json(json.dumps(value), strict=True)
    except ValidationError as fault:
        raise unfit(fault, value, names=tuple(shape.model_fields)) from None


def unfit(fault: ValidationError, value: Any, *, names: tuple[str, ...] = (), status: int = 422) -> Refusal:
    """The refusal that names every fault, up to a hundred."""
    faults = fault.errors(include_url=False)
    found = [_misfit(one, value, names or field_names()) for one in faults[:MOST_FAULTS]]
    more = f" The first {MOST_FAULTS} are named." if len(faults) > MOST_FAULTS else ""
    many = "One place" if len(faults) == 1 else f"{len(faults)} places"
    return Refusal(status, f"{many} in what was sent cannot be taken.{more}", found)


def broken(found: Iterable[Finding], value: Any = None) -> list[Misfit]:
    """Findings of the rule book as places, up to a hundred."""
    return [misfit_of(finding, value) for finding in islice(found, MOST_FAULTS)]


def misfit_of(finding: Finding, value: Any = None) -> Misfit:
    path = tuple(int(part) if part.isdigit() else part for part in finding.path.split(".") if part)
    return Misfit(pointer(path), shown(_at(value, path)) if value is not None else "", f"{finding.sentence} {finding.detail}".strip())


@cache
def field_names() -> tuple[str, ...]:
    """The names of all fields that some part of a document has."""
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    return tuple(sorted({name for part in parts for name in part.get("properties", {})}))


def _misfit(fault: Any, value: Any, names: tuple[str, ...]) -> Misfit:
    path, said = _path(fault["loc"], value), str(fault["msg"]).removeprefix("Value error, ")
    if not path and (named := PLACE.match(said)):
        path = _path(tuple(int(part) if part.isdigit() else part for part in named["path"].split(".")), value)
    if fault["type"].startswith("union_tag"):  # a provision is told by its kind
        path = (*path, "kind")
    there = shown(_at(value, path))
    match fault["type"]:
        case "extra_forbidden":
            name = str(path[-1])[:60] if path else ""
            near = nearest(name, names)
            return Misfit(pointer(path), there, f"There is no field “{name}” here.", near if near != name else "")
        case "enum" | "literal_error" | "union_tag_invalid":
            ctx = fault.get("ctx", {})
            expected = str(ctx.get("expected") or ctx.get("expected_tags") or "")
            allowed = tuple(WORDS.findall(expected)) or (expected,)  # a number stands without quotation marks
            return Misfit(pointer(path), there, f"“{there[:60]}” is not a word of this field.", nearest(there, allowed), allowed)
        case "missing" | "union_tag_not_found":
            return Misfit(pointer(path), "", "This field is required.")
    return Misfit(pointer(path), there, said[:1].upper() + said[1:])


def _written_otherwise(sent: Any, read: Any, path: Path) -> Iterator[Misfit]:
    """Where a value was taken for one of another type: "yes" for true, 5 for "5". What is meant is for its sender to say."""
    if isinstance(sent, dict) and isinstance(read, dict):
        for name, value in sent.items():
            yield from _written_otherwise(value, read.get(name), (*path, name))
    elif isinstance(sent, list) and isinstance(read, list):
        for index, (value, other) in enumerate(zip(sent, read, strict=False)):
            yield from _written_otherwise(value, other, (*path, index))
    elif type(sent) is not type(read) and (isinstance(sent, bool) or isinstance(read, bool) or sent != read):
        right = json.dumps(read)
        yield Misfit(pointer(path), shown(sent), f"Write it as {right[:200]}.", right[:200])


def _path(loc: Iterable[str | int], value: Any) -> Path:
    """The part of pydantic's location that is a place in what was sent: it also names kinds of unions and of checks."""
    path: list[str | int] = []
    loc = tuple(loc)
    for position, part in enumerate(loc):
        within_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if (isinstance(value, dict) and part in value) or within_list:
            value = value[part]
            path.append(part)
        elif isinstance(value, dict) and position == len(loc) - 1 and isinstance(part, str) and part.isidentifier():
            path.append(part)
    return tuple(path)


def _at(value: Any, path: Path) -> Any:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return ""
    return value
