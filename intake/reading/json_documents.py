"""Documents of the register as JSON: one to a line, or a list of them in one file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake.reading.encoding import encoding_of
from intake.reading.limits import MEGABYTE, Limits
from intake.reading.refusing import CellRefused, FileRefused, Refusal, refuse
from intake.vocabulary import Fault

STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
NESTED = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Written:
    """One document as it was written: plain values, with the line or place at which it stands."""

    number: int
    values: dict[str, Any]


def read_json_lines(path: Path, limits: Limits) -> Iterator[Written | Refusal]:
    """A document from each line that is not blank; what is wrong with one is said, and the next is read. Raises FileRefused."""
    encoding, _ = encoding_of(path)
    with path.open(encoding=encoding, newline="\n") as file:
        number = documents = 0
        while line := file.readline(limits.line + 1):
            number += 1
            if len(line) > limits.line:
                raise FileRefused(refuse(Fault.TOO_LARGE, f"A line holds more than {limits.line // MEGABYTE} MB.", row=number))
            if not line.strip():
                continue
            documents += 1
            if documents > limits.rows:
                raise FileRefused(refuse(Fault.TOO_MANY_ROWS, f"It has more than {limits.rows:,} documents.", row=number))
            yield _document(line, number, limits)


def read_json(path: Path, limits: Limits) -> Iterator[Written | Refusal]:
    """The documents of a file: one, a list, or a list under “documents”. Raises FileRefused where the file is no JSON."""
    if path.stat().st_size > limits.json_size:
        most = limits.json_size // MEGABYTE
        raise FileRefused(
            refuse(Fault.TOO_LARGE, f"A JSON file has at most {most} MB.", right="Write one document to a line (JSON Lines).")
        )
    encoding, _ = encoding_of(path)
    try:
        said = load_json(path.read_text(encoding=encoding), limits)
    except CellRefused as fault:
        raise FileRefused(refuse(fault.code, fault.sentence, row=1, value=fault.value, right=fault.right)) from fault
    if isinstance(said, dict):
        said = said["documents"] if set(said) == {"documents"} else [said]
    if not isinstance(said, list) or not said:
        raise FileRefused(refuse(Fault.NOT_A_DOCUMENT, "It holds no document and no list of documents.", row=1))
    if len(said) > limits.rows:
        raise FileRefused(refuse(Fault.TOO_MANY_ROWS, f"It has more than {limits.rows:,} documents."))
    for number, values in enumerate(said, start=1):
        yield Written(number, values) if isinstance(values, dict) else refuse(Fault.NOT_A_DOCUMENT, "It is not an object.", row=number)


def _document(line: str, number: int, limits: Limits) -> Written | Refusal:
    try:
        values = load_json(line, limits)
    except CellRefused as fault:
        return fault.at(number, "")
    return Written(number, values) if isinstance(values, dict) else refuse(Fault.NOT_A_DOCUMENT, "The line is not an object.", row=number)


def load_json(text: str, limits: Limits) -> Any:
    """Plain values from strict JSON. Raises CellRefused for what is broken, too deep, or names a field twice."""
    deepest = depth = 0
    for bracket in NESTED.findall(STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > limits.depth:
        raise CellRefused(Fault.TOO_DEEP, f"It is nested {deepest} deep; {limits.depth} are taken in.")
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except CellRefused:
        raise
    except ValueError as error:
        where = f"line {error.lineno}, character {error.colno}" if isinstance(error, json.JSONDecodeError) else "a number"
        raise CellRefused(Fault.NOT_JSON, f"It is not JSON: {where}.") from error
    except RecursionError as error:  # beyond the limit only where brackets do not match
        raise CellRefused(Fault.TOO_DEEP) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CellRefused(Fault.REPEATED_FIELD, f"The field “{twice}” stands twice in one object.", value=twice)
    return found


def _no_constant(name: str) -> None:
    raise CellRefused(Fault.NOT_JSON, f"{name} is not JSON.", value=name)
