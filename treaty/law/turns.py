"""What turns the standing of one party: its own acts, the clocks of its notices, and what befalls the agreement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.law.clocks import Clock, clock_moments, clocks
from treaty.law.entering import CONSENTS, DEPOSITS
from treaty.law.inference import BY_ID, LATER_JOINER_WAITS, LISTED_PARTY_SIGNS, NOT_EXTENDED, Inference
from treaty.law.members import HAVE_LEFT, is_original, roles_of
from treaty.law.moments import WITHDRAWALS, Moment, accepted, counted, moment
from treaty.law.party_transitions import LISTED_SPAN
from treaty.law.reckoning import DayRange
from treaty.law.standing import Period, periods_under, resumption
from treaty.law.terms import PROLONGING, terms_under
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.event_groups import ENDINGS, SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.terms_of_life import EntryIntoForceKind

JOINING = frozenset({EventKind.ACCESSION, EventKind.SUCCESSION})
LATE_CONSENTS = DEPOSITS | {EventKind.DEFINITIVE_SIGNATURE}
FIRST_ACTS = JOINING | SIGNATURES | CONSENTS
LEAVING = WITHDRAWALS | ENDINGS
OWN = (
    SIGNATURES
    | CONSENTS
    | LEAVING
    | {
        EventKind.DECLARATION_NOT_TO_BECOME_PARTY,
        EventKind.ENTRY_INTO_FORCE_FOR_PARTY,
        EventKind.PROVISIONAL_APPLICATION_START,
        EventKind.PROVISIONAL_APPLICATION_END,
        EventKind.SUSPENSION,
        EventKind.RESUMPTION,
    }
)
PROVISIONAL = frozenset({EventKind.PROVISIONAL_APPLICATION_START, EventKind.PROVISIONAL_APPLICATION_END})
FOR_ALL = SIGNATURES | {EventKind.EXCHANGE_OF_NOTES, EventKind.EXCHANGE_OF_INSTRUMENTS}
"""Acts of the agreement as a whole that each of its original parties did."""


@dataclass(frozen=True)
class Turn(Moment):
    """A moment in one party's life. `whole`: it befell the agreement. `needs_consent`: it binds only who has consented."""

    whole: bool = False
    needs_consent: bool = False


@dataclass(frozen=True)
class Life:
    """A document as the law has read it so far, under one choice of rules."""

    document: Document
    inference: Inference
    events: tuple[Event, ...]
    periods: tuple[Period, ...]
    clocks: tuple[Clock, ...]

    @classmethod
    def of(cls, document: Document, inference: Inference) -> "Life":
        events = tuple(accepted(document, inference))
        return cls(document, inference, events, periods_under(document, inference), clocks(document, inference))

    @property
    def in_force_from(self) -> date | None:
        """The day on which the agreement entered into force, as far as known."""
        return next((period.begins for period in self.periods if period.standing is Standing.IN_FORCE), None)


def party_turns(code: str, life: Life) -> list[Turn]:
    """Every turn of one party's standing; none where it is said to have left and nobody knows when."""
    roles = roles_of(code, life.document)
    own = [event for event in life.events if event.party == code and event.other_party is None]
    own += [event for event in life.events if event.party == code and event.other_party and event.kind is EventKind.SUCCESSION]
    left = any(event.kind in LEAVING for event in own) or any(part.ends for part in roles)
    replaced = any(event.kind is EventKind.SUCCESSION and event.other_party == code for event in life.events)
    if roles and all(part.role in HAVE_LEFT for part in roles) and not left and not replaced:
        return []
    original = is_original(roles) and not _joined_later(own, life.in_force_from)
    return [
        *_whole_turns(code, life, own, original=original),
        *_own_turns(own),
        *_joinings(code, life, own),
        *_as_listed(code, life, own),
        *(_turn(one) for one in clock_moments(clock for clock in life.clocks if clock.notice.party == code)),
        *_successions(code, life),
        *_not_extended(own, life),
    ]


def _turn(one: Moment, *, whole: bool = False, needs_consent: bool = False) -> Turn:
    return Turn(one.kind, one.days, one.events, one.basis, one.rule, one.articles, one.party, whole=whole, needs_consent=needs_consent)


def _joined_later(own: Iterable[Event], since: date | None) -> bool:
    """Whether it first joined by accession or succession, or by notifying its consent to an agreement already in force.

    An original party that left and returned by accession is still original.
    """
    days = [(day.first if (day := counted(event)) else date.min, event.kind) for event in own if event.kind in FIRST_ACTS | LEAVING]
    if not days:
        return False
    first, kind = min(days)
    return kind in JOINING or (kind is EventKind.NOTIFICATION_OF_CONSENT and since is not None and first > since)


def _whole_turns(code: str, life: Life, own: list[Event], *, original: bool) -> Iterator[Turn]:
    """The agreement's own turns, as they reach this party."""
    if original:
        signed = any(event.kind in SIGNATURES for event in own)
        for event in life.events:
            if event.kind in FOR_ALL and event.party is None and not (signed and event.kind in SIGNATURES) and (one := moment(event)):
                yield _turn(one)
    has_own_day = any(event.kind is EventKind.ENTRY_INTO_FORCE_FOR_PARTY for event in own)
    before: Standing | None = None
    for period in life.periods:
        for kind in _reached(before, period.standing):
            days = DayRange(period.begins, period.begins, period.since)
            said = period.because
            one = Moment(kind, days, said.events, said.basis, said.rule if said.rule in BY_ID else "")
            if kind is EventKind.ENTRY_INTO_FORCE and not has_own_day:
                yield _turn(one, whole=True, needs_consent=not original or _consents_later(code, life, own))
            if kind is not EventKind.ENTRY_INTO_FORCE and (original or kind not in PROVISIONAL):
                yield _turn(one, whole=True)
        before = period.standing


