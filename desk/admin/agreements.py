"""Agreements on the desk: the record with its parties, events, sources and the rest, on one page."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from accounts.models import Person
from agreements.citing import list_source, prepare_citation
from agreements.models import Agreement, Evidence, Participation
from agreements.operations import place_row
from desk.admin.base import OfKnownAgreements, WithComment, at_the_desk
from desk.admin.colliding import rivals_in
from desk.admin.listing import Mine, StateFilter
from desk.admin.rows import INLINES, SECTIONS, EveryRow, at_fault, at_hand_for
from desk.admin.setting_aside import SetsAside
from desk.admin.trying import faults_of, judged, try_out
from desk.audit.saving import LeavesALineOnAgreement
from desk.duplicates.merged import KeepsWhatIsOffTheDesk
from desk.forms.agreement import AgreementForm
from desk.forms.at_hand import parties_like, party_detail, party_label, source_detail, source_label, sources_like
from desk.forms.citing import write_what_rows_cite
from desk.forms.words import definitions_of
from desk.opening import at_hand
from desk.site import desk
from desk.texts.warning import warn_of_unfound_quotes
from editorial.operations import retract, submit
from editorial.querysets import with_state
from editorial.rules import RuleBroken
from editorial.vocabulary import State
from parties.folding import fold

NEW_SOURCE = [
    ("new_source_title", "new_source_kind"),
    ("new_source_publisher", "new_source_published", "new_source_language"),
    "new_source_url",
    "cite_for_record",
]
PLACES: tuple[tuple[str, str, list[Any]], ...] = (
    ("what", "What it is", ["title", ("kind", "form"), ("character", "laterality")]),
    ("what", "More", ["short_title", "title_is_generated", "summary", "note", "subjects"]),
    ("parties", "Several parties at once", ["add_parties"]),
    ("sources", "A new source", NEW_SOURCE),
)
"""The agreement's own fields, by the section in which they stand."""


