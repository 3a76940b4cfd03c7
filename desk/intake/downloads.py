"""A plan to take away: the lines that the command writes with --out, sent as they are read."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from desk.intake.pages import file_at_hand, may_bring_in
from intake.models import Delivery
from intake.planning.keeping import PlanOnPaper
from intake.planning.plan import csv_lines, json_lines


@require_safe
@may_bring_in
def plan_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """A line for each thing that the plan says."""
    delivery = file_at_hand(pk)
    return _sent(delivery, csv_lines(PlanOnPaper(delivery)), "csv", "text/csv")


@require_safe
@may_bring_in
def plan_json_lines(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """A line on the file, then one for each record."""
    delivery = file_at_hand(pk)
    return _sent(delivery, json_lines(PlanOnPaper(delivery)), "jsonl", "application/x-ndjson")


def _sent(delivery: Delivery, lines: Iterator[str], ending: str, media_type: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse((f"{line}\n" for line in lines), content_type=f"{media_type}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="plan-{delivery.pk}.{ending}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
