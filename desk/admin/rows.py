"""The rows of an agreement on the desk, each sort with its place on the form."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.admin import StackedInline
from django.contrib.admin.helpers import InlineAdminForm, InlineAdminFormSet
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest

from agreements.models import (
    Duration,
    Event,
    Evidence,
    Identifier,
    ListedSource,
    OtherTitle,
    Participation,
    Relation,
    Text,
)
from desk.admin.base import SHORT, WithWords
from desk.forms import rows as forms
from desk.forms.at_hand import AtHand
from desk.forms.drawing import Drawing, draw
from desk.forms.rows import CITE, EvidenceRows, Rows

CITED = Prefetch("evidence", Evidence.objects.select_related("listed__source"))


class RowsOfAgreement(WithWords, StackedInline):
    """Rows of one agreement. `section` says where they stand; `shown` are the fields in sight, `more` those a click away."""

    template = "admin/agreements/agreement/rows.html"
    formset = Rows
    formfield_overrides: ClassVar[Any] = SHORT
    extra = 0
    section = ""
    heading = ""
    adds = ""
    read_with: ClassVar[tuple[Any, ...]] = ()
    shown: ClassVar[list[str]] = []
    more: ClassVar[list[str]] = []
    cites = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.prefetch_related(*self.read_with) if self.read_with else rows

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        parts: list[Any] = [(None, {"fields": self.shown})]
        if self.cites:
            parts.append(("Cite a source", {"fields": list(CITE)}))
        return [*parts, ("More", {"fields": self.more})] if self.more else parts

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        made: Any = super().get_formset(request, obj, **kwargs)
        made.at_hand, made.renderer = at_hand_for(request, obj), Drawing()
        return made


class Row(InlineAdminForm):
    """One row; the parts of one that may be changed are drawn without templates."""

    def parts(self) -> Iterator[tuple[Any, Any, bool]]:
        """Each with its HTML, and whether something in it is at fault."""
        for fieldset in self:
            yield fieldset, "" if self.readonly_fields else draw(fieldset), at_fault(fieldset)


def at_fault(fieldset: Any) -> bool:
    return bool(fieldset.form.errors) and any(line.errors() for line in fieldset)


class EveryRow(InlineAdminFormSet):
    """All rows that were sent, each with its own original. Django pairs them with what is stored now, and drops what is stored no more."""

    def __iter__(self) -> Iterator[Any]:
        sealed = () if self.has_change_permission else flatten_fieldsets(self.fieldsets)
        for form in self.formset.initial_forms:
            original = form.instance if form.instance.pk else None
            yield self._row(form, original, [*self.readonly_fields, *sealed])
        for form in self.formset.extra_forms:
            yield self._row(form, None, self.readonly_fields)
        if self.has_add_permission:
            yield self._row(self.formset.empty_form, None, self.readonly_fields)

    def _row(self, form: Any, original: Any, sealed: Any) -> Any:
        return Row(self.formset, form, self.fieldsets, self.prepopulated_fields, original, sealed, model_admin=self.opts)


def at_hand_for(request: HttpRequest, agreement: Any) -> AtHand:
    """What the forms of this request may name, shared by all of them."""
    kept: AtHand | None = getattr(request, "at_hand", None)
    if kept is None:
        kept = AtHand(agreement.pk if agreement else None, lambda model: request.user.has_perm(f"agreements.add_{model}"))
        request.at_hand = kept  # type: ignore[attr-defined]
    return kept


class ParticipationInline(RowsOfAgreement):
    model = Participation
    form = forms.ParticipationForm
    section = "parties"
    heading = "Each party and its role"
    adds = "Add a party, in any role"
    read_with = (CITED,)
    cites = True
    shown = ["party", "role", "name_as_written"]
    more = ["begins", "ends", "note"]


class EventInline(RowsOfAgreement):
    model = Event
    form = forms.EventForm
    section = "life"
    adds = "Add an event"
    read_with = (CITED,)
    cites = True
    shown = ["kind", "date", "party", "occurrence", "note"]
    more = ["effective_date", "until", "date_missing", "place", "other_party", "weight", "basis", "rule", "concerns"]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Two rows stand ready in a new form: an agreement is at least signed, and something is to follow."""
        return 0 if obj else 2


