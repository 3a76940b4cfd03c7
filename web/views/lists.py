"""The same question as the list, answered for spreadsheets, scripts and feed readers."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.asking import ask
from catalogue.question import PARAMETERS
from exports.rows import list_json
from exports.table import table_csv
from web.feeds import list_feed
from web.reading import party_names, read_some
from web.showing.sentence import sentence

WHOLE = tuple(name for name in PARAMETERS if name not in ("limit", "cursor"))
FEED = tuple(name for name in PARAMETERS if name not in ("order", "limit"))
STRETCH = 500  # so many rows are held at a time


@require_safe
def table(request: HttpRequest) -> StreamingHttpResponse:
    entries = ask(read_some(request.GET, WHOLE, today=timezone.now().date())).all()
    lines = table_csv(entries.iterator(chunk_size=STRETCH), _folder(request))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="agreements.csv"'
    return answer


@require_safe
def data(request: HttpRequest) -> StreamingHttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, WHOLE, today=today)
    said = sentence(question, party_names(), today=today)
    pieces = list_json(ask(question).all().iterator(chunk_size=STRETCH), _folder(request), question=said)
    return StreamingHttpResponse(pieces, content_type="application/json")


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    today = timezone.now().date()
    question = read_some(request.GET, FEED, today=today)
    return HttpResponse(
        list_feed(question, site=request.build_absolute_uri("/"), today=today), content_type="application/atom+xml; charset=utf-8"
    )


def _folder(request: HttpRequest) -> str:
    """The address under which the documents lie."""
    return request.build_absolute_uri("/api/v1/agreements/")
