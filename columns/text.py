"""Text that SQLite and PostgreSQL accept and refuse alike.

SQLite stores over-long text and NUL characters that PostgreSQL refuses, so the limit stands in a
CHECK on both, and the same limits are validated before a row gets that far.
"""

import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


def validate_printable(value: str) -> None:
    """Refuse control characters and lone surrogates, except tab and line feed."""
    for character in value:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n":
            raise ValidationError(f"The character U+{ord(character):04X} cannot be stored; remove it.", code="unprintable")


def validate_one_line(value: str) -> None:
    """Refuse line breaks and tabs."""
    if "\n" in value or "\t" in value:
        raise ValidationError("Write it on one line, without tabs.", code="several_lines")


class _Checked(models.Field):
    """A text column whose length limit the database holds too, on both engines."""

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        column = connection.ops.quote_name(str(self.column))
        if connection.vendor == "sqlite":
            return f"length({column}) <= {self.max_length} AND instr({column}, char(0)) = 0"
        return f"char_length({column}) <= {self.max_length}"


class Line(_Checked, models.CharField):
    """One line of text, of at most `max_length` characters."""

    default_validators = [validate_printable, validate_one_line]


class Prose(_Checked, models.TextField):
    """Text of several lines, of at most `max_length` characters."""

    default_validators = [validate_printable]

    def __init__(self, verbose_name: Any = None, name: str | None = None, *, max_length: int = 20_000, **kwargs: Any) -> None:
        super().__init__(verbose_name, name, max_length=max_length, **kwargs)
        self.validators.append(MaxLengthValidator(max_length))

    def to_python(self, value: Any) -> Any:
        """A browser ends a line with two characters, of which one cannot be stored."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class Url(Line):
    """The address of a page, as a source gives it; nothing is ever fetched from it."""

    default_validators = [
        *Line.default_validators,
        RegexValidator(r"^https?://\S+$", "Write the whole address, beginning with https:// or http://."),
    ]

    def __init__(self, verbose_name: Any = None, name: str | None = None, *, max_length: int = 2000, **kwargs: Any) -> None:
        super().__init__(verbose_name, name, max_length=max_length, **kwargs)
