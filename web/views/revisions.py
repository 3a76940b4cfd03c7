"""What the register has said of an agreement, revision by revision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.reading import revision_of
from web.reading import read_some
from web.showing.agreement import agreement_page
from web.showing.days import Days
from web.showing.revisions import changes, continued, revisions_page


@require_safe
def revisions(request: HttpRequest, reference: str) -> HttpResponse:
    read_some(request.GET, (), today=timezone.now().date())
    return render(request, "web/revisions.html", {"page": revisions_page(reference)})


@require_safe
def revision(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    today = timezone.now().date()
    asked = read_some(request.GET, ["as_of"], today=today)
    kept = revision_of(reference, number)
    before = revision_of(reference, number - 1) if number > 1 else None
    days = Days(asked.on, None, today)
    shown = agreement_page(kept, reference, days, site=request.build_absolute_uri("/"), href=request.path, knows=False)
    said = {"page": shown, "changes": changes(kept, before, reference), "continued": continued(reference)}
    return render(request, "web/revision.html", said)
