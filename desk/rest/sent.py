"""What a program sends: JSON, read strictly. Nothing in it is passed over, and nothing in it can exhaust the register."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.http import parse_header_parameters
from rest_framework.parsers import BaseParser

from catalogue.refusing import Fault
from rest.refusals import Misfit, Refusal

LARGEST_BODY = 5_000_000  # bytes; no document of the register is a fifth of it
DEEPEST = 32  # the document is nested nine deep
HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Sent:
    """A body as it came, and what it says."""

    body: bytes
    value: Any


class StrictJson(BaseParser):
    """JSON in UTF-8: of limited size and depth, every key once, every number finite."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Sent:  # type: ignore[override]
        _require_utf8(media_type or "")
        body = stream.read(LARGEST_BODY + 1)
        if len(body) > LARGEST_BODY:
            raise Refusal(413, f"What is sent here has at most {LARGEST_BODY:,} bytes.")
        return Sent(body, read_json(body))


def _require_utf8(content_type: str) -> None:
    """JSON between programs is UTF-8 (RFC 8259). Raises Refusal (415) where another charset is named."""
    charset = parse_header_parameters(content_type)[1].get("charset", "utf-8")
    if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
        detail = f"JSON is sent as UTF-8; the Content-Type names “{charset[:40]}”."
        raise Refusal(415, detail, [Fault("Content-Type", content_type[:200], detail, allowed=("utf-8",))])


class MergePatchJson(StrictJson):
    """A change as JSON Merge Patch (RFC 7386)."""

    media_type = "application/merge-patch+json"


class _Doubled(dict[str, Any]):
    """An object in which a key stands twice: the first of those."""

    key = ""


def read_json(body: bytes) -> Any:
    """The value that stands in JSON text. Raises Refusal (400), naming the place."""
    try:
        value = json.loads(body.decode(), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as fault:
        raise Refusal(400, f"What was sent is not UTF-8: the byte {fault.start} begins no character.") from None
    except RecursionError:
        raise _too_deep("") from None
    except json.JSONDecodeError as fault:
        raise Refusal(400, f"What was sent is not JSON: {fault.msg}, line {fault.lineno}, column {fault.colno}.") from None
    except ValueError as fault:  # a constant that JSON does not have, a number of thousands of digits
        raise Refusal(400, f"What was sent holds a number that cannot be read: {str(fault)[:200]}.") from None
    for path, part in _walk(value):
        _require_readable(path, part)
    return value


def merged(target: Any, patch: Any) -> Any:
    """What the patch makes of the target (RFC 7386): null takes away, an object changes, anything else replaces."""
    if not isinstance(patch, dict):
        return patch
    made = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            made.pop(name, None)
        else:
            made[name] = merged(made.get(name), value)
    return made


def pointer(path: Path) -> str:
    """The path as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def shown(value: Any) -> str:
    """What stands at a place, as text of limited length. Nothing of it is written out that would be cut off."""
    if isinstance(value, dict | list):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    return (value if isinstance(value, str) else json.dumps(value, default=str))[:200]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    names = [name for name, _ in pairs]
    doubled = _Doubled(made)
    doubled.key = next(name for position, name in enumerate(names) if name in names[:position])
    return doubled


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


def _walk(value: Any) -> Iterator[tuple[Path, Any]]:
    """Every part of a value with its path, without climbing the stack."""
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, part = waiting.pop()
        yield path, part
        if isinstance(part, dict):
            waiting += [((*path, name), inner) for name, inner in part.items()]
        elif isinstance(part, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(part)]


def _require_readable(path: Path, part: Any) -> None:
    if len(path) > DEEPEST:
        raise _too_deep(pointer(path[:3]))
    if isinstance(part, _Doubled):
        place = pointer((*path, part.key))
        detail = f"The key “{part.key[:60]}” stands twice in one object; which of the two counts, nobody can say."
        raise Refusal(400, detail, [Misfit(_whole(place), shown(part[part.key]), detail)])
    if isinstance(part, float) and not math.isfinite(part):
        raise _misread(path, "", "This number is too large.")
    texts = part if isinstance(part, dict) else [part] if isinstance(part, str) else ()
    if any(HALF_A_CHARACTER.search(text) for text in texts):
        raise _misread(path, "", "This text holds half a character (a lone surrogate).")


def _misread(path: Path, value: str, detail: str) -> Refusal:
    return Refusal(400, detail, [Misfit(_whole(pointer(path)), value, detail)])


def _too_deep(place: str) -> Refusal:
    detail = f"What was sent is nested deeper than {DEEPEST} levels."
    return Refusal(400, detail, [Misfit(_whole(place), "", detail)])


def _whole(text: str) -> str:
    """Text that can be written out in UTF-8."""
    return text.encode(errors="replace").decode()