class DurationInline(RowsOfAgreement):
    model = Duration
    form = forms.DurationForm
    section = "duration"
    heading = "By its own terms"
    adds = "Add the clauses on duration"
    max_num = 1
    read_with = (CITED,)
    cites = True

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        clauses = {"Entry into force": "entry_into_force_", "Term": "term_", "Renewal": "renewal_", "Notice": "notice_"}
        names = [field.name for field in Duration._meta.fields if field.name not in ("id", "agreement")]
        parts = [(title, {"fields": [name for name in names if name.startswith(prefix)]}) for title, prefix in clauses.items()]
        return [*parts, ("Cite a source", {"fields": list(CITE)}), ("More", {"fields": ["applications", "survival", "note"]})]


class ListedSourceInline(RowsOfAgreement):
    model = ListedSource
    form = forms.ListedSourceForm
    section = "sources"
    heading = "Sources that it lists"
    adds = "List a source of the library"
    shown = ["source"]


class EvidenceInline(RowsOfAgreement):
    """Evidence that stands, with the fact it speaks for; and more of it, for facts that are saved."""

    model = Evidence
    form = forms.EvidenceForm
    formset = EvidenceRows
    section = "sources"
    heading = "All its evidence"
    adds = "Add evidence for a saved fact, or for the record"
    shown = ["about", "source", "article", "page", "quote", "verified", "note"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        facts = ("event", "participation__party", "relation", "duration")
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.prefetch_related(None).select_related("listed__source", *facts).order_by("position", "pk")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        made = super().get_formset(request, obj, **kwargs)
        made.form.facts = facts_of(obj) if obj else []
        return made


def facts_of(agreement: Any) -> list[tuple[str, str]]:
    """Every saved fact of the agreement that evidence may speak for."""
    found = [(f"participation-{row.pk}", f"Party: {row}") for row in agreement.participations.select_related("party")]
    found += [(f"event-{row.pk}", f"Event {row.key}: {row}") for row in agreement.events.all()]
    found += [(f"duration-{agreement.duration.pk}", "Duration")] if hasattr(agreement, "duration") else []
    return found + [(f"relation-{row.pk}", f"Relation: {row}") for row in agreement.relations.all()]


class RelationInline(RowsOfAgreement):
    model = Relation
    form = forms.RelationForm
    section = "relations"
    adds = "Add a relation"
    read_with = (CITED,)
    cites = True
    shown = ["kind", "target", "target_title", "effective_date"]
    more = ["inverse", "note"]


class IdentifierInline(RowsOfAgreement):
    model = Identifier
    form = forms.IdentifierForm
    section = "relations"
    adds = "Add an identifier"
    shown = ["scheme", "value"]


class OtherTitleInline(RowsOfAgreement):
    model = OtherTitle
    form = forms.OtherTitleForm
    section = "relations"
    adds = "Add another title"
    shown = ["title", "language"]


class TextInline(RowsOfAgreement):
    model = Text
    form = forms.TextForm
    section = "texts"
    heading = "In each language"
    adds = "Add a text"
    shown = ["language", "title", "authentic", "media_type", "url"]


INLINES: list[type[InlineModelAdmin]] = [
    ParticipationInline,
    EventInline,
    DurationInline,
    ListedSourceInline,
    EvidenceInline,
    RelationInline,
    IdentifierInline,
    OtherTitleInline,
    TextInline,
]
SECTIONS: tuple[tuple[str, str], ...] = (
    ("what", "What it is"),
    ("parties", "Parties"),
    ("life", "Life"),
    ("duration", "Duration"),
    ("sources", "Sources and evidence"),
    ("relations", "Relations, identifiers, other titles"),
    ("texts", "Texts"),
)
