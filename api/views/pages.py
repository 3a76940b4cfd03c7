"""The documentation of this API as pages: ours, which everybody can read, and Swagger's, on which operations are tried out."""

from typing import Any, ClassVar

from csp.decorators import csp_update
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from api.answering import answer, conditional_answer
from api.negotiating import HTML
from api.reference import reference_page
from api.shapes import shapes_page
from api.views.base import ApiView
from catalogue.parameters import read_none
from treaty.document.canonical import sha256


class WrittenPage(ApiView):
    """A page that stays as it is while the program runs."""

    formats = (HTML,)
    template: ClassVar[str]

    def get(self, request: Request) -> HttpResponseBase:
        read_none(request.query_params)
        text = render_to_string(self.template, self.shown(request))
        return conditional_answer(request, lambda: answer(text, media_type=f"{HTML.media_type}; charset=utf-8"), sha256=sha256(text))

    def shown(self, request: Request) -> dict[str, Any]:
        """What the template is given."""
        return {}


@extend_schema(exclude=True)
class Documentation(WrittenPage):
    template = "api/reference.html"

    def shown(self, request: Request) -> dict[str, Any]:
        return {"page": reference_page(), "site": request.build_absolute_uri("/").rstrip("/")}


@extend_schema(exclude=True)
class Shapes(WrittenPage):
    template = "api/shapes.html"

    def shown(self, request: Request) -> dict[str, Any]:
        return {"page": shapes_page()}


@extend_schema(exclude=True)
@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")  # the arrows of Swagger's style sheet: docs/decisions/0018
class TryingOut(WrittenPage):
    template = "api/try.html"
