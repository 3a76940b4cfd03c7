"""Agreements: the list that answers a question, one document, its revisions, and what the law concludes of it."""

import re
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from rest_framework.request import Request

from api.agreements import agreement_rows
from api.answering import address, answer, conditional_answer
from api.answers import AgreementRow
from api.describing import (
    describe_agreement,
    describe_agreement_deadlines,
    describe_agreements,
    describe_revision,
    describe_revisions,
    describe_standing,
)
from api.listing import Rows, Wanted, listed
from api.parameters import REVISION_NUMBER
from api.reading import read_whole_question
from api.revisions import RevisionRow, revision_rows
from api.standing import ToCome, deadline_rows, standing_answer
from api.views.base import ApiView, CatalogueView, ListView
from catalogue.judging import Asked, judge, read_asked
from catalogue.parameters import Parameters, Reading, read_known_day, read_none
from catalogue.question import PARAMETERS, Question
from catalogue.reading import entry_of, revision_of
from catalogue.refusing import NotFound
from records.models import Revision
from treaty.document.canonical import read_document


@describe_agreements
class AgreementList(ListView):
    row = AgreementRow

    def read(self, parameters: Parameters, **parts: Any) -> Question:
        return read_whole_question(parameters, listed(AgreementRow, *PARAMETERS))

    def rows(self, request: Request, asked: Question, wanted: Wanted) -> Rows:
        return agreement_rows(asked, wanted, folder=address(request, "agreements"))


@describe_agreement
class AgreementDetail(ApiView):
    def get(self, request: Request, reference: str) -> HttpResponseBase:
        as_known = read_known_day(request.query_params, today=timezone.now().date())
        return _document(request, entry_of(reference, as_known=as_known).revision)


@describe_revisions
class AgreementRevisions(ListView):
    row = RevisionRow

    def read(self, parameters: Parameters, **parts: Any) -> str:
        Reading(parameters, listed(RevisionRow)).done()
        return str(parts["reference"])

    def rows(self, request: Request, asked: str, wanted: Wanted) -> Rows:
        return revision_rows(asked, folder=address(request, "agreements"))


@describe_revision
class AgreementRevision(ApiView):
    def get(self, request: Request, reference: str, number: str) -> HttpResponseBase:
        read_none(request.query_params)
        if not re.fullmatch(REVISION_NUMBER, number):
            raise NotFound(f"“{number[:60]}” is not the number of a revision; one looks like 1.", "number", number)
        return _document(request, revision_of(reference, int(number)))


def _document(request: Request, revision: Revision) -> HttpResponseBase:
    """The document byte for byte, as it was published."""
    found = conditional_answer(request, lambda: answer(revision.document), sha256=revision.sha256, changed=revision.published_at)
    found["Link"] = f'<{reverse("api:document-schema")}>; rel="describedby"; type="application/schema+json"'
    return found


@describe_standing
class AgreementStanding(CatalogueView):
    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        asked = read_asked(request.query_params, today=timezone.now().date())
        revision = entry_of(parts["reference"], as_known=asked.as_known).revision
        return answer(standing_answer(judge(read_document(revision.document), asked), parts["reference"], revision.number))


@describe_agreement_deadlines
class AgreementDeadlines(ListView):
    row = ToCome

    def read(self, parameters: Parameters, **parts: Any) -> tuple[str, Asked]:
        allowed = listed(ToCome, "as_of", "as_known", "inferred")
        return parts["reference"], read_asked(parameters, today=timezone.now().date(), allowed=allowed)

    def rows(self, request: Request, asked: tuple[str, Asked], wanted: Wanted) -> Rows:
        reference, days = asked
        revision = entry_of(reference, as_known=days.as_known).revision
        return deadline_rows(judge(read_document(revision.document), days))
