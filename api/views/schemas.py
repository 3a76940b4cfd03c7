"""The descriptions of this API and of the document, for machines."""

from django.http import HttpResponse
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from api.answering import conditional_answer
from api.describing import describe_document_schema, describe_schema
from api.schemas import SCHEMA_MEDIA_TYPE, document_schema, openapi
from api.views.base import ApiView
from catalogue.parameters import read_none


class SchemaRenderer(JSONRenderer):
    media_type = SCHEMA_MEDIA_TYPE


class OpenApiDocument(ApiView):
    permission_classes = (AllowAny,)

    @describe_schema
    def get(self, request: Request) -> HttpResponse:
        read_none(request.query_params)
        schema = openapi()
        return conditional_answer(request, lambda: schema.text, sha256=schema.sha256)


class DocumentSchema(ApiView):
    permission_classes = (AllowAny,)
    renderer_classes = (SchemaRenderer, *ApiView.renderer_classes)

    @describe_document_schema
    def get(self, request: Request) -> HttpResponse:
        read_none(request.query_params)
        schema = document_schema()
        return conditional_answer(request, lambda: schema.text, sha256=schema.sha256, media_type=SCHEMA_MEDIA_TYPE)
