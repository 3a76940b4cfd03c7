"""Agreements on the desk: the record with its parties, events, sources and the rest, on one page."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import StackedInline, TabularInline
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from agreements.models import (
    Agreement,
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
from agreements.operations import place_row
from columns.text import Prose
from desk.admin.base import OfKnownAgreements, WithComment, at_the_desk
from desk.audit.saving import LeavesALineOnAgreement
from desk.duplicates.merged import KeepsTheMerged
from desk.forms.choosing import KnownAutocomplete
from desk.forms.lines import Lines, Structure
from desk.forms.stale import RefusesStaleSaves
from desk.site import desk
from desk.texts.warning import warn_of_unfound_quotes
from editorial.operations import retract, submit
from editorial.rules import RuleBroken

SHORT: Mapping[Any, Any] = {Prose: {"widget": forms.Textarea(attrs={"rows": 1, "cols": 24})}}


class AgreementForm(RefusesStaleSaves):
    subjects = Lines(help_text="One to a line.")

    class Meta:
        model = Agreement
        fields = ["title", "title_is_generated", "short_title", "kind", "form", "character", "laterality", "summary", "note", "subjects"]


class RowsOfAgreement:
    """Rows of one agreement, whose choices are looked up once for the form, not once for each row."""

    autocomplete_fields: ClassVar[Any] = ()
    read_with: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return rows.select_related(*self.read_with) if self.read_with else rows

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        self.agreement = obj
        return super().get_formset(request, obj, **kwargs)  # type: ignore[misc]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = KnownAutocomplete(db_field, desk, known=self.chosen(db_field))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def chosen(self, db_field: Any) -> Any:
        """The rows that the agreement's own rows name in the field."""
        own = db_field.model._default_manager.filter(agreement=self.agreement)
        return db_field.remote_field.model._default_manager.filter(pk__in=own.values(db_field.name)) if self.agreement else ()


class ParticipationInline(RowsOfAgreement, TabularInline):
    model = Participation
    read_with = ("party",)
    extra = 0
    autocomplete_fields = ["party"]
    formfield_overrides = SHORT
    exclude = ["position"]


class EventForm(forms.ModelForm):
    concerns = Lines(help_text="Keys of the events it answers, one to a line.")


class EventInline(RowsOfAgreement, StackedInline):
    model = Event
    form = EventForm
    extra = 0
    autocomplete_fields = ["party", "other_party"]
    formfield_overrides = SHORT
    readonly_fields = ["key"]
    fieldsets = [
        (None, {"fields": [("kind", "date", "effective_date", "place"), ("party", "occurrence", "weight", "note")]}),
        ("More", {"classes": ["collapse"], "fields": [("key", "other_party", "date_missing", "until"), ("basis", "rule", "concerns")]}),
    ]


class DurationForm(forms.ModelForm):
    entry_into_force_articles = Lines()
    term_articles = Lines()
    renewal_articles = Lines()
    notice_articles = Lines()
    applications = Structure(required=False, initial=list, empty_value=[])


class DurationInline(StackedInline):
    model = Duration
    form = DurationForm
    classes = ["collapse"]
    formfield_overrides = SHORT


class ListedSourceInline(RowsOfAgreement, TabularInline):
    model = ListedSource
    read_with = ("source",)
    extra = 0
    autocomplete_fields = ["source"]
    readonly_fields = ["key"]
    exclude = ["position"]


class EvidenceInline(RowsOfAgreement, TabularInline):
    """Evidence for the facts of this agreement. Sources and facts are chosen among its own, once they are saved."""

    model = Evidence
    read_with = ("listed__source",)
    extra = 0
    formfield_overrides = SHORT
    fields = ["listed", "event", "participation", "relation", "article", "page", "quote", "verified"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        related = {"listed": ["source"], "participation": ["party"]}.get(db_field.name, [])
        rows = db_field.remote_field.model._default_manager.filter(agreement=self.agreement).select_related(*related)
        field = super().formfield_for_foreignkey(db_field, request, queryset=rows, **kwargs)
        field.choices = [("", "---------"), *((row.pk, str(row)) for row in rows)]
        return field


class OtherTitleInline(TabularInline):
    model = OtherTitle
    extra = 0
    exclude = ["position"]


class IdentifierInline(TabularInline):
    model = Identifier
    extra = 0
    exclude = ["position"]


class RelationInline(TabularInline):
    model = Relation
    extra = 0
    exclude = ["position"]
    formfield_overrides = SHORT


class TextInline(TabularInline):
    model = Text
    extra = 0
    exclude = ["position"]


@admin.register(Agreement, site=desk)
class AgreementAdmin(KeepsTheMerged, OfKnownAgreements, LeavesALineOnAgreement):
    agreement_path = ""
    form = AgreementForm
    list_display = ["title", "record", "kind", "changed_at", "changed_by"]
    list_display_links = ["title"]
    list_filter = ["kind"]
    list_select_related = ["record", "changed_by"]
    search_fields = ["title", "short_title", "record__reference", "participations__party__code"]
    action_form = WithComment
    actions = ["submit_for_review", "retract_from_public"]
    inlines = [
        ParticipationInline,
        EventInline,
        DurationInline,
        ListedSourceInline,
        EvidenceInline,
        IdentifierInline,
        OtherTitleInline,
        RelationInline,
        TextInline,
    ]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.created_at = obj.changed_at = timezone.now()
            obj.created_by = obj.changed_by = at_the_desk(request)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.save(commit=False):
            place_row(row, of=form.instance)
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    @admin.action(description="Submit for review", permissions=["submit"])
    def submit_for_review(self, request: HttpRequest, agreements: QuerySet[Agreement]) -> None:
        for agreement in agreements:
            try:
                submit(agreement, by=at_the_desk(request), at=timezone.now())
            except ValueError as refusal:
                self.message_user(request, f"{agreement}: {refusal}", messages.ERROR)
            else:
                self.message_user(request, f"{agreement} waits for review.", messages.SUCCESS)
                warn_of_unfound_quotes(request, agreement)

    @admin.action(description="Retract from the public register", permissions=["retract"])
    def retract_from_public(self, request: HttpRequest, agreements: QuerySet[Agreement]) -> None:
        for agreement in agreements.select_related("record"):
            try:
                if agreement.record is None:
                    raise RuleBroken("It is not public.")
                retract(agreement.record, by=at_the_desk(request), at=timezone.now(), reason=request.POST.get("comment", ""))
            except RuleBroken as refusal:
                self.message_user(request, f"{agreement}: {refusal}", messages.ERROR)
            else:
                self.message_user(request, f"{agreement} is retracted.", messages.SUCCESS)

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("editorial.submit_agreement")

    def has_retract_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("editorial.retract_agreement")
