"""Days as sources give them: to the day, the month or the year, sure or not (EDTF, ISO 8601-2)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property, total_ordering
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

EDTF = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?(?P<doubt>[?~%])?")
PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?$"
DOUBTS = {"?": "uncertain", "~": "approximate", "%": "approximate and uncertain"}


@total_ordering
@dataclass(frozen=True)
class PartialDay:
    """A day known to the year, the month or the day; EDTF level 0, with `?`, `~` or `%` of level 1.

    "1951" is not the first of January 1951: it is some day from `first` to `last`. The law counts
    from `first`, the first possible day, and pages show `text`, what is known.
    """

    text: str

    def __post_init__(self) -> None:
        match = EDTF.fullmatch(self.text) if self.text.isascii() else None
        if match is None:
            raise ValueError(f"“{self.text}” is not a date; write 1951, 1951-09 or 1951-09-08, with ~ or ? where it is in doubt")
        try:
            date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        except ValueError:
            raise ValueError(f"“{self.text}” is not a day of the calendar") from None

    @classmethod
    def of(cls, day: date) -> Self:
        """The partial day that is wholly known."""
        return cls(day.isoformat())

    @property
    def doubt(self) -> str:
        """ "uncertain", "approximate", both, or nothing."""
        return DOUBTS.get(self.text[-1], "")

    @property
    def precision(self) -> str:
        """ "year", "month" or "day"."""
        return ("year", "month", "day")[self.text.count("-")]

    @cached_property
    def first(self) -> date:
        """The first day that it can be."""
        year, month, day = self._numbers()
        return date(year, month or 1, day or 1)

    @cached_property
    def last(self) -> date:
        """The last day that it can be."""
        year, month, day = self._numbers()
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])

    def surely_before(self, other: "PartialDay") -> bool:
        """Whether every day it can be comes before every day the other can be."""
        return self.last < other.first

    def __lt__(self, other: "PartialDay") -> bool:
        return (self.first, self.last, self.text) < (other.first, other.last, other.text)

    def __str__(self) -> str:
        return self.text

    def _numbers(self) -> tuple[int, int | None, int | None]:
        year, month, day, *_ = [*map(int, self.text.rstrip("?~%").split("-")), 0, 0]
        return year, month or None, day or None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            lambda value: value if isinstance(value, cls) else cls(value),
            core_schema.union_schema([core_schema.is_instance_schema(cls), core_schema.str_schema(strict=True)]),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": PATTERN,
            "description": "EDTF: a year, month or day, with ? (uncertain), ~ (approximate) or % (both).",
            "examples": ["1951", "1951-09", "1951-09-08", "1951~"],
        }
