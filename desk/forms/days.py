"""A day typed as people write it, and shown back in words."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from treaty.document.days import PartialDay
from treaty.document.typed_days import NotADay, read_typed_day
from treaty.document.wording import day_in_words

LENGTH = 40


def words_of(value: Any) -> str:
    """ "16 October 2020" for whatever stands in the field; nothing where it is empty or cannot be read."""
    try:
        return day_in_words(value if isinstance(value, PartialDay) else read_typed_day(str(value))) if value else ""
    except NotADay:
        return ""


class DayInput(forms.TextInput):
    """The field with the day in words under it."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"size": 14, "class": "day", "autocomplete": "off", **(attrs or {})})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        key = (attrs or {}).get("id", name)
        described = " ".join(filter(None, [(attrs or {}).get("aria-describedby"), f"{key}_words"]))
        field = super().render(name, value, {**(attrs or {}), "aria-describedby": described}, renderer)
        return format_html('<span class="with-words">{}<span class="in-words" id="{}_words">{}</span></span>', field, key, words_of(value))


class TypedDay(forms.CharField):
    """Reads "1951", "Oct 2020", "16 October 2020", "2020-10-16", "c. 1951"; its value is a PartialDay, or None."""

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_length": LENGTH, "empty_value": None, "widget": DayInput})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, PartialDay):
            return value
        text = super().to_python(value)
        if text is None:
            return None
        try:
            return read_typed_day(text)
        except NotADay as refusal:
            raise ValidationError(str(refusal), code="invalid") from None

    def run_validators(self, value: Any) -> None:
        """What could be read is a day, and short enough."""

    def prepare_value(self, value: Any) -> Any:
        return value.text if isinstance(value, PartialDay) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial or "") != self.to_python(data))
        except ValidationError:
            return True
