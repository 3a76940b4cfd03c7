"""The rule book read over a batch as its desk copies are now."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from desk.batches.views import at_hand, may_see, page
from desk.home.lists import Line
from intake.auditing import audit_batch
from treaty.document.rules import Finding, Level

ON_A_PAGE = 50


@require_safe
@may_see
def audit(request: HttpRequest, pk: int) -> HttpResponse:
    """What each rule finds, and every place, leading to its desk copy. The documents are composed for it: it takes a while for many."""
    batch = at_hand(pk)
    found = audit_batch(batch, on=timezone.now().date())
    places = Paginator(found.places, ON_A_PAGE).get_page(request.GET.get("page"))
    unread = [Line(str(one), _desk_copy(one), "It holds what no document may: its form says what.") for one in found.unread]
    lines = [*(unread if places.number == 1 else []), *(_line(*place) for place in places)]
    return page(request, "sound", "The rule book over a batch", batch=batch, audit=found, page=places, lines=lines)


def _line(agreement: Agreement, finding: Finding) -> Line:
    state = ("Error", "error") if finding.level is Level.ERROR else ("Warning", "waiting")
    return Line(str(agreement), _desk_copy(agreement), finding.sentence, *state, more=(finding.detail,))


def _desk_copy(agreement: Agreement) -> str:
    return reverse("admin:agreements_agreement_change", args=[agreement.pk])
