"""The decision on a record that the register may have already: which of the candidates it is, or none of them, and why."""

from collections.abc import Mapping
from typing import Any

from django import forms

from columns.text import validate_printable
from intake.models import PlannedRecord

NONE = "none"


class DecisionForm(forms.Form):
    """One for each record that is asked about, so every field of it has the record's number in its name."""

    same_as = forms.ChoiceField(
        label="It is",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say which of them it is, or that it is none of them.",
            "invalid_choice": "“%(value)s” is none of the agreements that it may be.",
        },
    )
    reason = forms.CharField(
        label="How you know",
        max_length=2000,
        validators=[validate_printable],
        error_messages={"required": "Say how you know; who reads the record later will ask."},
    )

    def __init__(self, sent: Any = None, *, record: PlannedRecord, answers: Mapping[str, Any]) -> None:
        self.record, decided = record, answers.get(record.key)
        said = {"same_as": decided["reference"] or NONE, "reason": decided["reason"]} if decided else {}
        super().__init__(sent, prefix=f"record-{record.pk}", initial=said)
        named = [(one["name"], f"the same as {one['name']}") for one in record.candidates]
        self.fields["same_as"].choices = [*named, (NONE, "none of these")]  # type: ignore[attr-defined]

    def reference(self) -> str:
        """The agreement that it is; empty for none of them."""
        chosen: str = self.cleaned_data["same_as"]
        return "" if chosen == NONE else chosen
