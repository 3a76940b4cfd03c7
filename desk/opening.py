"""Which rows the person at the desk may open: the one way in for every page that is about an agreement or a row of one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from agreements.models import Agreement
from desk.site import desk


def seen_by(request: HttpRequest, model: type[Model] = Agreement) -> QuerySet[Any]:
    """All that the person may look at. Raises PermissionDenied for somebody who may look at none."""
    page = desk.get_model_admin(model)
    if not page.has_view_permission(request):
        raise PermissionDenied
    rows: QuerySet[Any] = page.get_queryset(request)
    return rows


def require_add(request: HttpRequest, model: type[Model] = Agreement) -> None:
    """Raises PermissionDenied for somebody who may begin no such row."""
    if not desk.get_model_admin(model).has_add_permission(request):
        raise PermissionDenied


def at_hand(request: HttpRequest, model: type[Model], pk: int, *, to_change: bool = False, with_: tuple[str, ...] = ()) -> Any:
    """The row, under the rules of its admin page.

    Raises PermissionDenied for whoever may work on no such row at all; then Http404 alike for one of somebody else and
    for one that is not there; at last PermissionDenied for one that may be looked at and not changed.
    """
    page = desk.get_model_admin(model)
    may = page.has_change_permission if to_change else page.has_view_permission
    if not may(request):
        raise PermissionDenied
    rows = seen_by(request, model).filter(pk=pk)
    row = (rows.select_related(*with_) if with_ else rows).first()
    if row is None:
        raise Http404
    if not may(request, row):
        raise PermissionDenied
    return row
