"""Where to begin, and what is said where nothing is."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from api.about import status_said
from api.answering import address, answer
from api.answers import Links
from api.describing import describe_index, describe_status
from api.views.base import ApiView
from catalogue.parameters import read_none

NAMES = {"document_schema": "document-schema", "documentation": "docs"}


@describe_index
class Index(ApiView):
    def get(self, request: Request) -> HttpResponse:
        read_none(request.query_params)
        links = Links(**{name: address(request, NAMES.get(name, name)) for name in Links.model_fields})
        return answer(links.model_dump_json())


@describe_status
class ServiceStatus(ApiView):
    def get(self, request: Request) -> HttpResponse:
        read_none(request.query_params)
        return answer(status_said(today=timezone.now().date()).model_dump_json())


@extend_schema(exclude=True)
class UnknownAddress(ApiView):
    """Every other address under /api/, whatever the method."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if request.method not in ("GET", "HEAD") or not _lacks_slash(request.path_info):
            raise Http404

    def get(self, request: Request) -> HttpResponse:
        """Only the slash at the end is missing."""
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{request.path}/?{query}" if query else f"{request.path}/")


def _lacks_slash(path: str) -> bool:
    try:
        return not path.endswith("/") and resolve(f"{path}/").url_name != "unknown"
    except Resolver404:
        return False
