"""The form of one citation."""

import hashlib
import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict

from agreements.citing import SAID
from agreements.models import Agreement, Citation, Evidence, ListedSource, Source

CHANGED = "Somebody changed this citation after you opened it. Nothing of yours was saved; it still stands below."
FIND = "_find"
FOUND = 20
# With scripts, sources are found as one types: the same request as the button's, of which one part is taken.
SEARCH = {
    "hx-post": "",
    "hx-trigger": "input changed delay:300ms",
    "hx-vals": '{"_find": "1"}',
    "hx-select": "#found",
    "hx-target": "#found",
    "hx-swap": "outerHTML",
    "autocomplete": "off",
    "size": 50,
}


def mark_of(citation: Citation) -> str:
    """What a citation says, as a short text that changes when it does."""
    said = json.dumps([getattr(citation, name) for name in SAID], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


class CitationForm(forms.ModelForm):
    """A source's word for a fact: a source that the agreement lists already, or any other of the library.

    Asked only to find sources, it checks nothing and keeps what is typed.
    """

    words = forms.CharField(required=False, label="Another source", widget=forms.TextInput(attrs=SEARCH))
    source = forms.ModelChoiceField(Source.objects.all(), required=False, widget=forms.RadioSelect, label="Found in the library")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Evidence
        fields = ["listed", "article", "page", "quote", "note"]
        labels = {"listed": "Source of this agreement"}
        help_texts = {
            "article": "Where it stands: IV, 3(2), preamble.",
            "quote": "The source's own words.",
            "note": "What a reader should know of it.",
        }

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = ListedSource.objects.filter(agreement=agreement).select_related("source")
        fields: dict[str, Any] = self.fields
        fields["listed"].queryset = listed
        fields["listed"].required = False
        fields["listed"].choices = [("", "Choose …"), *((one.pk, ranked(one.source)) for one in listed)]
        fields["source"].choices = [(one.pk, ranked(one)) for one in self._found()]
        self.fields["seen"].initial = mark_of(self.instance) if self.instance.pk else ""
        for name in ("quote", "note"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3, "cols": 70})
        if self.is_bound and FIND in self.data:
            self._errors = ErrorDict()

    def is_valid(self) -> bool:
        return FIND not in self.data and super().is_valid()

    def _found(self) -> list[Source]:
        """What the words find in the library, and what was chosen from it before."""
        found = list(Source.objects.matching(self.data.get("words", ""))[:FOUND])
        chosen = str(self.data.get("source") or "")
        if chosen.isdecimal() and int(chosen) not in {one.pk for one in found}:
            found = [*Source.objects.filter(pk=chosen), *found]
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("listed") and not cleaned.get("source"):
            raise ValidationError("Choose a source: one of this agreement, or another.")
        if self.instance.pk:
            self._refuse_if_changed(cleaned)
        return cleaned

    def _refuse_if_changed(self, cleaned: dict[str, Any]) -> None:
        stored = type(self.instance)._default_manager.select_related("listed__source").get(pk=self.instance.pk)
        if cleaned.get("seen") != mark_of(stored):
            place = ", ".join(part for part in (stored.article, stored.page) if part)
            raise ValidationError([CHANGED, f"Stored now: {stored.listed.source}; {place or 'no place'}; “{stored.quote or 'no quote'}”."])


def ranked(source: Source) -> str:
    """The source with the weight it carries."""
    return f"{source} · {source.kind.label}, rank {source.kind.rank}"
