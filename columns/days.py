"""Partial days as a column."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from treaty.document.days import PartialDay

if TYPE_CHECKING:

    class Text(models.CharField[Any, Any]):
        """To a type checker, the value is a PartialDay."""

        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

else:
    Text = models.CharField


class PartialDayField(Text):
    """A day as a source gives it, stored as its EDTF text; NULL is a day nobody knows."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 11)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(**kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> PartialDay | None:
        return PartialDay(value) if value else None

    def to_python(self, value: Any) -> PartialDay | None:
        if value in (None, ""):
            return None
        if isinstance(value, PartialDay):
            return value
        try:
            return PartialDay(str(value).strip())
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from None

    def get_prep_value(self, value: Any) -> str | None:
        day = self.to_python(value)
        return day.text if day else None

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        """The text is a valid day by now; only its length is left, and that is fixed."""
