"""Parties: all of them page by page, one in full, its partners; all pairs, and what stands between two."""

from typing import Any

from django.http import HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from api.answering import address, answer
from api.answers import PartyRow
from api.describing import describe_between, describe_pairs, describe_parties, describe_partners, describe_party
from api.listing import Rows, Wanted, listed
from api.parties import PartyQuestion, in_full, known_code, party_rows, party_with_code, read_party_question
from api.partners import BetweenTwoParties, PairRow, PartnerRow, pair_rows, partner_rows
from api.reading import read_whole_question
from api.views.base import CatalogueView, ListView
from catalogue.holdings import NARROWING
from catalogue.parameters import Parameters, read_none
from catalogue.question import Question
from catalogue.refusing import NotFound
from exports.between import between_said, read_between
from parties.models import Party

DAYS = ("as_of", "as_known", "inferred")
HERE = "_"  # stands for a code in an address that is cut off before it


@describe_parties
class PartyList(ListView):
    row = PartyRow

    def read(self, parameters: Parameters, **parts: Any) -> PartyQuestion:
        return read_party_question(parameters)

    def rows(self, request: Request, asked: PartyQuestion, wanted: Wanted) -> Rows:
        return party_rows(asked, wanted, folder=address(request, "parties"))


@describe_party
class PartyDetail(CatalogueView):
    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        read_none(request.query_params)
        party = party_with_code(parts["code"])
        agreements = f"{address(request, 'agreements')}?party={party.code}"
        return answer(in_full(party, folder=address(request, "parties"), agreements=agreements).model_dump_json())


@describe_partners
class PartnerList(ListView):
    row = PartnerRow

    def read(self, parameters: Parameters, **parts: Any) -> tuple[str, Question]:
        return parts["code"], read_whole_question(parameters, listed(PartnerRow, *DAYS))

    def rows(self, request: Request, asked: tuple[str, Question], wanted: Wanted) -> Rows:
        code, question = asked
        known_code("code", code, Party.objects.names())
        return partner_rows(code, question, door=_door(request))


@describe_pairs
class PairList(ListView):
    row = PairRow

    def read(self, parameters: Parameters, **parts: Any) -> Question:
        return read_whole_question(parameters, listed(PairRow, *NARROWING, "limit", "cursor"))

    def rows(self, request: Request, asked: Question, wanted: Wanted) -> Rows:
        return pair_rows(asked, wanted, door=_door(request))


@describe_between
class BetweenDetail(CatalogueView):
    """The two stand in the order of their codes, so that there is one address to cite."""

    def find(self, request: Request, **parts: Any) -> HttpResponseBase:
        question, names = read_whole_question(request.query_params, DAYS), Party.objects.names()
        one, two = (known_code(name, parts[name], names) for name in ("one", "two"))
        if one == two:
            raise NotFound(f"“{one}” is one party, not two: nothing stands between a party and itself.", "two", two)
        if one > two:
            return _in_order(request, two, one)
        said = BetweenTwoParties.model_validate(between_said(read_between(one, two, question, names), question))
        return answer(said.model_dump_json(by_alias=True))


def _in_order(request: Request, one: str, two: str) -> HttpResponseBase:
    query = request.META.get("QUERY_STRING", "")
    path = reverse("api:between", args=(one, two))
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def _door(request: Request) -> str:
    """The address under which pairs lie."""
    return address(request, "between", HERE, HERE).removesuffix(f"{HERE}/{HERE}/")
