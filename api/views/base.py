"""What all views of this door share: reading only, open to scripts of every origin."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from api.answering import compressed, conditional_answer
from api.answers import Answer
from api.listing import Rows, Wanted, read_wanted, written
from api.negotiating import JSON, LISTS, PROBLEM, Format, Negotiation, renderer_of
from catalogue.freshness import version
from catalogue.parameters import Parameters, read_together, refuse_blanks

# Reading is open to the scripts of every page, without credentials, so django-cors-headers would be more than is needed.
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Authorization, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ApiView(APIView):
    """A view that only reads. A client that accepts nothing but problems may ask, too."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    parser_classes = ()
    content_negotiation_class = Negotiation
    http_method_names = ["get", "head", "options"]
    formats: ClassVar[tuple[Format, ...]] = (JSON,)

    def get_renderers(self) -> list[BaseRenderer]:
        return [renderer_of(form)() for form in (*self.formats, PROBLEM)]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_blanks(request.query_params)

    def form(self, request: Request) -> Format:
        """The form of the answer that was negotiated."""
        chosen = request.accepted_renderer.format
        return next((form for form in self.formats if form.name == chosen), self.formats[0])

    def options(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        answer = HttpResponse(status=204, headers=PREFLIGHT)
        del answer["Content-Type"]  # of nothing
        return answer

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        for name, value in CROSS_ORIGIN.items():
            response[name] = value
        compressed(request, response)
        finished = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(finished, ["Accept", "Accept-Encoding"])
        return finished


class CatalogueView(ApiView):
    """An answer that follows from its address, the register and the day, so that who has it need not ask again."""

    def get(self, request: Request, **parts: Any) -> HttpResponseBase:
        known = version(today=timezone.now().date())
        if known is None:
            return self.find(request, **parts)
        sha256 = known.of(request.build_absolute_uri(), request.accepted_media_type)
        return conditional_answer(request, lambda: self.find(request, **parts), sha256=sha256, changed=known.changed, by_date=False)

    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        """Read what is asked and answer it. Raises what `api.problems` explains."""
        raise NotImplementedError


class ListView(CatalogueView):
    """A list of rows in any of three forms: each says what a row is, what it takes, and where its rows come from."""

    formats = LISTS
    row: ClassVar[type[Answer]]

    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        wanted, asked = read_together(
            lambda: read_wanted(request.query_params, self.form(request), self.row),
            lambda: self.read(request.query_params, **parts),
        )
        return written(request, self.rows(request, asked, wanted), wanted, self.row)

    def read(self, parameters: Parameters, **parts: Any) -> Any:
        """What is asked. Raises Refused with every fault, NotFound for an address that names nothing."""
        raise NotImplementedError

    def rows(self, request: Request, asked: Any, wanted: Wanted) -> Rows:
        """The rows that answer it."""
        raise NotImplementedError
