"""What all views of this door share: reading only, JSON only, open to scripts of every origin."""

from typing import Any

from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from rest.problems import MEDIA_TYPE

# Reading is open to the scripts of every page, without credentials, so django-cors-headers would be more than is needed.
CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ProblemRenderer(JSONRenderer):
    """Lets a client that accepts nothing but problems ask; answers are written before they get here."""

    media_type = MEDIA_TYPE


class ApiView(APIView):
    """A view that only reads. Each one says itself who may."""

    authentication_classes = ()
    parser_classes = ()
    renderer_classes: tuple[type[BaseRenderer], ...] = (JSONRenderer, ProblemRenderer)
    http_method_names = ["get", "head", "options"]

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        return Response(status=204, headers=PREFLIGHT)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        for name, value in CROSS_ORIGIN.items():
            response[name] = value
        return super().finalize_response(request, response, *args, **kwargs)
