"""A later event changes nothing of an earlier day, save the kinds that are retroactive by definition, named with their reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import event, pact
from tests.grown_lives import DAYS, a_life, happening
from tests.lives import party, standing
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.bindings import bindings
from treaty.law.inference import ATOP, Inferred
from treaty.law.looking_back import EFFECT_THEN, RETROACTIONS
from treaty.law.moments import Because
from treaty.law.pairs import pairs
from treaty.law.standing import Covering, periods, standing_on
from treaty.law.transitions import NOTICES
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PartyStanding, Standing

Whose = tuple[str, ...]
"""Nobody's: of the agreement. One code: of a party. Two: between them."""


@dataclass(frozen=True)
class Change:
    """What was said to hold for the agreement, a party or a pair on a day, and what is said once a later event is known."""

    whose: Whose
    day: date
    before: str
    after: str
    inferred: bool


class Reading:
    """All that the law concludes of a document under one choice of rules."""

    def __init__(self, document: Document, inferred: Inferred) -> None:
        self.lives: dict[Whose, Sequence[Covering]] = {(): periods(document, inferred=inferred)}
        self.lives |= {(code,): life for code, life in bindings(document, inferred=inferred).items()}
        self.lives |= pairs(document, inferred=inferred)

    def said(self, whose: Whose, day: date) -> str:
        """The standing; to have none is, for a party and a pair, to have nothing to do with it."""
        found = standing_on(day, self.lives[whose])
        nothing = ("", "none", "not_bound")[len(whose)]
        return str(getattr(found, "standing", nothing))

    def is_inferred(self, whose: Whose, day: date) -> bool:
        """Whether a rule inferred it, or, for a pair, the standing of either."""
        about = [whose, *((code,) for code in whose)]
        found = [standing_on(day, self.lives[one]) for one in about]
        return any(isinstance(why, Because) and why.basis is Basis.INFERRED for why in (getattr(one, "because", None) for one in found))

    def is_open(self, day: date) -> bool:
        """Whether the day lies within a turn that is known to the month or year only."""
        turns = [one.since for life in self.lives.values() for one in life]  # type: ignore[attr-defined]
        return any(since.first <= day <= since.last and since.first != since.last for since in turns)

    def turns(self, whose: Whose) -> set[date]:
        return {one.begins for one in self.lives[whose]}  # type: ignore[attr-defined]


def changes(document: Document, later: Document, inferred: Inferred) -> Iterator[Change]:
    """Where the last event of `later` changes what held on a day before it, leaving out days that are open anyway."""
    added = later.events[-1]
    begins = min((day.first for day in (added.date, added.effective_date) if day), default=date.min)
    given = [day for one in document.events for day in (one.date, one.effective_date, one.until) if day and day.first != day.last]
    once, now = Reading(document, inferred), Reading(later, inferred)
    for whose in once.lives:
        for day in {turn for turn in (once.turns(whose) | now.turns(whose)) if turn < begins} | {begins - timedelta(days=1)}:
            before, after = once.said(whose, day), now.said(whose, day)
            if before != after and not any(one.first <= day <= one.last for one in given) and not once.is_open(day):
                yield Change(whose, day, before, after, once.is_inferred(whose, day) or now.is_inferred(whose, day))


def is_told(change: Change, added: Event, document: Document) -> bool:
    """Whether a named kind of retroaction allows the change."""
    return any(
        added.kind in rule.kinds
        and (not rule.of_its_party or bool({added.party, added.other_party} & set(change.whose)))
        and (not rule.of_inference or change.inferred)
        and (rule is not EFFECT_THEN or any(one.kind in NOTICES and one.effective_date for one in document.events))
        for rule in RETROACTIONS
    )


