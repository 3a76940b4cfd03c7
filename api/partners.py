"""Parties two by two: a party's partners, all pairs of an answer, and what stands between two."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pydantic import Field

from api.answers import Answer, Page
from api.listing import Rows, Wanted
from catalogue.cursors import cursor_at, key_of, line, no_such_page, serial_of
from catalogue.holdings import answered
from catalogue.partners import entries_of, parties_to, partners
from catalogue.question import Question
from catalogue.reading import last_serial
from catalogue.ties import Pair, ties_among
from treaty.document.days import PartialDay
from treaty.document.parts import PartyCode, Reference
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing

PAIRS = "pairs"


class PartnerRow(Answer):
    """Somebody with whom a party has agreements."""

    code: PartyCode
    name: str
    agreements: int = Field(description="How many name both as parties.")
    in_force: int = Field(description="How many of them are in force between the two on the day.")
    between: str = Field(description="What stands between the two.")


class PartnerPage(Page):
    """All partners of one party, who has most in force with it first."""

    results: list[PartnerRow]


class PairRow(Answer):
    """Two parties between which agreements of the answer are in force or suspended on the day; in the order of their codes."""

    one: PartyCode
    two: PartyCode
    in_force: int
    suspended: int
    between: str = Field(description="What stands between the two.")


class PairPage(Page):
    """A stretch of the pairs, in the order of their codes."""

    results: list[PairRow]


class Named(Answer):
    """A party by code and name."""

    code: PartyCode
    name: str


class OwnStanding(Answer):
    """How one of the two stands towards an agreement on the day."""

    standing: PartyStanding
    since: PartialDay


class Held(Answer):
    """A time during which the agreement held between the two, up to the first day on which it did so no longer."""

    standing: PairStanding
    begins: date
    ends: date | None = Field(description="Null where no end is known.")
    since: PartialDay


class Reason(Answer):
    """Why it holds between the two."""

    sentence: str
    rule: str
    events: list[str]
    articles: list[str]
    basis: Basis


class CommonAgreement(Answer):
    """An agreement to which both are parties."""

    reference: Reference
    title: str
    kind: AgreementKind | None
    signed: PartialDay | None
    parties: list[PartyCode]
    bilateral: bool = Field(description="Whether the two are its only parties.")
    provisions: list[ProvisionKind]
    standing: PairStanding = Field(description="What holds between the two on the day.")
    since: PartialDay | None
    because: Reason | None = Field(description="Null where nothing holds between the two.")
    each: dict[PartyCode, OwnStanding]
    history: list[Held]


class DeadlineBetween(Answer):
    """Something still to come for an agreement of both."""

    kind: DeadlineKind
    date: PartialDay
    party: PartyCode | None
    basis: Basis
    reference: Reference


class Shared(Answer):
    """Somebody with whom both have something in force, and the subjects that both have with them, as filters of a list name them."""

    code: PartyCode
    subjects: list[str]


class Alone(Answer):
    """A subject that one of the two has in force with others, and not with the other of the two."""

    subject: str
    with_: list[PartyCode] = Field(alias="with")


class BetweenTwoParties(Answer):
    """What stands between two parties on a day."""

    as_of: date
    as_known: date | None
    inferred: bool
    parties: list[Named]
    agreements: list[CommonAgreement]
    deadlines: list[DeadlineBetween]
    shared: list[Shared]
    only_one_has: dict[PartyCode, list[Alone]]


def partner_rows(code: str, question: Question, *, door: str) -> Rows:
    """The partners of one party. `door` is the address under which pairs lie. Two queries."""
    parties = parties_to(entries_of((code,), question))
    found = partners(code, parties, question)
    said = ({**vars(one), "between": f"{door}{'/'.join(sorted((code, one.code)))}/"} for one in found)
    return Rows((json.dumps(one, ensure_ascii=False) for one in said), lambda: len(found), on=question.on)


def pair_rows(question: Question, wanted: Wanted, *, door: str) -> Rows:
    """Every pair between which something of the answer holds, or a page of them; of the parties named, where any are.

    Four queries.
    """
    cursor = question.cursor or cursor_at(PAIRS, last_serial(), "", "")
    after = key_of(cursor, PAIRS, line, line)
    question = replace(question, cursor=cursor)
    answer = answered(question)
    force, halted = (ties_among(answer, standing=standing) for standing in (Standing.IN_FORCE, Standing.SUSPENDED))
    every = sorted(two for two in force.keys() | halted.keys() if not question.parties or {*two} & {*question.parties})
    found = every if wanted.whole else [two for two in every if two > after]
    if any(after) and not found:
        raise no_such_page(cursor)
    shown = found if wanted.whole else found[: question.limit]
    following = cursor_at(PAIRS, serial_of(cursor) or 0, *shown[-1]) if len(found) > len(shown) else ""
    said = ({"in_force": force.get(two, 0), "suspended": halted.get(two, 0)} | _two(two, door) for two in shown)
    return Rows(_in_order(said), lambda: len(every), following, question.on)


def _two(two: Pair, door: str) -> dict[str, object]:
    return {"one": two[0], "two": two[1], "between": f"{door}{two[0]}/{two[1]}/"}


def _in_order(said: Iterable[dict[str, object]]) -> Iterable[str]:
    return (json.dumps({name: one[name] for name in PairRow.model_fields}, ensure_ascii=False) for one in said)
