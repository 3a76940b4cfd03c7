"""Form fields for the values that attributes of provisions hold: each reads what is typed, and shows what is stored.

They hand on what pydantic is to judge: a number as a number is written, nothing where nothing is typed.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from treaty.vocabulary.term import Term

GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ ,'’_\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?")
SPAN = re.compile(r"(?P<number>\d+)\s*(?P<unit>[a-z]*)")
UNITS = {"months": {"month": 1, "mo": 1, "m": 1, "year": 12, "yr": 12, "y": 12}, "days": {"day": 1, "d": 1, "week": 7, "wk": 7, "w": 7}}
NOT_CODED = "Not coded"
NOT_STATED = "Not stated"


class Value(forms.Field):
    """A value that may be left out. `None` is what nobody has coded."""

    many_inputs = False  # one label cannot name them all: the page groups them under a legend
    few = False  # they stand in a row

    def read(self, typed: Any) -> Any:
        """What is typed, as the document writes it."""
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        return self.read(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.read(self.prepare_value(initial)) != self.read(data))


class Words(Value):
    """Text of a line or of several."""

    def read(self, typed: Any) -> str | None:
        return (typed or "").replace("\r\n", "\n").replace("\r", "\n").strip() or None


class Number(Value):
    """A number, which may be written in groups: 1,183,300,000,000. Months may be given in years, days in weeks."""

    def __init__(self, *, unit: str = "", **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(**{"widget": forms.TextInput(attrs={"inputmode": "text" if unit else "decimal", "size": 12}), **kwargs})

    def read(self, typed: Any) -> str | None:
        text = str(typed if typed is not None else "").strip()
        if GROUPED.fullmatch(text):
            text = re.sub(r"[^\d.+-]", "", text)
        span = SPAN.fullmatch(text.lower()) if self.unit else None
        if span and span["unit"]:
            times = UNITS[self.unit].get(span["unit"].removesuffix("s"))
            text = str(int(span["number"]) * times) if times else text
        return text or None


class YesOrNo(Value, forms.ChoiceField):
    """Yes, no, or that nobody has said."""

    many_inputs = few = True

    def __init__(self, **kwargs: Any) -> None:
        choices = [("", NOT_STATED), ("yes", "Yes"), ("no", "No")]
        super().__init__(**{"choices": choices, "widget": forms.RadioSelect, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def read(self, typed: Any) -> bool | None:
        return {"yes": True, "no": False}.get(typed or "")

    def clean(self, value: Any) -> Any:
        self.validate(value or "")
        return self.read(value)


class OneOf(Value, forms.ChoiceField):
    """One word of a list."""

    def __init__(self, *, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(choices=[("", NOT_CODED), *choices], **kwargs)

    def read(self, typed: Any) -> str | None:
        return str(typed) if typed else None

    def clean(self, value: Any) -> Any:
        self.validate(self.to_python(value))
        return self.read(value)


class SomeOf(Value, forms.MultipleChoiceField):
    """Several words of a list. Those that were there keep the order in which the document has them."""

    many_inputs = True

    def __init__(self, *, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**{"choices": choices, "widget": forms.CheckboxSelectMultiple, **kwargs})

    def prepare_value(self, value: Any) -> list[str]:
        return [str(one) for one in value or ()]

    def read(self, typed: Any) -> list[str] | None:
        chosen = [str(one) for one in typed or ()]
        before = [one for one in self.prepare_value(self.initial) if one in chosen]
        return [*before, *(one for one in dict.fromkeys(chosen) if one not in before)] or None

    def clean(self, value: Any) -> Any:
        self.validate(self.to_python(value))
        return self.read(value)


class LinesOf(Value):
    """Short texts, one to a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": 3, "cols": 40}), **kwargs})

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else "\n".join(value or ())

    def read(self, typed: Any) -> list[str] | None:
        return [line.strip() for line in (typed or "").splitlines() if line.strip()] or None


class MoneyWidget(forms.MultiWidget):
    """Amount and currency side by side, each with a name for those who cannot see where it stands."""

    subwidgets_are_named = True

    def __init__(self, label: str) -> None:
        amount = {"inputmode": "decimal", "size": 20, "aria-label": f"{label}: amount"}
        currency = {"size": 4, "maxlength": 3, "placeholder": "USD", "aria-label": f"{label}: currency"}
        super().__init__({"amount": forms.TextInput(attrs=amount), "currency": forms.TextInput(attrs=currency)})

    def decompress(self, value: Any) -> list[Any]:
        return [value.get("amount"), value.get("currency")] if isinstance(value, dict) else [None, None]


class MoneyOf(Value):
    """A sum of money: its amount, and the three capitals of its currency."""

    many_inputs = few = True

    def __init__(self, *, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, **{"widget": MoneyWidget(label), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return self.widget.decompress(value) if isinstance(value, dict) else value

    def read(self, typed: Any) -> dict[str, Any] | None:
        amount, currency = typed or (None, None)
        said = {"amount": Number().read(amount), "currency": (currency or "").strip().upper() or None}
        return {name: value for name, value in said.items() if value} or None


def terms(family: Iterable[Term]) -> list[tuple[str, str]]:
    """Words as choices."""
    return [(term.value, term.label) for term in family]
