"""The standing of each party: what it did, and what befell the agreement, folded into half-open times with reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.law.inference import Inferred, chosen
from treaty.law.members import party_codes
from treaty.law.moments import Because, in_order
from treaty.law.party_transitions import (
    APPLIES_PROVISIONALLY,
    BOUND,
    HALTED_FOR_IT,
    NOTICE_RUNNING,
    PARTY_TRANSITIONS,
    RUNS_NO_MORE,
    WAITING,
)
from treaty.law.rules import Rule
from treaty.law.transitions import NOTICES
from treaty.law.turns import Life, Turn, party_turns
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.standing import PartyStanding

LAID_OVER: Mapping[EventKind, Rule] = MappingProxyType(
    {
        EventKind.PROVISIONAL_APPLICATION_START: APPLIES_PROVISIONALLY,
        EventKind.SUSPENSION: HALTED_FOR_IT,
        EventKind.NOTICE_RESUMED: NOTICE_RUNNING,
        **dict.fromkeys(NOTICES, NOTICE_RUNNING),
    }
)
TAKEN_OFF: Mapping[EventKind, Rule] = MappingProxyType(
    {
        EventKind.PROVISIONAL_APPLICATION_END: APPLIES_PROVISIONALLY,
        EventKind.RESUMPTION: HALTED_FOR_IT,
        EventKind.NOTICE_TOLLED: NOTICE_RUNNING,
        EventKind.NOTICE_REVOKED: NOTICE_RUNNING,
    }
)
OVER_BY: Mapping[EventKind, tuple[str, ...]] = MappingProxyType(
    {
        EventKind.PROVISIONAL_APPLICATION_END: ("VCLT art. 25(2)",),
        EventKind.RESUMPTION: ("VCLT art. 72",),
        EventKind.NOTICE_TOLLED: ("VCLT art. 68",),
        EventKind.NOTICE_REVOKED: ("VCLT art. 68",),
    }
)
"""The article by which each of them ends what lay over a party's standing."""
SHOWS_AS = ((HALTED_FOR_IT, PartyStanding.SUSPENDED), (NOTICE_RUNNING, PartyStanding.IN_NOTICE))
UNBOUND = frozenset({PartyStanding.NONE, PartyStanding.SIGNATORY}) | WAITING
Over = tuple[str, bool]
"""The id of the rule that lays something over a party's standing, and whether it befell the whole agreement."""


@dataclass(frozen=True)
class Binding:
    """A party's standing on the days from `begins` up to, but not including, `ends` (None: no end is known).

    `since` and `until` are the two as they may be shown.
    `consent` is its standing apart from provisional application, suspension and notice, which lie over it:
    a contracting state may apply provisionally, and a suspended party is still a party.
    """

    party: str
    standing: PartyStanding
    consent: PartyStanding
    begins: date
    ends: date | None
    since: PartialDay
    because: Because
    until: PartialDay | None = None

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)

    @property
    def is_bound(self) -> bool:
        return self.standing in BOUND


@dataclass(frozen=True)
class _State:
    """Where a party stands, and what lies over that, each with its reason."""

    base: PartyStanding = PartyStanding.NONE
    because: Because = field(default=Because("", (), (), Basis.DECLARED))
    over: Mapping[Over, Because] = field(default_factory=dict)


def bindings(document: Document, *, inferred: Inferred = True) -> dict[str, tuple[Binding, ...]]:
    """Each party's standings in order of time, by its code; a party of which nothing is known has none.

    An agreement in force binds its original parties from its entry into force, even where nothing is
    recorded of any of them; who joined later is bound from its own act. The end of the agreement ends all.
    """
    life = Life.of(document, chosen(inferred))
    return {code: tuple(_folded(code, party_turns(code, life))) for code in party_codes(document)}


