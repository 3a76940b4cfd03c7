"""The form of a provision: what all kinds share, and the attributes of its own kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.forms.utils import ErrorDict
from pydantic import ValidationError as NotOfItsKind
from pydantic_core import ErrorDetails

from agreements.models import Agreement
from desk.forms.lines import Lines
from desk.forms.stale import RefusesStaleSaves
from desk.forms.terms import GAP, TERM, TermsFields, attribute_of, constraint, named
from parties.models import Party
from provisions.models import Provision
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS
from treaty.vocabulary.term import Term

SHOW = "_show"
# With scripts, choosing the kind shows its attributes at once: the same request as the button's, of which one part is taken.
SWAP = {
    "hx-post": "",
    "hx-trigger": "change",
    "hx-vals": '{"_show": "1"}',
    "hx-select": "#attributes",
    "hx-target": "#attributes",
    "hx-swap": "outerHTML",
}
SENTENCES = {
    "missing": "Fill this in: the row needs it.",
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "decimal_parsing": "Write a number.",
    "greater_than_equal": "At least {ge}.",
    "less_than_equal": "At most {le}.",
    "string_too_long": "At most {max_length} characters.",
    "decimal_max_places": "At most {decimal_places} digits after the point.",
    "too_long": "At most {max_length} entries.",
}


@dataclass(frozen=True)
class Shown:
    """One attribute as the page shows it."""

    label: str
    help: str
    constraint: str
    words: tuple[Term, ...]
    value: forms.BoundField | None
    rows: tuple[tuple[forms.BoundField, ...], ...]
    gap: forms.BoundField

    @property
    def has_errors(self) -> bool:
        fields = [self.gap, *([self.value] if self.value else []), *(part for row in self.rows for part in row)]
        return any(field.errors for field in fields)


class ProvisionForm(RefusesStaleSaves):
    """A provision with the attributes of its kind. Asked only to show them, it checks nothing and keeps what is typed."""

    articles = Lines(help_text="One to a line: IV, or 3(2).")
    shown_kind = forms.CharField(required=False, widget=forms.HiddenInput)
    drop_attributes = forms.BooleanField(required=False, label="Change the kind, and give these attributes up")

    class Meta:
        model = Provision
        fields = [
            "agreement", "kind", "state", "articles", "quote", "strength", "reciprocity", "obligors", "beneficiaries",
            "condition", "begins", "ends", "note",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.belongs_to = self._find_agreement()
        self.terms_fields = self._terms_fields(self._kind_asked(), self.data if self.is_bound else None)
        if self.terms_fields:
            self.fields |= self.terms_fields.fields
            self.fields["shown_kind"].initial = self.terms_fields.kind.value
        self._offer_parties()
        if "kind" in self.fields:
            self.fields["kind"].widget.attrs |= SWAP
        if "agreement" in self.fields:
            self.fields["agreement"].widget = forms.HiddenInput()
        if self.is_bound and SHOW in self.data:
            self._errors = ErrorDict()

    def is_valid(self) -> bool:
        return SHOW not in self.data and super().is_valid()

    def _find_agreement(self) -> Agreement | None:
        """The agreement that it belongs to, or that the page was asked for, among those that this person may see."""
        if self.instance.pk:
            return self.instance.agreement
        asked = self.data.get("agreement") if self.is_bound else self.initial.get("agreement")
        choices = getattr(self.fields.get("agreement"), "queryset", None)
        return choices.filter(pk=asked).first() if choices is not None and str(asked or "").isdecimal() else None

    def _kind_asked(self) -> ProvisionKind | None:
        asked = self.data.get("kind") if self.is_bound else (self.initial.get("kind") or self.instance.kind)
        return ProvisionKind(asked) if asked in set(ProvisionKind) else None

    def _terms_fields(self, kind: ProvisionKind | None, data: Any, row: Provision | None = None) -> TermsFields | None:
        row = row or self.instance
        return TermsFields(kind, self._party_choices, row.terms or {}, row.gaps or (), data) if kind else None

    @property
    def _party_choices(self) -> Sequence[tuple[str, str]]:
        return [(party.code, str(party)) for party in self._parties()]

    def _parties(self) -> Sequence[Party]:
        if not hasattr(self, "_known_parties"):
            own = Q(pk__in=self.belongs_to.participations.values("party")) if self.belongs_to else Q(pk=None)
            if self.instance.pk:
                own |= Q(pk__in=self.instance.obligors.values("pk")) | Q(pk__in=self.instance.beneficiaries.values("pk"))
            self._known_parties = list(Party.objects.filter(own))
        return self._known_parties

    def _offer_parties(self) -> None:
        """Obligors and beneficiaries are chosen among the agreement's parties."""
        parties = self._parties()
        for name in ("obligors", "beneficiaries"):
            field = self.fields.get(name)
            if isinstance(field, forms.ModelMultipleChoiceField):
                field.queryset = Party.objects.filter(pk__in=[party.pk for party in parties])
                field.choices = [(party.pk, str(party)) for party in parties]

    # What is shown

    def attributes(self) -> Iterator[Shown]:
        for attribute in self.terms_fields.attributes if self.terms_fields else ():
            yield Shown(
                label=attribute.info.title or attribute.name,
                help=attribute.info.description or "",
                constraint=constraint(attribute.name, attribute.info),
                words=tuple(attribute.words()),
                value=None if attribute.rows else self[attribute.value],
                rows=tuple(tuple(self[name] for name in names) for names in attribute.rows),
                gap=self[attribute.gap],
            )

    def kind_shown(self) -> ProvisionKind | None:
        return self.terms_fields.kind if self.terms_fields else None

    def carried(self) -> list[tuple[str, str]]:
        """What was typed into attributes that this kind does not have, kept in case the kind is changed back."""
        if not self.is_bound:
            return []
        data: Any = self.data
        return [
            (name, value)
            for name in data
            if name.startswith((TERM, GAP)) and attribute_of(name) and not self._holds(name)
            for value in data.getlist(name)
            if value
        ]

    def _holds(self, name: str) -> bool:
        return name in self.fields or name.removesuffix("_amount").removesuffix("_currency") in self.fields

    def lost(self) -> list[str]:
        """The titles of attributes that have a value, typed or stored, and that this kind does not have."""
        kind = self.kind_shown()
        if kind is None:
            return []
        row = self.instance
        stored = (
            [*(name for name, value in row.terms.items() if value is not None), *(gap["attribute"] for gap in row.gaps)] if row.pk else []
        )
        names = [*stored, *(attribute_of(name) for name, _ in self.carried())]
        return [named(name) for name in dict.fromkeys(names) if name not in TERMS[kind].model_fields]

    # What is checked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.terms_fields is None:
            return cleaned
        if cleaned.get("shown_kind") != self.terms_fields.kind.value:
            kind = self.terms_fields.kind.label
            self.add_error("kind", f"Below are now the attributes of {kind.lower()}: look at them, and save again.")
        lost = self.lost()
        if lost and not cleaned.get("drop_attributes"):
            self.add_error("kind", f"With this kind it would lose: {', '.join(lost)}. Nothing is lost until you say so below.")
        self._check_terms(self.terms_fields, cleaned)
        return cleaned

    def _check_terms(self, fields: TermsFields, cleaned: Mapping[str, Any]) -> None:
        said, places = fields.read(cleaned)
        gaps = fields.read_gaps(cleaned)
        for gap in gaps:
            if gap["attribute"] in said:
                self.add_error(GAP + gap["attribute"], "It has a value, so it is not missing: take away one of the two.")
        try:
            self.instance.terms = TERMS[fields.kind].model_validate(said).model_dump(mode="json")
        except NotOfItsKind as fault:
            for error in fault.errors():
                if error["type"] == "too_short":  # a list whose rows are all at fault seems empty as well
                    continue
                self.add_error(_field_of(error, places), _sentence(error))
            return
        self.instance.gaps = gaps

    def _rivals(self, stored: Model) -> list[str]:
        """What is stored now beside what was typed, in words, attribute by attribute."""
        theirs = type(self)(instance=stored)
        said = []
        for name, field in {**theirs.fields, **self.fields}.items():
            if name in ("seen_version", "shown_kind", "drop_attributes"):
                continue
            one, other = (_in_words(field, form[name].value()) if name in form.fields else "" for form in (theirs, self))
            if one != other:
                said.append(f"{field.label or name}: stored now “{one or 'nothing'}”; yours “{other or 'nothing'}”.")
        return said


def _field_of(error: ErrorDetails, places: Mapping[tuple[Any, ...], str]) -> str | None:
    """The form field where the fault lies; none for one that several attributes make together."""
    place = tuple(error["loc"])
    while place and place not in places:
        place = place[:-1]
    return places.get(place)


def _sentence(error: ErrorDetails) -> ValidationError:
    pattern = SENTENCES.get(error["type"])
    if pattern:
        return ValidationError(pattern.format(**error.get("ctx", {})))
    if error["type"] == "string_pattern_mismatch":
        return ValidationError("Three capitals, such as USD." if error["loc"][-1] == "currency" else "It is not written as it should be.")
    return ValidationError(f"{error['msg'].removeprefix('Value error, ')}.")


def _in_words(field: forms.Field, value: Any) -> str:
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ()) if not isinstance(label, list | tuple)}
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(labels.get(str(one), str(one)) for one in values if one not in (None, ""))
