"""What a later event changes of the days before it, and whether a named kind of retroaction allows that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.grown_lives import DAYS, a_life, happening
from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.bindings import Binding, bindings
from treaty.law.inference import Inferred
from treaty.law.looking_back import EFFECT_THEN, RETROACTIONS
from treaty.law.pairs import Tie, pairs
from treaty.law.standing import Period, periods, standing_on
from treaty.law.transitions import NOTICES
from treaty.vocabulary.assertions import Basis

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
        self.lives: dict[Whose, Sequence[Period | Binding | Tie]] = {(): periods(document, inferred=inferred)}
        found = bindings(document, inferred=inferred)
        self.lives |= {(code,): life for code, life in found.items()}
        for two, life in pairs(document, inferred=inferred, found=found).items():
            self.lives[two] = life

    def said(self, whose: Whose, day: date) -> str:
        """The standing; to have none is, for a party and a pair, to have nothing to do with it."""
        found = standing_on(day, self.lives[whose])
        nothing = ("", "none", "not_bound")[len(whose)]
        return found.standing if found else nothing

    def is_inferred(self, whose: Whose, day: date) -> bool:
        """Whether a rule inferred it, or, for a pair, the standing of either."""
        about = [whose, *((code,) for code in whose)]
        found = [standing_on(day, self.lives[one]) for one in about]
        return any(one is not None and one.because.basis is Basis.INFERRED for one in found)

    def is_open(self, day: date) -> bool:
        """Whether the day lies within a turn that is known to the month or year only."""
        turns = [one.since for life in self.lives.values() for one in life]
        return any(since.first <= day <= since.last and since.first != since.last for since in turns)

    def turns(self, whose: Whose) -> set[date]:
        return {one.begins for one in self.lives[whose]}


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


def untold(seed: int, inferred: Inferred) -> list[Change]:
    """The changes that no retroaction allows, once an event is added to the life that grows from the seed, on a later day."""
    chance = Random(seed)
    document = a_life(chance)
    raw, codes = document.model_dump(mode="json"), tuple(part.party for part in document.participations)
    added = happening("later", chance, codes, earliest=chance.randint(1, DAYS), answers=raw["events"])
    later = Document.model_validate({**raw, "events": [*raw["events"], added]})
    if not (later.events[-1].date or later.events[-1].effective_date):
        return []  # what has no day comes after none
    return [change for change in changes(document, later, inferred) if not is_told(change, later.events[-1], document)]
