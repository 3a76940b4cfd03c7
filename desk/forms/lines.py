"""Lists as people write them: one entry to a line."""

import json
from typing import Any

from django import forms


class Lines(forms.Field):
    """A list of short texts, one to a line; stored as a JSON list."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        for name in ("encoder", "decoder"):
            kwargs.pop(name, None)  # a JSON column hands these over
        super().__init__(**{"required": False, **kwargs, "widget": forms.Textarea(attrs={"rows": 2})})

    def prepare_value(self, value: Any) -> str:
        return "\n".join(value) if isinstance(value, list) else (value or "")

    def to_python(self, value: Any) -> list[str]:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))


class Structure(forms.JSONField):
    """Structured attributes as JSON. Their typed form stands beside it in the vocabulary of the kind."""

    def prepare_value(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False, indent=2)
