"""Agreements: the list that answers a question, and one document."""

import json

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from api.answering import address, answer, conditional_answer, next_page
from api.describing import describe_agreement, describe_agreements, describe_standing
from api.parties import names_by_code
from api.standing import standing_answer
from api.views.base import ApiView
from catalogue.asking import Page, ask
from catalogue.judging import judge, read_asked
from catalogue.parameters import read_known_day
from catalogue.question import read_question
from catalogue.reading import entry_of
from exports.rows import row_json
from treaty.document.canonical import read_document


class AgreementList(ApiView):
    permission_classes = (AllowAny,)

    @describe_agreements
    def get(self, request: Request) -> HttpResponse:
        question = read_question(request.query_params, today=timezone.now().date(), known_parties=names_by_code)
        page = ask(question).page(with_parties=False)
        following = next_page(request, page.next_cursor, on=question.on)
        return answer(_page(page, folder=address(request, "agreements"), following=following))


def _page(page: Page, *, folder: str, following: str | None) -> str:
    """The page of a list, put together from rows that were written when their revisions were published."""
    rows = ",".join(row_json(entry, folder) for entry in page.entries)
    return f'{{"results":[{rows}],"next":{json.dumps(following)}}}'


class AgreementStanding(ApiView):
    permission_classes = (AllowAny,)

    @describe_standing
    def get(self, request: Request, reference: str) -> HttpResponse:
        asked = read_asked(request.query_params, today=timezone.now().date())
        revision = entry_of(reference, as_known=asked.as_known).revision
        judged = judge(read_document(revision.document), asked)
        return answer(standing_answer(judged, reference, revision.number))


class AgreementDetail(ApiView):
    permission_classes = (AllowAny,)

    @describe_agreement
    def get(self, request: Request, reference: str) -> HttpResponse:
        as_known = read_known_day(request.query_params, today=timezone.now().date())
        revision = entry_of(reference, as_known=as_known).revision
        found = conditional_answer(request, lambda: revision.document, sha256=revision.sha256, changed=revision.published_at)
        found["Link"] = f'<{reverse("api:document-schema")}>; rel="describedby"; type="application/schema+json"'
        return found
