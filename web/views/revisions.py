"""What the register has said of an agreement, revision by revision."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.parameters import Reading
from catalogue.reading import revision_of, revisions_of
from exports.record import revision_said
from treaty.document.canonical import read_document
from web.reading import DAYS, party_names, read_days, read_some
from web.record import read_record, whole
from web.showing.agreement import agreement_page
from web.showing.citing import cite_page
from web.showing.comparing_revisions import ComparingPage, comparing_page, comparison_said
from web.showing.days import Days
from web.showing.record import RecordAsked
from web.showing.revisions import changes, continued, revisions_page


@require_safe
def revisions(request: HttpRequest, reference: str) -> HttpResponse:
    days = read_days(request.GET, today=timezone.now().date())
    return render(request, "web/revisions.html", {"page": revisions_page(reference, days)})


@require_safe
def revisions_data(request: HttpRequest, reference: str) -> HttpResponse:
    days = read_days(request.GET, today=timezone.now().date())
    page, site = revisions_page(reference, days), request.build_absolute_uri("/").rstrip("/")
    every = [revision_said(one, reference, site) for one in revisions_of(reference, as_known=days.as_known)]
    said = {"reference": reference, "title": page.title, "continued": page.continued and page.continued.text, "revisions": every}
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


@require_safe
def revision(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    today = timezone.now().date()
    asked = read_some(request.GET, ["as_of", "inferred"], today=today)
    kept = revision_of(reference, number)
    before = revision_of(reference, number - 1) if number > 1 else None
    days = Days(asked.on, None, today, asked.inferring)
    record = RecordAsked(kept, reference, days, number, request.build_absolute_uri("/").rstrip("/"))
    shown = agreement_page(record, href=request.path)
    said = {"page": shown, "changes": changes(kept, before, record), "continued": continued(reference, days)}
    return render(request, "web/revision.html", said)


@require_safe
def revision_data(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    read_some(request.GET, (), today=timezone.now().date())
    kept = revision_of(reference, number)
    document = read_document(kept.document).model_dump(mode="json")
    said = {"reference": reference, "revision": revision_said(kept, reference, request.build_absolute_uri("/").rstrip("/"))}
    return JsonResponse({**said, "document": document}, json_dumps_params={"ensure_ascii": False})


@require_safe
def compare(request: HttpRequest, reference: str) -> HttpResponse:
    return render(request, "web/compare_revisions.html", {"page": _comparing(request, reference)})


@require_safe
def compare_data(request: HttpRequest, reference: str) -> HttpResponse:
    return JsonResponse(comparison_said(_comparing(request, reference)), json_dumps_params={"ensure_ascii": False})


@require_safe
def cite(request: HttpRequest, reference: str) -> HttpResponse:
    asked = read_record(request, reference)
    return render(request, "web/cite.html", {"page": cite_page(asked)})


def _comparing(request: HttpRequest, reference: str) -> ComparingPage:
    """The two revisions asked for; without a word, the last and the one before it."""
    today = timezone.now().date()
    reading = Reading(request.GET, ("from", "to", *DAYS))
    older, newer = whole(reading, "from"), whole(reading, "to")
    days = Days(reading.day("as_of") or today, reading.known_day(today=today), today)
    reading.done()
    every = revisions_of(reference)
    after = revision_of(reference, newer or (every[0].number if every else 1))
    before = revision_of(reference, older or max(1, after.number - 1))
    return comparing_page(reference, before, after, every, party_names(), days)
