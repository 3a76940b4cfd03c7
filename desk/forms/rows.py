"""The rows of an agreement as forms: each may cite a source at once, and none is lost when somebody else removed it."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from agreements.models import Duration, Event, Evidence, Identifier, ListedSource, OtherTitle, Participation, Relation, Text
from columns.text import validate_one_line, validate_printable
from desk.forms.at_hand import AtHand
from desk.forms.drawing import Drawing
from desk.forms.lines import Lines, Structure
from desk.forms.named import Named, PartyNamed, SourceNamed

CITE = ("cite_source", "cite_article", "cite_quote", "cite_verified")
WHOLE = "record"


class RowForm(forms.ModelForm):
    """A row whose parties and sources are named in words."""

    def __init__(self, *args: Any, at_hand: AtHand | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at_hand = at_hand or AtHand(getattr(self.instance, "agreement_id", None))
        for field in self.fields.values():
            if isinstance(field, Named):
                field.at_hand = self.at_hand
        self.take_what_is_at_hand()

    def take_what_is_at_hand(self) -> None:
        """Rows that a saved row names are set from what the form has read already, so that its name costs no query."""

    @property
    def row_title(self) -> str:
        """What the row is called on the form."""
        return str(self.instance)

    def _post_clean(self) -> None:
        """A row that was there and is not touched needs no look at the database."""
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()  # type: ignore[misc]


class CitingForm(RowForm):
    """A row that may cite a source in the same save. Without a source named, a place or quote is the new source's, or the only one's."""

    cite_source = SourceNamed(required=False, label="Source", help_text="Empty for the new source, or the only one listed.")
    cite_article = forms.CharField(
        required=False, max_length=500, label="Article or place", validators=[validate_printable, validate_one_line]
    )
    cite_quote = forms.CharField(
        required=False,
        max_length=20_000,
        label="Quote",
        validators=[validate_printable],
        widget=forms.Textarea(attrs={"rows": 1, "cols": 36}),
    )
    cite_verified = forms.BooleanField(required=False, label="Verified", help_text="I have read it there.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.cites and not (self.at_hand.may("evidence") and self.at_hand.may("listedsource")):
            raise ValidationError("You may not cite sources here.", code="forbidden")
        if self.cites and not cleaned.get("cite_source") and "cite_source" not in self.errors and not self._has_default():
            self.add_error("cite_source", ValidationError("Name the source that says so, or enter a new one.", code="required"))
        return cleaned

    @property
    def cites(self) -> bool:
        """Whether anything of a citation is given."""
        return any(self.cleaned_data.get(name) for name in CITE)

    def _has_default(self) -> bool:
        return self.at_hand.new_source or len(self.at_hand.listed) == 1


class ParticipationForm(CitingForm):
    party = PartyNamed()

    class Meta:
        model = Participation
        fields = ["party", "role", "name_as_written", "begins", "ends", "note"]

    def take_what_is_at_hand(self) -> None:
        if party := self.at_hand.parties.get(self.instance.party_id or 0):
            self.instance.party = party


class EventForm(CitingForm):
    party = PartyNamed(required=False, help_text="Empty where it concerns the whole agreement.")
    other_party = PartyNamed(required=False, label="Towards", help_text="For what concerns two parties only.")
    concerns = Lines(help_text="Keys of the events it answers, one to a line.")

    class Meta:
        model = Event
        fields: ClassVar[list[str]] = [
            "kind", "date", "party", "occurrence", "note", "effective_date", "until", "date_missing", "place",
            "other_party", "weight", "basis", "rule", "concerns",
        ]  # fmt: skip
        help_texts: ClassVar[dict[str, str]] = {"date": "As you would write it: 1951, Oct 2020, 16 October 2020, c. 1951."}


class DurationForm(CitingForm):
    entry_into_force_articles = Lines()
    term_articles = Lines()
    renewal_articles = Lines()
    notice_articles = Lines()
    applications = Structure(required=False, initial=list, empty_value=[])

    class Meta:
        model = Duration
        fields = "__all__"  # noqa: DJ007 - every clause of it is for the editor to code


class RelationForm(CitingForm):
    class Meta:
        model = Relation
        fields = ["kind", "inverse", "target", "target_title", "effective_date", "note"]

    def clean_target(self) -> str | None:
        """No reference is no target, not an empty one."""
        return (self.cleaned_data["target"] or "").strip().upper() or None


class ListedSourceForm(RowForm):
    source = SourceNamed()

    class Meta:
        model = ListedSource
        fields = ["source"]

    def take_what_is_at_hand(self) -> None:
        if source := self.at_hand.listed.get(self.instance.source_id or 0):
            self.instance.source = source


class EvidenceForm(RowForm):
    """A piece of evidence that stands, or one for a fact that is saved already."""

    about = forms.ChoiceField(required=False, label="Speaks for")
    source = SourceNamed(required=False)

    class Meta:
        model = Evidence
        fields = ["article", "page", "quote", "verified", "note"]

    facts: ClassVar[list[tuple[str, str]]] = []
    """The saved facts of the agreement; the class made for a request has its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [(WHOLE, "The record as a whole"), *self.facts]  # type: ignore[attr-defined]
        if self.instance.pk:
            for name in ("about", "source"):
                self.fields[name].disabled, self.fields[name].widget = True, forms.HiddenInput()

    @property
    def row_title(self) -> str:
        row = self.instance
        fact = row.event or row.participation or row.relation or ("Duration" if row.duration_id else "The record as a whole")
        return f"{fact}, in {row.listed}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is None and not cleaned.get("source") and "source" not in self.errors and self.has_changed():
            self.add_error("source", ValidationError("Name the source.", code="required"))
        self.instance.named_source = cleaned.get("source")
        fact, _, key = (cleaned.get("about") or WHOLE).partition("-")
        if self.instance.pk is None and fact != WHOLE:
            setattr(self.instance, f"{fact}_id", int(key))
        return cleaned


