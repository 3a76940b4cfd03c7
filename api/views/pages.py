"""The documentation of this API as a page."""

from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from api.answering import answer, conditional_answer
from api.negotiating import HTML
from api.reference import reference_page
from api.views.base import ApiView
from catalogue.parameters import read_none
from treaty.document.canonical import sha256


@extend_schema(exclude=True)
class Documentation(ApiView):
    formats = (HTML,)

    def get(self, request: Request) -> HttpResponseBase:
        read_none(request.query_params)
        site = request.build_absolute_uri("/").rstrip("/")
        text = render_to_string("api/reference.html", {"page": reference_page(), "site": site})
        return conditional_answer(request, lambda: answer(text, media_type=f"{HTML.media_type}; charset=utf-8"), sha256=sha256(text))
