"""What happened, in order of time: rival values visibly apart, and what is still awaited at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words, event_in_words, joined
from treaty.vocabulary.assertions import Basis, Occurrence, Weight
from treaty.vocabulary.event_groups import SIGNATURES
from web.showing.bound import mode_of
from web.showing.evidence import Citation, citations
from web.showing.links import ShownTerm, shown_term
from web.showing.words import counted, first_down

MANY = 12  # more lines of one sort than that are gathered under one, and read on demand
MARKS = {"rival": "rival value, not preferred", "awaited": "still awaited", "": ""}


@dataclass(frozen=True)
class Happening:
    """One thing that happened; the same act of several parties on one day, under one source, is one.

    `sort` names what such acts of many parties are gathered under; it is empty for what is never gathered.
    """

    ids: tuple[str, ...]
    kind: ShownTerm | None
    sort: str
    by: frozenset[str]
    day: str
    datetime: str
    who: str
    parties: str
    details: tuple[str, ...]
    state: str
    mark: str
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Crowd:
    """What very many parties did of one sort, such as their consents to be bound: one line, with each of them in it."""

    sort: str
    who: str
    span: str
    modes: str
    happenings: tuple[Happening, ...]


def gathered(happened: Iterable[Happening]) -> tuple[Happening | Crowd, ...]:
    """The same in the same order, where more than MANY of one sort stand together at the place of the first."""
    happened = tuple(happened)
    many = {sort for sort, times in Counter(one.sort for one in happened).items() if sort and times > MANY}
    seen: dict[str, Happening | Crowd] = {}
    for one in happened:
        if one.sort not in many:
            seen[one.ids[0]] = one
        elif one.sort not in seen:
            seen[one.sort] = _crowd([other for other in happened if other.sort == one.sort])
    return tuple(seen.values())


def _crowd(lines: list[Happening]) -> Crowd:
    modes: Counter[str] = Counter()
    for line in lines:
        if line.kind:
            modes[line.kind.label] += len(line.ids)
    return Crowd(
        sort=lines[0].sort,
        who=counted(len(frozenset().union(*(line.by for line in lines))), "party", "parties"),
        span=f"{lines[0].day} to {first_down(lines[-1].day)}" if lines[0].day != lines[-1].day else lines[0].day,
        modes=joined([f"{first_down(label)} {times}" for label, times in modes.most_common()]) if len(modes) > 1 else "",
        happenings=tuple(lines),
    )


def happenings(document: Document, names: Names, carried: Mapping[str, str]) -> tuple[Happening, ...]:
    groups: dict[tuple[object, ...], list[Event]] = {}
    for event in sorted(document.events, key=_place):
        groups.setdefault(_sameness(event), []).append(event)
    return tuple(_happening(document, events, names, carried) for events in groups.values())


def _place(event: Event) -> tuple[object, ...]:
    day = event.date or event.effective_date
    return (event.occurrence is Occurrence.AWAITED, day is None, day.first.isoformat() if day else "", event.weight is Weight.RIVAL)


def _sameness(event: Event) -> tuple[object, ...]:
    if event.party is None or event.other_party or event.concerns:
        return (event.id,)
    return tuple(getattr(event, field) for field in Event.model_fields if field not in ("id", "party"))


def _happening(document: Document, events: list[Event], names: Names, carried: Mapping[str, str]) -> Happening:
    event = events[0]
    parties = [names.get(one.party, one.party) for one in events if one.party]
    day = event.date or event.effective_date
    return Happening(
        ids=tuple(one.id for one in events),
        kind=shown_term(event.kind, carried),
        sort=_sort(event),
        by=frozenset(one.party for one in events if one.party),
        day=_day(event),
        datetime=day.text if day and day.text[-1].isdigit() else "",
        who=_who(event, parties, names),
        parties=joined(sorted(parties)) if len(parties) > 1 else "",
        details=tuple(_details(event, document, names)),
        state=_state(event),
        mark=MARKS[_state(event)],
        note=event.note,
        citations=citations(document, event.evidence, carried),
    )


def _sort(event: Event) -> str:
    if event.party is None or _state(event):
        return ""
    if event.kind in SIGNATURES:
        return "Signed"
    return "Consent to be bound" if mode_of(event) else event.kind.label


def _state(event: Event) -> str:
    if event.weight is Weight.RIVAL:
        return "rival"
    return "awaited" if event.occurrence is Occurrence.AWAITED else ""


def _day(event: Event) -> str:
    day = event.date or event.effective_date
    if day:
        return day_in_words(day)
    if event.occurrence is Occurrence.AWAITED or event.date_missing is None:
        return "No date yet"
    return f"Date {event.date_missing.label.lower()}"


def _who(event: Event, parties: list[str], names: Names) -> str:
    if len(parties) > 1:
        return counted(len(parties), "party", "parties")
    other = f" towards {names.get(event.other_party, event.other_party)}" if event.other_party else ""
    return "".join(parties) + other


def _details(event: Event, document: Document, names: Names) -> Iterable[str]:
    if event.date and event.effective_date:
        yield f"with effect from {day_in_words(event.effective_date)}"
    if event.until:
        yield f"until {day_in_words(event.until)}"
    if event.place:
        yield event.place
    if event.basis is Basis.INFERRED:
        yield f"inferred by the rule “{event.rule}”"
    concerned = [one for one in document.events if one.id in event.concerns]
    if concerned:
        yield f"answers: {joined([first_down(event_in_words(one, names)) for one in concerned])}"