class OtherTitleForm(RowForm):
    class Meta:
        model = OtherTitle
        fields = ["title", "language"]


class IdentifierForm(RowForm):
    class Meta:
        model = Identifier
        fields = ["scheme", "value"]


class TextForm(RowForm):
    class Meta:
        model = Text
        fields = ["language", "title", "authentic", "media_type", "url"]
        labels: ClassVar[dict[str, str]] = {"url": "Address"}


class RowKey(forms.Field):
    """The key of a row. The set has found the row by it, or not; Django would ask the database for each once more."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class Rows(BaseInlineFormSet):
    """Rows of one sort. A row that somebody else removed meanwhile keeps what was typed in it, and is a new row when saved."""

    at_hand: AtHand
    renderer = Drawing()

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "at_hand": self.at_hand}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.gone = index is not None and self._is_gone(index)
        key = self.model._meta.pk.name  # type: ignore[union-attr]
        form.fields[key] = RowKey(initial=form.instance.pk)

    def _is_gone(self, index: int) -> bool:
        """Whether the form names a row that is not, or is no longer, one of this agreement's."""
        if not self.is_bound or index >= self.initial_form_count():
            return False
        try:
            key = int(self.data[f"{self.add_prefix(index)}-{self.model._meta.pk.name}"])  # type: ignore[union-attr]
        except (KeyError, ValueError, TypeError):
            return True
        return self._existing_object(key) is None  # type: ignore[attr-defined]

    def _nobody_saved(self) -> bool:
        """Whether the agreement still is as the form was opened: then none of its rows can be gone."""
        return self.instance.pk is None or self.data.get("seen_version") == str(self.instance.version)

    def clean(self) -> None:
        """A key that never was one of this agreement's is refused, whether some other agreement has such a row or none has."""
        super().clean()
        there: list[Any] = self.initial_forms
        if any(form.gone for form in there) and self._nobody_saved():
            raise ValidationError("A row that was sent is none of these.")
        model: Any = self.model
        for constraint in model._meta.total_unique_constraints:
            self._refuse_what_stands(constraint.fields)

    def _refuse_what_stands(self, fields: tuple[str, ...]) -> None:
        """Goes through the rows as they will be written. Django compares those that were sent, and not with what is stored."""
        model: Any = self.model
        own = [name for name in fields if name != self.fk.name]
        going = {form.instance.pk for form in self.deleted_forms}
        rows = [form for form in self._in_order() if form.is_valid() and form.has_changed() and all(name in form.fields for name in own)]
        if not rows:
            return
        stored = model._default_manager.filter(**{self.fk.name: self.instance.pk}).exclude(pk__in=going - {None})
        there = {key: tuple(said) for key, *said in stored.values_list("pk", *own)} if self.instance.pk else {}
        for form in rows:
            said = tuple(getattr(form.instance, model._meta.get_field(name).attname) for name in own)
            there.pop(form.instance.pk, None)
            if said in there.values() and None not in said:
                form.add_error(None, ValidationError(f"“{form.instance}” is entered already.", code="unique"))
                raise ValidationError(f"“{form.instance}” is entered already.", code="unique")
            there[form.instance.pk or -len(there) - 1] = said

    def _in_order(self) -> list[Any]:
        """The forms whose rows are to stand: those that are there are written first."""
        there: list[Any] = self.initial_forms
        kept, gone = [form for form in there if not form.gone], [form for form in there if form.gone]
        return [form for form in [*kept, *self.extra_forms, *gone] if not self._should_delete_form(form)]  # type: ignore[attr-defined]

    def save_new_objects(self, commit: bool = True) -> list[Any]:
        gone = [form for form in self.initial_forms if form.gone and not self._should_delete_form(form)]  # type: ignore[attr-defined]
        made = [*super().save_new_objects(commit), *(self.save_new(form, commit=commit) for form in gone)]
        self.new_objects = made
        return made


class EvidenceRows(Rows):
    """Evidence goes with its fact: of what somebody else removed, nothing is typed here that could be saved again."""

    def _should_delete_form(self, form: Any) -> bool:
        return form.gone or super()._should_delete_form(form)  # type: ignore[misc]
