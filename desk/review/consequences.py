"""What publication will change in public, as the law reads both documents: pages, and lists that the record enters or leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from catalogue.querysets import TAKES_PART
from catalogue.standing import OF_A_PAIR, OF_A_PARTY
from treaty.document.document import Document
from treaty.document.wording import Names, called
from treaty.law.bindings import bindings
from treaty.law.pairs import pairs
from treaty.law.standing import Period, periods, standing_on
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.roles import PARTY_ROLES
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing
from treaty.vocabulary.value_states import ValueState

AT_ONCE, SHOWN = 8, 40  # of one sort: unfolded, and at all


@dataclass(frozen=True)
class Effect:
    """One sentence, and the public address that it is about."""

    sentence: str
    href: str = ""


@dataclass(frozen=True)
class Effects:
    """Those of one sort; `more` counts what is not shown."""

    heading: str
    shown: tuple[Effect, ...]
    more: int = 0

    @property
    def rest(self) -> int:
        """How many stand folded."""
        return max(0, len(self.shown) - AT_ONCE) + self.more


@dataclass(frozen=True)
class _Reading:
    """One document as the public register will answer questions about it on the day."""

    standing: Standing | None = None
    parties: Mapping[str, PartyStanding | None] = field(default_factory=dict)
    ties: Mapping[tuple[str, str], PairStanding] = field(default_factory=dict)
    taking_part: frozenset[str] = frozenset()
    bound_roles: frozenset[str] = frozenset()
    terms: frozenset[tuple[str, str, str]] = frozenset()
    row: tuple[object, ...] = ()  # what a list says of it


def consequences(before: Document | None, after: Document, *, on: date, names: Names, reference: str) -> tuple[Effects, ...]:
    """`before` is what the public has; None where it has nothing. Sorts of effect without any are left out."""
    was, now = _read(before, on) if before else _Reading(), _read(after, on)
    comparing = _Comparing(was, now, names)
    groups = (
        ("Pages", list(comparing.pages(reference, before != after))),
        ("Standing today", list(comparing.standings())),
        ("Standing of its parties today", list(comparing.parties())),
        ("Between two parties today", list(comparing.pairs())),
        ("Lists that it enters", list(comparing.lists(_lists(now, names), _lists(was, names)))),
        ("Lists that it leaves", list(comparing.lists(_lists(was, names), _lists(now, names)))),
    )
    return tuple(Effects(heading, tuple(found[:SHOWN]), max(0, len(found) - SHOWN)) for heading, found in groups if found)


def _read(document: Document, on: date) -> _Reading:
    whole = standing_on(on, periods(document))
    held = {code: standing_on(on, life) for code, life in bindings(document).items()}
    ties = {pair: standing_on(on, life) for pair, life in pairs(document).items()}
    terms = {("kind", document.kind.value, f"of the kind “{document.kind.label}”")} if document.kind else set()
    terms |= {
        ("provision", said.kind.value, f"with provisions on {said.kind.label.lower()}")
        for said in document.provisions
        if said.state is ValueState.PRESENT
    }
    return _Reading(
        standing=whole.standing if whole else None,
        parties={code: binding.standing if binding else None for code, binding in held.items()},
        ties={pair: tie.standing for pair, tie in ties.items() if tie and tie.standing is not PairStanding.NOT_BOUND},
        taking_part=frozenset(part.party for part in document.participations if part.role in TAKES_PART),
        bound_roles=frozenset(part.party for part in document.participations if part.role in PARTY_ROLES),
        terms=frozenset(terms),
        row=_row(document, whole),
    )


def _row(document: Document, whole: Period | None) -> tuple[object, ...]:
    """All that stands in its row of a list: two documents with the same row leave the lists as they were."""
    said = [getattr(document, name) for name in ("title", "title_is_generated", "short_title", "kind", "form", "character", "laterality")]
    parties = [part.party for part in document.participations if part.role in PARTY_ROLES]
    signed = [event.date for event in document.events if event.kind in SIGNATURES and event.weight is Weight.ACCEPTED and event.date]
    present = [provision.kind for provision in document.provisions if provision.state is ValueState.PRESENT]
    since = (whole.standing, whole.since, whole.because.basis) if whole else ()
    return (*said, *parties, min(signed, default=None), *present, *since)


def _lists(reading: _Reading, names: Names) -> dict[str, str]:
    """The lists of the reading room in which the record stands, by their questions."""
    if reading == _Reading():
        return {}
    found = {"": "All agreements"}
    found |= {f"standing={value}": f"Agreements {label}" for value, label in _of_the_whole(reading.standing)}
    found |= {f"{parameter}={value}": f"Agreements {words}" for parameter, value, words in sorted(reading.terms)}
    for code in sorted(reading.taking_part, key=lambda code: names.get(code, code)):
        found[f"party={code}"] = f"Agreements of {names.get(code, code)}"
        for standing in _of_a_party(reading.parties.get(code)):
            found[f"party={code}&standing={standing.value}"] = f"{standing.label} for {names.get(code, code)}"
    return found


def _of_the_whole(standing: Standing | None) -> Iterator[tuple[str, str]]:
    if standing is None:
        yield "unknown", "of unknown standing"
        return
    yield standing.value, standing.label.lower()
    if standing is Standing.IN_NOTICE:
        yield Standing.IN_FORCE.value, Standing.IN_FORCE.label.lower()


def _of_a_party(standing: PartyStanding | None) -> list[Standing]:
    return [whole for whole, ones in OF_A_PARTY.items() if standing in ones]


@dataclass(frozen=True)
class _Comparing:
    was: _Reading
    now: _Reading
    names: Names

    def pages(self, reference: str, differs: bool) -> Iterator[Effect]:
        if self.was == _Reading():
            yield Effect(f"A new page{f' under {reference}' if reference else ', whose number is given at publication'}.")
        elif differs:
            yield Effect(f"The page of {reference} shows a new revision.", f"/agreements/{reference}/")
        for code in sorted(self.was.taking_part | self.now.taking_part, key=self._name):
            if code not in self.was.taking_part:
                verb = "lists it"
            elif code not in self.now.taking_part:
                verb = "no longer lists it"
            elif self.was.row != self.now.row or self.was.parties.get(code) is not self.now.parties.get(code):
                verb = "shows its row anew"
            else:
                continue
            yield Effect(f"The page of {called(code, self.names)} {verb}.", f"/parties/{code}/")

    def standings(self) -> Iterator[Effect]:
        if self.was.standing is not self.now.standing:
            yield Effect(f"{_label(self.was.standing)} → {_label(self.now.standing)}.")

    def parties(self) -> Iterator[Effect]:
        for code in sorted({*self.was.parties, *self.now.parties}, key=self._name):
            old, new = self.was.parties.get(code), self.now.parties.get(code)
            there = code in self.was.parties, code in self.now.parties
            if old is not new or there[0] != there[1]:
                words = [_label(one) if present else "not a party" for one, present in zip((old, new), there, strict=True)]
                yield Effect(f"{self._name(code)}: {words[0]} → {words[1]}.")

    def pairs(self) -> Iterator[Effect]:
        for one, two in sorted({*self.was.ties, *self.now.ties}):
            old, new = self.was.ties.get((one, two)), self.now.ties.get((one, two))
            if old is not new:
                words = [tie.label.lower() if tie else "nothing holds" for tie in (old, new)]
                asked = next((f"&standing={whole.value}" for whole, ones in OF_A_PAIR.items() if new in ones), "")
                address = f"/agreements/?between={one},{two}{asked}"
                yield Effect(f"{self._name(one)} and {self._name(two)}: {words[0]} → {words[1]}.", address)
        entering = [pair for pair in combinations(sorted(self.now.bound_roles), 2) if not set(pair) <= self.was.bound_roles]
        if self.was.bound_roles and entering:
            yield Effect(f"It enters the lists “between” {len(entering)} pair{'' if len(entering) == 1 else 's'} of parties.")

    def lists(self, those: Mapping[str, str], but_not: Mapping[str, str]) -> Iterator[Effect]:
        for question, label in those.items():
            if question not in but_not:
                yield Effect(label, f"/agreements/{f'?{question}' if question else ''}")

    def _name(self, code: str) -> str:
        return self.names.get(code, code)


def _label(standing: Standing | PartyStanding | None) -> str:
    return standing.label if standing else "Not known"
