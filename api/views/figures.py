"""Answers in numbers, and what the register learnt."""

from datetime import date
from typing import Any

from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.request import Request

from api.answering import address, answer
from api.describing import describe_changes, describe_facets, describe_figures
from api.figures import facets_said, figures_said
from api.listing import Rows, Wanted, listed
from api.reading import read_whole_question
from api.revisions import Change, change_rows
from api.views.base import CatalogueView, ListView
from catalogue.changes import NARROWS, read_since_or_cursor
from catalogue.parameters import Parameters, read_together
from catalogue.question import PARAMETERS, Question
from parties.models import Party

NUMBERS = tuple(name for name in PARAMETERS if name not in ("order", "limit", "cursor"))
"""The parameters of a question that is answered in numbers."""


@describe_facets
class FacetTable(CatalogueView):
    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        question = read_whole_question(request.query_params, NUMBERS)
        return answer(facets_said(question, Party.objects.names()).model_dump_json())


@describe_figures
class FigureTable(CatalogueView):
    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        return answer(figures_said(read_whole_question(request.query_params, NUMBERS)).model_dump_json())


@describe_changes
class ChangeList(ListView):
    row = Change

    def read(self, parameters: Parameters, **parts: Any) -> tuple[Question, tuple[date | None, str]]:
        question, since = read_together(
            lambda: read_whole_question(parameters, listed(Change, *NARROWS, "since", "limit")),
            lambda: read_since_or_cursor(parameters, today=timezone.now().date()),
        )
        return question, since

    def rows(self, request: Request, asked: tuple[Question, tuple[date | None, str]], wanted: Wanted) -> Rows:
        question, (since, cursor) = asked
        return change_rows(question, since, cursor, wanted, folder=address(request, "agreements"))
