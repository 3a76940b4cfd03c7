"""One agreement or submission, as far as the person at the desk may open it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest

from desk.site import desk


def at_hand(request: HttpRequest, model: type[Model], pk: int, *, to_change: bool = False, with_: tuple[str, ...] = ()) -> Any:
    """The row, under the rules of its admin page. Raises PermissionDenied before it says whether there is one, else Http404."""
    page = desk.get_model_admin(model)
    may = page.has_change_permission if to_change else page.has_view_permission
    if not may(request):
        raise PermissionDenied
    row = page.get_queryset(request).select_related(*with_).filter(pk=pk).first()
    if row is None:
        raise Http404
    if not may(request, row):
        raise PermissionDenied
    return row
