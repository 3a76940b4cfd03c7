"""What many operations have in common is described once, and referred to: parameters, headers of answers, problems."""

import json
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

Schema = dict[str, Any]


def share(result: Schema, generator: Any, request: Any, public: bool) -> Schema:
    """A hook of drf-spectacular, for the operations of every door. That one asks for no token is said, too."""
    operations = [operation for path in result["paths"].values() for operation in path.values()]
    for operation in operations:
        operation.setdefault("security", [])
    _share(result, "parameters", [(operation["parameters"], place, found["name"]) for operation, place, found in _parameters(operations)])
    _share(result, "responses", [(operation["responses"], status, _title(status)) for operation, status in _responses(operations)])
    return result


def _parameters(operations: list[Schema]) -> Iterator[tuple[Schema, int, Schema]]:
    for operation in operations:
        yield from ((operation, place, found) for place, found in enumerate(operation.get("parameters", ())))


def _responses(operations: list[Schema]) -> Iterator[tuple[Schema, str]]:
    for operation in operations:
        yield from ((operation, status) for status in operation["responses"] if not status.startswith("2"))


def _title(status: str) -> str:
    return HTTPStatus(int(status)).phrase.replace(" ", "").replace("-", "")


def _share(result: Schema, family: str, found: list[tuple[Any, Any, str]]) -> None:
    """Put what stands there more than once among the components, under its name, and a reference in each of its places."""
    times = Counter(json.dumps(holder[place], sort_keys=True) for holder, place, _ in found)
    components: dict[str, Any] = result["components"].setdefault(family, {})
    names: dict[str, str] = {}
    for holder, place, name in found:
        text = json.dumps(holder[place], sort_keys=True)
        if times[text] < 2:
            continue
        if text not in names:
            variants = sum(1 for known in components if known.partition("-")[0] == name)
            names[text] = name if not variants else f"{name}-{variants + 1}"
            components[names[text]] = holder[place]
        holder[place] = {"$ref": f"#/components/{family}/{names[text]}"}
