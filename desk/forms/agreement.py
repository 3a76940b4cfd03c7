"""The agreement's own fields, with two short ways in: all parties in one field, and a new source in the same form."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from agreements.models import Agreement, Source
from columns.text import Url, validate_one_line, validate_printable
from desk.forms.at_hand import AtHand
from desk.forms.days import TypedDay
from desk.forms.lines import Lines
from desk.forms.named import Named, PartiesNamed
from desk.forms.stale import RefusesStaleSaves
from desk.forms.words import TermSelect
from treaty.vocabulary.sources import SourceKind

LINE = [validate_printable, validate_one_line]
SOURCE = ("kind", "title", "publisher", "url", "published", "language")
CHECKED = "Checked. Nothing is saved yet."


class AgreementForm(RefusesStaleSaves):
    subjects = Lines(help_text="One to a line.")
    add_parties = PartiesNamed(
        required=False,
        label="Parties",
        help_text="Names or codes between commas, semicolons or on lines of their own: Japan, PHL, COW 740. Each is added as a party.",
    )
    new_source_kind = forms.ChoiceField(
        required=False, label="Kind", choices=[("", "---------"), *SourceKind.choices()], widget=TermSelect(SourceKind)
    )
    new_source_title = forms.CharField(required=False, label="Title", max_length=1000, validators=LINE)
    new_source_publisher = forms.CharField(required=False, label="Publisher", max_length=500, validators=LINE)
    new_source_url = forms.CharField(required=False, label="Address", max_length=2000, validators=Url.default_validators)
    new_source_published = TypedDay(required=False, label="Published")
    new_source_language = forms.CharField(required=False, label="Language", max_length=35, validators=LINE)
    cite_for_record = forms.BooleanField(
        required=False, initial=True, label="It vouches for the record as a whole", help_text="Its title, kind and form."
    )

    class Meta:
        model = Agreement
        fields: ClassVar[list[str]] = [
            "title", "title_is_generated", "short_title", "kind", "form", "character", "laterality", "summary", "note", "subjects",
        ]  # fmt: skip

    at_hand: AtHand | None = None
    only_checking = False
    """Both are set on the class that is made for one request."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at_hand = self.at_hand or AtHand(self.instance.pk)
        for field in self.fields.values():
            if isinstance(field, Named | PartiesNamed):
                field.at_hand = self.at_hand

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        given = [name for name in SOURCE if cleaned.get(f"new_source_{name}")]
        for name, label in (("kind", "what kind of source it is"), ("title", "its title")):
            if given and name not in given and f"new_source_{name}" not in self.errors:
                self.add_error(f"new_source_{name}", ValidationError(f"Say {label}.", code="required"))
        self._check_what_may_be_added(bool(given), bool(cleaned.get("add_parties")))
        if self.only_checking:
            raise ValidationError(CHECKED, code="checked")
        return cleaned

    def _check_what_may_be_added(self, source: bool, parties: bool) -> None:
        """The short ways in add what the person may add anyway, and nothing else."""
        at_hand = self.at_hand or AtHand(self.instance.pk)
        at_hand.new_source = source
        if source and not all(map(at_hand.may, ("source", "listedsource", "evidence"))):
            self.add_error("new_source_title", ValidationError("You may not add sources to the library.", code="forbidden"))
        if parties and not at_hand.may("participation"):
            self.add_error("add_parties", ValidationError("You may not add parties.", code="forbidden"))

    def new_source(self) -> Source | None:
        """The source that the form brings, not yet saved; one that the library holds with the same content is taken from there."""
        said = {name: self.cleaned_data.get(f"new_source_{name}") for name in SOURCE if f"new_source_{name}" in self.fields}
        if not said.get("title"):
            return None
        return Source.objects.filter(**said).first() or Source(**said)
