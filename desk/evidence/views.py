"""The evidence of one agreement: what vouches for each fact, who has read it there, and which rival is followed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from agreements.citing import cite, list_source, mark_verified, strike_citation, unmark_verified
from agreements.models import Agreement, Citation
from agreements.preferring import Undecided, prefer_by_rank, prefer_event
from desk.admin.base import at_the_desk
from desk.evidence.facts import FILTERS, EvidenceOf, Fact, new_citation
from desk.evidence.forms import CitationForm, mark_of
from desk.site import desk


def evidence(request: HttpRequest, agreement: int) -> HttpResponse:
    found = EvidenceOf(_agreement(request, agreement, to="view"))
    wanted = request.GET.get("show", "")
    if wanted not in FILTERS:
        raise Http404
    return _page(
        request,
        "desk/evidence.html",
        found.agreement,
        title="Evidence",
        sections=found.sections(wanted),
        rivals=found.rivals(),
        filters=[(key, label, found.count(key), key == wanted) for key, label in FILTERS.items()],
        may_change=_may(request, found.agreement, "change"),
    )


@transaction.atomic
def citation(request: HttpRequest, agreement: int, fact: str, key: int | None = None) -> HttpResponse:
    """A form for a new citation of a fact, or for one that is there."""
    found, said = _fact(request, agreement, fact)
    row = _citation(said, key) if key else new_citation(found.agreement, said)
    form = CitationForm(request.POST or None, instance=row, agreement=found.agreement)
    if request.method == "POST" and form.is_valid():
        if source := form.cleaned_data["source"]:
            row.listed = list_source(source, on=found.agreement)
        cite(row, of=found.agreement, by=at_the_desk(request), at=timezone.now())
        return _back(request, found.agreement, said, "The citation is saved.")
    return _page(request, "desk/evidence_citation.html", found.agreement, title="Citation", fact=said, form=form, row=row)


@require_POST
def strike(request: HttpRequest, agreement: int, fact: str, key: int) -> HttpResponse:
    found, said = _fact(request, agreement, fact)
    strike_citation(_citation(said, key), of=found.agreement, by=at_the_desk(request), at=timezone.now())
    return _back(request, found.agreement, said, "The citation is removed.")


@require_POST
def verify(request: HttpRequest, agreement: int, fact: str, key: int) -> HttpResponse:
    """Mark as verified, or take the mark back: what was on the page, and nothing that changed since."""
    found, said = _fact(request, agreement, fact)
    row = _citation(said, key)
    if request.POST.get("seen") != mark_of(row):
        return _back(request, found.agreement, said, "It was changed after you opened the page: read it again.", messages.ERROR)
    write = mark_verified if request.POST.get("verified") == "yes" else unmark_verified
    write(row, of=found.agreement, by=at_the_desk(request), at=timezone.now())
    return _back(request, found.agreement, said)


@require_POST
def prefer(request: HttpRequest, agreement: int) -> HttpResponse:
    """Follow one of several rival events: by the rank of its sources, or by hand, with a reason."""
    found, said = _fact(request, agreement, f"event-{request.POST.get('event', '')}")
    by, at = at_the_desk(request), timezone.now()
    try:
        if request.POST.get("how") == "rank":
            prefer_by_rank(said.row, by=by, at=at)  # type: ignore[arg-type]
        else:
            prefer_event(said.row, by=by, at=at, reason=request.POST.get("reason", ""))  # type: ignore[arg-type]
    except Undecided as refusal:
        return _back(request, found.agreement, None, str(refusal), messages.ERROR)
    return _back(request, found.agreement, None, "The register follows the value you see marked as accepted.")


def _agreement(request: HttpRequest, key: int, *, to: str) -> Agreement:
    """The agreement, if this person may see it, and may do what the page is for."""
    agreement = desk._registry[Agreement].get_queryset(request).filter(pk=key).first()
    if agreement is None:
        if not _may(request, None, to):
            raise PermissionDenied
        raise Http404
    if not _may(request, agreement, to):
        raise PermissionDenied
    return agreement


def _may(request: HttpRequest, agreement: Agreement | None, to: str) -> bool:
    return bool(getattr(desk._registry[Agreement], f"has_{to}_permission")(request, agreement))


def _fact(request: HttpRequest, agreement: int, address: str) -> tuple[EvidenceOf, Fact]:
    found = EvidenceOf(_agreement(request, agreement, to="change"))
    if address not in found.facts:
        raise Http404
    return found, found.facts[address]


def _citation(fact: Fact, key: int) -> Citation:
    for row in fact.citations:
        if row.pk == key:
            return row
    raise Http404


def _back(request: HttpRequest, agreement: Agreement, fact: Fact | None, said: str = "", level: int = messages.SUCCESS) -> HttpResponse:
    """To the evidence page, at the fact, with the filter that was on."""
    if said:
        messages.add_message(request, level, said)
    wanted = request.POST.get("show", "")
    asked = f"?show={wanted}" if wanted in FILTERS and wanted else ""
    return HttpResponseRedirect(f"{reverse('admin:desk_evidence', args=[agreement.pk])}{asked}#{fact.address if fact else 'rivals'}")


def _page(request: HttpRequest, template: str, agreement: Agreement, **context: Any) -> HttpResponse:
    return render(request, template, {**desk.each_context(request), "agreement": agreement, **context})
