"""Which agreements the person at the desk may see, open and change: as their admin page has it."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from agreements.models import Agreement
from desk.site import desk


def seen_by(request: HttpRequest) -> QuerySet[Agreement]:
    """All that the person may look at. Raises PermissionDenied for somebody who may look at none."""
    page = desk.get_model_admin(Agreement)
    if not page.has_view_permission(request):
        raise PermissionDenied
    return page.get_queryset(request).select_related("record")


def opened(request: HttpRequest, pk: int) -> Agreement:
    """One that the person may look at. Raises Http404 for any other, whether there is one or not."""
    found = seen_by(request).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def opened_to_change(request: HttpRequest, pk: int) -> Agreement:
    """One that the person may change. Raises PermissionDenied or Http404."""
    page = desk.get_model_admin(Agreement)
    if not page.has_change_permission(request):
        raise PermissionDenied
    return opened(request, pk)
