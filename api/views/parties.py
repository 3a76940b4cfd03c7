"""Parties: all of them page by page, and one in full."""

from django.http import HttpResponse
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from api.answering import address, answer, next_page
from api.describing import describe_parties, describe_party
from api.parties import in_full, page_of_parties, party_with_code, read_party_question
from api.views.base import ApiView
from catalogue.parameters import read_none


class PartyList(ApiView):
    permission_classes = (AllowAny,)

    @describe_parties
    def get(self, request: Request) -> HttpResponse:
        page = page_of_parties(read_party_question(request.query_params), folder=address(request, "parties"))
        page.next = next_page(request, page.next or "")
        return answer(page.model_dump_json())


class PartyDetail(ApiView):
    permission_classes = (AllowAny,)

    @describe_party
    def get(self, request: Request, code: str) -> HttpResponse:
        read_none(request.query_params)
        party = party_with_code(code)
        agreements = f"{address(request, 'agreements')}?party={party.code}"
        return answer(in_full(party, folder=address(request, "parties"), agreements=agreements).model_dump_json())
