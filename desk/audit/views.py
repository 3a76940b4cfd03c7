"""The audit of one agreement: a page, and the same lines as CSV and JSON for those who work at the desk."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from agreements.models import Agreement, Deed
from desk.opening import at_hand
from desk.site import desk
from exports.table import cell, line

PAGE = 100
COLUMNS = ("at", "by", "what", "details", "version")


def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who did what when, the last first."""
    agreement = at_hand(request, Agreement, pk, with_=("record",))
    page = Paginator(_deeds(agreement).reverse(), PAGE).get_page(request.GET.get("page"))
    shown = {**desk.each_context(request), "title": f"History: {agreement}", "agreement": agreement, "page": page}
    return render(request, "desk/audit.html", shown)


def history_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The same as a table, the first deed first; a cell that a spreadsheet would take for a formula is quoted."""
    agreement = at_hand(request, Agreement, pk)
    rows = (COLUMNS, *map(_cells, _lines(agreement)))
    answer = StreamingHttpResponse(map(line, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="history-{pk}.csv"'
    return answer


def history_json(request: HttpRequest, pk: int) -> JsonResponse:
    agreement = at_hand(request, Agreement, pk, with_=("record",))
    reference = agreement.record.reference if agreement.record else None
    return JsonResponse({"agreement": agreement.pk, "reference": reference, "title": agreement.title, "deeds": list(_lines(agreement))})


def _deeds(agreement: Agreement) -> Any:
    return Deed.objects.filter(agreement=agreement).select_related("by").order_by("pk")


def _lines(agreement: Agreement) -> Iterator[dict[str, Any]]:
    for deed in _deeds(agreement).iterator(chunk_size=500):
        yield {
            "at": deed.at.isoformat(),
            "by": deed.by.get_username() if deed.by else None,
            "what": deed.what.value,
            "details": deed.details,
            "version": deed.version,
        }


def _cells(said: dict[str, Any]) -> list[str]:
    return [cell("\n".join(value) if isinstance(value, list) else value) for value in said.values()]