@admin.register(Agreement, site=desk)
class AgreementAdmin(SetsAside, KeepsWhatIsOffTheDesk, OfKnownAgreements, LeavesALineOnAgreement):
    agreement_path = ""
    form = AgreementForm
    change_form_template = "admin/agreements/agreement/change_form.html"
    fieldsets = [(title, {"fields": fields}) for _, title, fields in PLACES]
    list_display = ["title", "reference", "state", "parties_named", "changed_at", "changed_by"]
    list_display_links = ["title"]
    list_filter = [StateFilter, Mine, "kind"]
    list_select_related = ["record", "changed_by"]
    search_fields = ["title"]
    search_help_text = "Any title, reference, number, party or source."
    action_form = WithComment
    actions = ["submit_for_review", "retract_from_public", "set_drafts_aside", "take_up_again"]
    inlines = INLINES

    def get_queryset(self, request: HttpRequest) -> QuerySet[Agreement]:
        if not self._lists(request):
            return super().get_queryset(request).select_related("duration")
        parties = Prefetch("participations", Participation.objects.select_related("party"))
        return with_state(super().get_queryset(request)).prefetch_related(parties)

    def _lists(self, request: HttpRequest) -> bool:
        return bool(request.resolver_match and request.resolver_match.url_name == "agreements_agreement_changelist")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> tuple[QuerySet[Any], bool]:
        for word in search_term.split()[:8]:
            queryset = queryset.filter(pk__in=Agreement.objects.filter(_says(word)).values("pk"))
        return queryset, False

    @admin.display(description="Reference", ordering="record__reference")
    def reference(self, agreement: Agreement) -> str:
        return agreement.record.reference if agreement.record else ""

    @admin.display(description="State")
    def state(self, agreement: Any) -> str:
        return State(agreement.state).label

    @admin.display(description="Parties")
    def parties_named(self, agreement: Agreement) -> str:
        names = [part.party.name for part in agreement.participations.all()]
        return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")

    def get_urls(self) -> list[Any]:
        guarded = self.admin_site.admin_view
        return [
            path("suggest/parties/", guarded(self.suggest_parties), name="suggest_parties"),
            path("suggest/sources/", guarded(self.suggest_sources), name="suggest_sources"),
            path("add/beside/", guarded(self.beside), name="agreements_agreement_beside_new"),
            path("<int:key>/beside/", guarded(self.beside), name="agreements_agreement_beside"),
            *super().get_urls(),
        ]

    def suggest_parties(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        typed = request.GET.get("q", "")[:100].replace("\x00", "")
        return JsonResponse({"found": [{"value": party_label(row), "detail": party_detail(row, typed)} for row in parties_like(typed)]})

    def suggest_sources(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("agreements.view_source"):
            raise PermissionDenied
        typed = request.GET.get("q", "")[:200].replace("\x00", "")
        rows = sources_like(typed)[:12]
        return JsonResponse({"found": [{"value": source_label(row), "detail": source_detail(row)} for row in rows]})

    def beside(self, request: HttpRequest, key: int | None = None) -> HttpResponse:
        """What the law and the rule book make of the form as it stands. Saves nothing."""
        if not (self.has_add_permission(request) if key is None else self.has_change_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        agreement = None if key is None else at_hand(request, Agreement, key, to_change=True)
        try:
            found = judged(try_out(self, request, agreement), on=timezone.localdate())
        except OperationalError:  # somebody writes to the register for long; the form is judged again after the next change
            return render(request, "admin/agreements/agreement/busy.html")
        return render(request, "admin/agreements/agreement/beside.html", {"beside": found, "oob": True})

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> Any:
        made: Any = super().get_inline_formsets(*args, **kwargs)
        for one in made:
            one.__class__ = EveryRow
        return made

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made: Any = super().get_form(request, obj, change, **kwargs)
        made.at_hand = at_hand_for(request, obj)
        made.only_checking = "_check" in request.POST
        return made

    def changeform_view(self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None) -> Any:
        """The button “Check” shows without any script what stands beside the form with one."""
        extra = {**(extra_context or {})}
        if request.method == "POST" and "_check" in request.POST:
            agreement = self.get_object(request, object_id) if object_id else None
            allowed = self.has_change_permission(request, agreement) if agreement else self.has_add_permission(request)
            if allowed and (agreement or not object_id):
                extra["beside"] = judged(try_out(self, request, agreement), on=timezone.localdate())
        return super().changeform_view(request, object_id, form_url, extra)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        form = context["adminform"].form
        fieldsets = list(zip((place for place, _, _ in PLACES), context["adminform"], strict=False))
        inlines = context["inline_admin_formsets"]
        context["sections"] = [
            {
                "id": place,
                "title": title,
                "fieldsets": [(fieldset, at_fault(fieldset)) for where, fieldset in fieldsets if where == place],
                "inlines": [one for one in inlines if getattr(one.opts, "section", "texts") == place],
            }
            for place, title in SECTIONS
        ]
        context["faults"] = list(faults_of(form, [one.formset for one in inlines])) if context["errors"] else []
        context["definitions"] = definitions_of([form, *(one.formset.empty_form for one in inlines)])
        if getattr(form, "stale", None):
            context["rivals"] = rivals_in(try_out(self, request, self.get_object(request, str(form.instance.pk))), form.stale)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.created_at = obj.changed_at = timezone.now()
            obj.created_by = obj.changed_by = at_the_desk(request)
        obj.save()

    def write(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Everything that the form holds, with what its rows cite."""
        super().save_related(request, form, formsets, change)
        write_what_rows_cite(form, formsets, by=at_the_desk(request), at=timezone.now())

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        self.write(request, form, formsets, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        rows = formset.save(commit=False)
        for row in formset.deleted_objects:  # first, for one of those that stay may say the same
            row.delete()
        for row in rows:
            if isinstance(row, Evidence):
                _prepare(row, of=form.instance, by=at_the_desk(request))
            place_row(row, of=form.instance)
            row.save()
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


def _prepare(citation: Evidence, *, of: Agreement, by: Person) -> None:
    """Its source listed, and who says to have read it there, if somebody does."""
    if citation.listed_id is None:
        citation.listed = list_source(citation.named_source, on=of)
    prepare_citation(citation)
    if not citation.verified:
        citation.verified_by = citation.verified_at = None
    elif citation.verified_at is None:
        citation.verified_by, citation.verified_at = by, timezone.now()


def _says(word: str) -> Q:
    """Where the word may stand: a title, the reference, a number, a party by any name, a source."""
    own = Q(title__icontains=word) | Q(short_title__icontains=word) | Q(other_titles__title__icontains=word)
    numbers = Q(record__reference__iexact=word) | Q(identifiers__value__iexact=word)
    party = Q(participations__party__code__iexact=word)
    if folded := fold(word):
        party |= Q(participations__party__names__folded__contains=folded)
    return own | numbers | party | Q(listed_sources__source__title__icontains=word) | Q(listed_sources__source__url__icontains=word)
