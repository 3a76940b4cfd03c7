"""Rows as a table: what is one thing inside a row has a column for each of its own parts, in the order of the shape."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from exports.table import cell, line

OWN_NAME = "value"  # the part of a thing that bears the name of the whole: `standing`, beside `standing_since`


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the way to its value inside a row."""

    heading: str
    path: tuple[str, ...]


def columns_of(shape: type[BaseModel], fields: Iterable[str]) -> tuple[Column, ...]:
    """The columns of some fields of a shape, two things deep."""
    return tuple(column for name in fields for column in _columns(name, shape.model_fields[name].annotation))


def header(columns: Iterable[Column]) -> str:
    return line(column.heading for column in columns)


def line_of(row: Mapping[str, Any], columns: Iterable[Column]) -> str:
    """One row (RFC 4180). Several words stand with semicolons between them; what has parts of many shapes stands as JSON."""
    return line(cell(_written(_found(row, column.path))) for column in columns)


def _columns(name: str, annotation: Any) -> Iterator[Column]:
    parts = _parts(annotation)
    if not parts:
        yield Column(name, (name,))
    for part in parts:
        yield Column(name if part == OWN_NAME else f"{name}_{part}", (name, part))


def _parts(annotation: Any) -> tuple[str, ...]:
    """The fields of a shape, or those that all of several shapes have in common; nothing for what has no parts."""
    shapes = _shapes(annotation)
    if not shapes:
        return ()
    return tuple(name for name in shapes[0].model_fields if all(name in shape.model_fields for shape in shapes))


def _shapes(annotation: Any) -> list[type[BaseModel]]:
    """The shapes of which a value may be; nothing where it may be something else, too."""
    if get_origin(annotation) is Annotated:
        return _shapes(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        found = [_shapes(one) for one in get_args(annotation) if one is not type(None)]
        return [shape for shapes in found for shape in shapes] if all(found) else []
    return [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []


def _found(row: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = row
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _written(value: Any) -> Any:
    if isinstance(value, Mapping) or (isinstance(value, list) and any(not isinstance(one, str) for one in value)):
        return json.dumps(value, ensure_ascii=False)
    return value
