"""What every page of a file has in common: who may open it, which file it is about, and how it is shown."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from desk.site import desk
from intake.allowing import BRING_IN
from intake.models import Delivery

may_bring_in = permission_required(BRING_IN, raise_exception=True)


def file_at_hand(pk: int) -> Delivery:
    """The file, without its content, which only a reader opens."""
    delivery = Delivery.objects.defer("content").select_related("by", "batch").filter(pk=pk).first()
    if delivery is None:
        raise Http404
    return delivery


def page(request: HttpRequest, name: str, title: str, *, status: int = 200, **said: Any) -> HttpResponse:
    return render(request, f"desk/intake/{name}.html", {**desk.each_context(request), "title": title, **said}, status=status)
