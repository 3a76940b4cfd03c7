"""In which form an answer is written: as the parameter `format` says, else as the Accept header does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from rest.accepting import Accepting


@dataclass(frozen=True)
class Format:
    """A form of an answer: its name, its media type, and what it is for."""

    name: str
    media_type: str
    purpose: str


JSON = Format("json", "application/json", "a page of rows, with the address of the next")
JSON_LINES = Format("jsonl", "application/jsonl", "one JSON object a line, the whole list in one stream")
CSV = Format("csv", "text/csv", "a table, the whole list in one stream")
DOCUMENT_SCHEMA = Format("schema", "application/schema+json", "JSON Schema")
HTML = Format("html", "text/html", "a page for people")
PROBLEM = Format("problem", "application/problem+json", "what went wrong (RFC 9457)")
LISTS = (JSON, JSON_LINES, CSV)


def renderer_of(form: Format) -> type[BaseRenderer]:
    """REST framework chooses among renderers; answers are written before one is asked."""

    class Renderer(BaseRenderer):
        media_type = form.media_type
        format = form.name

    return Renderer


class Negotiation(Accepting):
    """The parameter wins over the header, which a browser or a spreadsheet does not let one choose.

    A value that is no format is refused where the parameters are read, by name.
    """

    def select_renderer(self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None) -> Any:
        renderers = list(renderers)
        asked = request.query_params.get("format")
        if asked is None or len(renderers) < len(LISTS):
            return super().select_renderer(request, renderers, format_suffix)
        chosen = next((one for one in renderers if one.format == asked), renderers[0])
        return chosen, chosen.media_type
