"""Naming a party or a source in a field of text: with suggestions where there is script, exactly where there is none."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from desk.forms.at_hand import AtHand, NotFound, party_label, source_label, split_names


class Suggested(forms.TextInput):
    """A field of text that offers what it may mean; form.js reads the address of the suggestions."""

    def __init__(self, address: Any, attrs: Any = None) -> None:
        super().__init__({"data-suggest": address, "autocomplete": "off", **(attrs or {})})


class Named(forms.Field):
    """A row named in words; its value is the row. `at_hand` is given by the form that holds the field."""

    at_hand: AtHand
    widget = Suggested

    def label_of(self, key: int) -> str:
        raise NotImplementedError

    def find(self, typed: str) -> Any:
        raise NotImplementedError

    def prepare_value(self, value: Any) -> Any:
        return self.label_of(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        text = (value or "").strip()
        if not text:
            return None
        if len(text) > 1000 or not text.isprintable():
            raise ValidationError("Write a name or a code, on one line.", code="invalid")
        try:
            return self.find(text)
        except NotFound as refusal:
            raise ValidationError(str(refusal), code="invalid_choice") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = self.prepare_value(initial) or ""
        if (data or "").strip() == before:
            return False
        try:
            return getattr(self.to_python(data), "pk", None) != initial
        except ValidationError:
            return True


class PartyNamed(Named):
    def __init__(self, **kwargs: Any) -> None:
        widget = Suggested(reverse_lazy("admin:suggest_parties"), {"size": 24, "placeholder": "Name or code"})
        super().__init__(**{**kwargs, "widget": widget})

    def label_of(self, key: int) -> str:
        party = self.at_hand.parties.get(key)
        return party_label(party) if party else ""

    def find(self, typed: str) -> Any:
        return self.at_hand.find_party(typed)


class SourceNamed(Named):
    def __init__(self, **kwargs: Any) -> None:
        widget = Suggested(reverse_lazy("admin:suggest_sources"), {"size": 36, "placeholder": "Title, publisher or address"})
        super().__init__(**{**kwargs, "widget": widget})

    def label_of(self, key: int) -> str:
        source = self.at_hand.source(key)
        return source_label(source) if source else ""

    def find(self, typed: str) -> Any:
        return self.at_hand.find_source(typed)


class PartiesNamed(forms.CharField):
    """Several parties at once: names or codes between commas, semicolons or line ends. Its value is a list of parties."""

    at_hand: AtHand

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_length": 20_000, "widget": forms.Textarea(attrs={"rows": 2, "cols": 60})})

    def clean(self, value: Any) -> Any:
        found, refused = split_names(super().clean(value) or "", self.at_hand)
        if refused:
            raise ValidationError(refused)
        return found