def _reached(before: Standing | None, now: Standing) -> Iterator[EventKind]:
    """What befell the agreement when it went from one standing to the next, as far as parties are concerned."""
    alive = (Standing.IN_FORCE, Standing.SUSPENDED, Standing.IN_NOTICE)
    if before is Standing.SUSPENDED:
        yield EventKind.RESUMPTION
    if before is Standing.PROVISIONAL:
        yield EventKind.PROVISIONAL_APPLICATION_END
    if now in alive and before not in alive:
        yield EventKind.ENTRY_INTO_FORCE
    if now is Standing.SUSPENDED:
        yield EventKind.SUSPENSION
    if now is Standing.PROVISIONAL:
        yield EventKind.PROVISIONAL_APPLICATION_START
    if now in (Standing.ENDED, Standing.LAPSED):
        yield EventKind.TERMINATION


def _consents_later(code: str, life: Life, own: list[Event]) -> bool:
    """Whether the record shows that it had not consented by then: its consent is awaited, or it came, like its signature, later."""
    awaited = any(
        event.party == code and event.occurrence is Occurrence.AWAITED and event.weight is Weight.ACCEPTED and event.kind in CONSENTS
        for event in life.document.events
    )
    since = life.in_force_from
    left = min((day.first for event in own if event.kind in LEAVING and (day := counted(event))), default=date.max)
    for kinds in (LATE_CONSENTS, SIGNATURES):
        days = [day.first for event in own if event.kind in kinds and (day := counted(event)) and day.first < left]
        if days:
            return since is not None and min(days) > since
    return awaited


def _own_turns(own: list[Event]) -> Iterator[Turn]:
    for event in own:
        for one in (moment(event), resumption(event)):
            if one and event.kind in OWN:
                yield _turn(one)


def _joinings(code: str, life: Life, own: list[Event]) -> Iterator[Turn]:
    """The days from which the party's own consent binds it to an agreement already in force."""
    since = life.in_force_from
    if since is None or any(event.kind is EventKind.ENTRY_INTO_FORCE_FOR_PARTY for event in own):
        return
    consented = False
    for event in own:
        given = counted(event)
        if event.kind in LATE_CONSENTS | JOINING and given:
            consented = True
            one = _joining(event, given, life)
            if one.days.first >= since:
                yield one
    signed = sorted((day.first, event.id, day) for event in own if event.kind in SIGNATURES and (day := counted(event)))
    listed = any(part.role is Role.PARTY for part in roles_of(code, life.document))
    if signed and listed and not consented and signed[0][0] > since and life.inference.allows(LISTED_PARTY_SIGNS):
        rule = LISTED_PARTY_SIGNS
        yield Turn(EventKind.ENTRY_INTO_FORCE_FOR_PARTY, signed[0][2], (signed[0][1],), Basis.INFERRED, rule.id, rule.articles)


def _joining(event: Event, given: DayRange, life: Life) -> Turn:
    one = Turn(EventKind.ENTRY_INTO_FORCE_FOR_PARTY, given, (event.id,), event.basis)
    if event.effective_date:
        return replace(one, days=DayRange.of(event.effective_date))
    said = life.document.duration.entry_into_force if life.document.duration else None
    if said is None or said.kind is not EntryIntoForceKind.NTH_DEPOSIT or not life.inference.allows(LATER_JOINER_WAITS):
        return one
    days = given.plus(months=said.delay_months, days=said.delay_days)
    if days == given or event.kind is EventKind.SUCCESSION:
        return one
    return replace(one, days=days, basis=Basis.INFERRED, rule=LATER_JOINER_WAITS.id, articles=LATER_JOINER_WAITS.articles)


def _as_listed(code: str, life: Life, own: list[Event]) -> Iterator[Turn]:
    """The days that the list of participants itself gives, where no event tells of joining or leaving."""
    for part in roles_of(code, life.document):
        said = LISTED_SPAN
        if part.begins and not any(event.kind in JOINING | LATE_CONSENTS | {EventKind.ENTRY_INTO_FORCE_FOR_PARTY} for event in own):
            yield Turn(EventKind.ENTRY_INTO_FORCE_FOR_PARTY, DayRange.of(part.begins), (), rule=said.id, articles=said.articles)
        if part.ends and not any(event.kind in LEAVING for event in own):
            replaced = part.role is Role.PREDECESSOR
            kind = EventKind.SUCCESSION if replaced else EventKind.WITHDRAWAL_EFFECTIVE
            yield Turn(kind, DayRange.of(part.ends), (), rule=said.id, articles=said.articles, whole=replaced)


def _successions(code: str, life: Life) -> Iterator[Turn]:
    """Where another party succeeded this one."""
    for event in life.events:
        if event.kind is EventKind.SUCCESSION and event.other_party == code and (one := moment(event)):
            yield _turn(one, whole=True)


def _not_extended(own: list[Event], life: Life) -> Iterator[Turn]:
    """The end of the term for a party that did not join the others in extending it."""
    if not life.inference.allows(NOT_EXTENDED) or any(event.kind in PROLONGING for event in own):
        return
    acts = [(day, event.id) for event in life.events if event.kind in PROLONGING and event.party and (day := counted(event))]
    if not acts:
        return
    first, key = min(acts, key=lambda act: (act[0].first, act[1]))
    spans = list(terms_under(life.document, first.first, life.inference, leaping=True))
    if spans and spans[-1].ends:
        events = (*spans[-1].because.events, key)
        yield Turn(EventKind.EXPIRY, spans[-1].ends, events, Basis.INFERRED, NOT_EXTENDED.id, NOT_EXTENDED.articles)
