"""What does not change while the program runs: the descriptions of this API and of the document, and the vocabulary."""

from collections.abc import Callable
from typing import ClassVar

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from api.about import vocabulary
from api.answering import answer, conditional_answer
from api.describing import describe_document_schema, describe_schema, describe_vocabulary
from api.negotiating import DOCUMENT_SCHEMA, JSON
from api.schemas import Written, document_schema, openapi
from api.views.base import ApiView
from catalogue.parameters import read_none


class WrittenView(ApiView):
    """A text that is written once per process."""

    written: ClassVar[Callable[[], Written]]

    def get(self, request: Request) -> HttpResponseBase:
        read_none(request.query_params)
        text = type(self).written()
        media_type = self.formats[0].media_type
        return conditional_answer(request, lambda: answer(text.text, media_type=media_type), sha256=text.sha256)


@describe_schema
class OpenApiDocument(WrittenView):
    written = openapi


@describe_document_schema
class DocumentSchema(WrittenView):
    formats = (DOCUMENT_SCHEMA, JSON)
    written = document_schema


@describe_vocabulary
class Vocabulary(WrittenView):
    written = vocabulary
