"""Two people on one row: the second save is refused, with both texts shown, and nothing is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

STALE = "stale"
OVER = "over_version"
"""The button that saves over a version says with its value which version its reader has seen."""


class RefusesStaleSaves(forms.ModelForm):
    """A form that remembers which version of its row it showed.

    The admin saves inside a transaction, so the row is locked from this check until it is saved. Who has
    been shown the other's version may save over that very version, and no later one.
    """

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    trying = False
    """Set where nothing will be saved: then nothing is refused and nothing locked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = getattr(self.instance, "version", None)
        self.stale: models.Model | None = None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is None:
            return cleaned
        rows = type(self.instance)._default_manager.all()
        stored = (rows if self.trying else rows.select_for_update(of=("self",))).get(pk=self.instance.pk)
        if str(stored.version) not in (str(cleaned.get("seen_version")), self.data.get(OVER)):
            self.stale = stored
            if not self.trying:
                raise ValidationError(
                    ["Somebody saved this after you opened it. Nothing of yours was saved; it still stands below.", *self._rivals(stored)],
                    code=STALE,
                )
        return cleaned

    def _rivals(self, stored: models.Model) -> list[str]:
        """What is stored now beside what was typed, for each field of the row where they differ."""
        said = []
        columns = {field.name for field in stored._meta.get_fields()}
        for name, field in self.fields.items():
            if name not in columns:
                continue
            theirs, yours = field.prepare_value(getattr(stored, name, None)), self[name].value()
            if str(theirs if theirs is not None else "") != str(yours if yours is not None else ""):
                said.append(f"{field.label or name}: stored now “{theirs or 'nothing'}”; yours “{yours or 'nothing'}”.")
        return said
