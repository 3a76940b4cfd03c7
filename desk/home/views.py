"""The first page of the desk, and each of its lists in full."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from desk.admin.base import at_the_desk
from desk.home.attention import ATTENTION
from desk.home.lists import Asking, Shown, first, open_to
from desk.home.mine import MINE
from desk.site import desk

ON_HOME, ON_A_PAGE = 5, 50
LISTS = {one.slug: one for one in (*MINE, *ATTENTION)}


@dataclass(frozen=True)
class Home:
    """What the first page shows: one query for each list that is open to the person."""

    mine: tuple[Shown, ...]
    attention: tuple[Shown, ...]
    one_editor: bool


def home_of(request: HttpRequest) -> Home:
    asking = _asking(request)
    shown = {one.slug: first(one, asking, limit=ON_HOME) for one in open_to(asking.person, LISTS)}
    return Home(
        mine=tuple(shown[one.slug] for one in MINE if one.slug in shown),
        attention=tuple(shown[one.slug] for one in ATTENTION if one.slug in shown),
        one_editor=not settings.ENTENTE_FOUR_EYES,
    )


@require_safe
def work(request: HttpRequest, which: str) -> HttpResponse:
    """One list, whole, by the page."""
    asking = _asking(request)
    worklist = LISTS.get(which)
    if worklist is None:
        raise Http404
    if not asking.person.has_perm(worklist.permission):
        raise PermissionDenied
    page = Paginator(worklist.rows(asking), ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [worklist.line(row, asking) for row in page.object_list]
    shown: dict[str, Any] = {**desk.each_context(request), "title": worklist.heading, "list": worklist, "page": page, "lines": lines}
    return render(request, "desk/work.html", shown)


def _asking(request: HttpRequest) -> Asking:
    agreements = desk.get_model_admin(Agreement).get_queryset(request).filter(set_aside_at=None)
    return Asking(at_the_desk(request), timezone.now().date(), agreements)