def _folded(code: str, turns: list[Turn]) -> Iterator[Binding]:
    state, last = _State(), None
    for day, turn in in_order(turns, _rank):
        state = _after(state, turn)
        standing, because = _shown(state, turn)
        if (standing, state.base) == ((last.standing, last.consent) if last else (PartyStanding.NONE, PartyStanding.NONE)):
            continue
        if last and last.begins < day:
            yield replace(last, ends=day, until=turn.days.shown)
        last = Binding(code, standing, state.base, day, None, turn.days.shown, because)
    if last:
        yield last


def _after(state: _State, turn: Turn) -> _State:
    """The state once the turn has come."""
    if turn.kind in LAID_OVER:
        rule = LAID_OVER[turn.kind]
        return replace(state, over={**state.over, (rule.id, turn.whole): _because(rule, turn)})
    if turn.kind in TAKEN_OFF:
        gone = (TAKEN_OFF[turn.kind].id, turn.whole)
        return replace(state, over={key: why for key, why in state.over.items() if key != gone})
    move = next((one for one in PARTY_TRANSITIONS if one.applies(turn.kind, state.base, whole=turn.whole)), None)
    if move is None or (turn.needs_consent and state.base not in WAITING):
        return state
    because = _because(move, turn)
    if state.base in WAITING and move.enters is PartyStanding.PARTY:
        because = replace(because, events=tuple(dict.fromkeys((*state.because.events, *because.events))))
    ended = move.enters in (PartyStanding.WITHDRAWN, PartyStanding.ENDED, PartyStanding.PREDECESSOR, PartyStanding.NONE)
    bound = move.enters is PartyStanding.PARTY
    over = {key: why for key, why in state.over.items() if not ended and not (bound and key[0] == APPLIES_PROVISIONALLY.id)}
    return _State(move.enters, because, over)


def _shown(state: _State, turn: Turn) -> tuple[PartyStanding, Because]:
    """The standing to show, with its reason: what lies over the party's own standing, or that standing itself."""
    over = {rule: why for (rule, _), why in state.over.items()}
    if state.base is PartyStanding.PARTY:
        for rule, standing in SHOWS_AS:
            if rule.id in over:
                return standing, over[rule.id]
    elif state.base in UNBOUND and APPLIES_PROVISIONALLY.id in over:
        return PartyStanding.PROVISIONAL, over[APPLIES_PROVISIONALLY.id]
    if turn.kind in TAKEN_OFF:
        return state.base, Because(RUNS_NO_MORE.id, turn.events, OVER_BY[turn.kind], turn.basis)
    return state.base, state.because


def _because(rule: Rule, turn: Turn) -> Because:
    return Because(turn.rule or rule.id, turn.events, turn.articles or rule.articles, turn.basis)


def _rank(turn: Turn) -> int:
    return RANKS[turn.kind, turn.whole]


def _ranks() -> dict[tuple[EventKind, bool], int]:
    """The place of each turn among those of one day: signature, consent, entry into force, what lies over, the end."""
    ranks: dict[tuple[EventKind, bool], int] = {}
    for place, rule in enumerate(PARTY_TRANSITIONS):
        for kind in sorted(rule.kinds):
            ranks.setdefault((kind, rule.whole), 10 * place)
    bound = max(10 * place for place, rule in enumerate(PARTY_TRANSITIONS) if rule.enters is PartyStanding.PARTY)
    for place, kind in enumerate((EventKind.PROVISIONAL_APPLICATION_START, EventKind.PROVISIONAL_APPLICATION_END), 1):
        ranks[kind, False] = ranks[kind, True] = place
    halting = (EventKind.SUSPENSION, EventKind.RESUMPTION, *sorted(NOTICES))
    clock = (EventKind.NOTICE_TOLLED, EventKind.NOTICE_RESUMED, EventKind.NOTICE_REVOKED)
    for place, kind in enumerate((*halting, *clock), bound + 1):
        ranks[kind, False] = ranks[kind, True] = place
    return ranks


RANKS = MappingProxyType(_ranks())
