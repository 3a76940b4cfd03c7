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

    code: PartyCode = Field(description="The code of the partner.")
    name: str = Field(description="Its name.")
    agreements: int = Field(description="How many name both as parties.")
    in_force: int = Field(description="How many of them are in force between the two on the day.")
    between: str = Field(description="What stands between the two.")


class PartnerPage(Page):
    """All partners of one party, who has most in force with it first."""

    results: list[PartnerRow] = Field(description="The rows.")


class PairRow(Answer):
    """Two parties between which agreements of the answer are in force or suspended on the day; in the order of their codes."""

    one: PartyCode = Field(description="The code that comes first in the alphabet: a pair has no direction, and stands once.")
    two: PartyCode = Field(description="The other code.")
    in_force: int = Field(description="How many agreements are in force between the two.")
    suspended: int = Field(description="How many are suspended between the two.")
    between: str = Field(description="What stands between the two.")


class PairPage(Page):
    """A stretch of the pairs, in the order of their codes."""

    results: list[PairRow] = Field(description="The rows.")


class Named(Answer):
    """A party by code and name."""

    code: PartyCode = Field(description="Its code.")
    name: str = Field(description="Its name.")


class OwnStanding(Answer):
    """How one of the two stands towards an agreement on the day."""

    standing: PartyStanding
    since: PartialDay = Field(description="Since when, as exactly as the sources tell.")


class Held(Answer):
    """A time during which the agreement held between the two, up to the first day on which it did so no longer."""

    standing: PairStanding
    begins: date = Field(description="The first day.")
    ends: date | None = Field(description="Null where no end is known.")
    since: PartialDay = Field(description="The same as `begins`, as exactly as the sources tell.")


class Reason(Answer):
    """Why it holds between the two."""

    sentence: str = Field(description="Why, as a sentence with its sources.")
    rule: str = Field(description="The id of the rule that was applied.")
    events: list[str] = Field(description="The ids of the events it rests on, in the document.")
    articles: list[str] = Field(description="The treaty law it applies.")
    basis: Basis


class CommonAgreement(Answer):
    """An agreement to which both are parties."""

    reference: Reference = Field(description="The public id of the agreement.")
    title: str = Field(description="Its title.")
    kind: AgreementKind | None
    signed: PartialDay | None = Field(description="Its first signature; null where the day is unknown.")
    parties: list[PartyCode] = Field(description="The codes of all its parties.")
    bilateral: bool = Field(description="Whether the two are its only parties.")
    provisions: list[ProvisionKind] = Field(description="The kinds of provision it has.")
    standing: PairStanding = Field(description="What holds between the two on the day.")
    since: PartialDay | None = Field(description="Since when that holds; null where nothing does.")
    because: Reason | None = Field(description="Null where nothing holds between the two.")
    each: dict[PartyCode, OwnStanding] = Field(description="How each of the two stands towards it, by code.")
    history: list[Held] = Field(description="Every time in which something held between the two.")


class DeadlineBetween(Answer):
    """Something still to come for an agreement of both."""

    kind: DeadlineKind
    date: PartialDay = Field(description="What may be said of the day on which it falls.")
    party: PartyCode | None = Field(description="Whose it is; null where it is the agreement's.")
    basis: Basis
    reference: Reference = Field(description="The public id of the agreement.")


class Shared(Answer):
    """Somebody with whom both have something in force, and the subjects that both have with them, as filters of a list name them."""

    code: PartyCode = Field(description="Its code.")
    subjects: list[str] = Field(description="Such as `provision=logistics`.")


class Alone(Answer):
    """A subject that one of the two has in force with others, and not with the other of the two."""

    subject: str = Field(description="As a filter of a list names it, such as `provision=logistics`.")
    with_: list[PartyCode] = Field(alias="with", description="The codes of those others.")


class BetweenTwoParties(Answer):
    """What stands between two parties on a day."""

    as_of: date = Field(description="The day on which standings are judged.")
    as_known: date | None = Field(description="What the register knew at the end of this day; null for what it knows now.")
    inferred: bool = Field(description="Whether what a rule infers is counted.")
    parties: list[Named] = Field(description="The two, in the order of their codes.")
    agreements: list[CommonAgreement] = Field(description="The agreements to which both are parties.")
    deadlines: list[DeadlineBetween] = Field(description="What is to come for them.")
    shared: list[Shared] = Field(description="With whom else both have something in force.")
    only_one_has: dict[PartyCode, list[Alone]] = Field(description="What each has with others only, by code.")


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