@settings(max_examples=150)
@given(st.integers(0, 2**48), st.sampled_from([True, False, ATOP]))
def test_an_event_changes_no_day_before_it_unless_its_kind_is_named_as_retroactive(seed: int, inferred: Inferred) -> None:
    """For the agreement, each party and each pair; days to the day, month or year; all kinds; all clauses."""
    chance = Random(seed)
    document = a_life(chance)
    raw, codes = document.model_dump(mode="json"), tuple(part.party for part in document.participations)
    added = happening("later", chance, codes, earliest=chance.randint(1, DAYS), answers=raw["events"])
    later = Document.model_validate({**raw, "events": [*raw["events"], added]})
    if later.events[-1].date or later.events[-1].effective_date:
        assert [change for change in changes(document, later, inferred) if not is_told(change, later.events[-1], document)] == []


def test_a_consent_that_becomes_known_tells_that_a_listed_party_was_not_bound_before() -> None:
    listed = pact(in_force="1952-04-28")
    known = pact(in_force="1952-04-28", events=[event("x", "accession", "1955-03-01", party="JPN")])

    assert [party(one, "JPN", "1954-01-01") for one in (listed, known)] == [PartyStanding.PARTY, None]
    assert party(known, "USA", "1954-01-01") is PartyStanding.PARTY


def test_a_withdrawal_that_becomes_known_tells_that_a_party_listed_as_having_left_was_bound_before() -> None:
    said = {"participations": [{"party": "JPN", "role": "withdrawn"}, {"party": "USA"}, {"party": "GBR"}], "in_force": "1952-04-28"}
    known = pact(**said, events=[event("x", "withdrawal_effective", "1959-03-24", party="JPN")])

    assert [party(one, "JPN", "1954-01-01") for one in (pact(**said), known)] == [None, PartyStanding.PARTY]


def test_an_end_that_came_later_than_announced_stands_before_the_announcement() -> None:
    notice = event("n", "notice_of_termination", "1959-05-01", effective_date="1960-05-01")
    told = pact(in_force="1952-04-28", events=[notice, event("x", "termination", "1960-06-01")])

    assert standing(pact(in_force="1952-04-28", events=[notice]), "1960-05-15") is Standing.ENDED
    assert [standing(told, day) for day in ("1960-05-15", "1960-06-01")] == [Standing.IN_NOTICE, Standing.ENDED]


def test_an_extension_by_some_tells_that_a_term_had_ended_for_the_others() -> None:
    term = {"term": {"kind": "fixed", "months": 60}}
    said = {"parties": ("FRA", "GBR", "USA"), "in_force": "1994-04-20", "signed": None, "duration": term}
    known = pact(**said, events=[event(f"x-{code.lower()}", "extension", "1999-05-02", party=code) for code in ("FRA", "GBR")])

    assert [party(one, "USA", "1999-04-25") for one in (pact(**said), known)] == [PartyStanding.PARTY, PartyStanding.ENDED]
    assert party(known, "USA", "1999-04-25", inferred=False) is PartyStanding.PARTY


def test_what_is_declared_stands_before_what_was_inferred() -> None:
    term = {"term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "none"}}
    known = pact(in_force="1952-04-28", duration=term, events=[event("x", "expiry", "1956-04-28")])

    assert standing(pact(in_force="1952-04-28", duration=term), "1955-01-01") is Standing.ENDED
    assert standing(known, "1955-01-01") is Standing.IN_FORCE


def test_no_term_that_was_to_end_before_entry_into_force_ends_the_agreement() -> None:
    term = {"term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "express"}}
    late = pact(in_force="1957-10-22", duration=term, events=[event("x", "extension", "1956-05", until="1957-03-11")])

    assert standing(late, "1957-10-21") is Standing.SIGNED
    assert standing(late, "1957-10-22") is Standing.IN_FORCE


def test_a_notice_takes_effect_for_its_author_and_not_by_anothers_withdrawal() -> None:
    said = [
        event("n", "notice_of_withdrawal", "1951-05-10", party="GBR"),
        event("x", "withdrawal_effective", "1956-09-21", party="FRA", concerns=["n"]),
    ]
    treaty = pact(parties=("FRA", "GBR", "USA"), in_force="1950-01-01", signed=None, events=said)

    assert party(treaty, "GBR", "1952-05-10") is PartyStanding.WITHDRAWN
    assert party(treaty, "FRA", "1956-09-20") is PartyStanding.PARTY
