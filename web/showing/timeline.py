"""The life of an agreement drawn as SVG: standings as a band, events as marks, notices and parties as tracks.

It shows nothing that the table behind it does not say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.document.life import Event
from treaty.document.wording import Names, day_in_words, event_in_words
from treaty.law.standing import Period, periods
from treaty.vocabulary.assertions import Occurrence, Weight
from web.showing.badge import LABELS, look
from web.showing.days import Days
from web.showing.tracks import Segment, Track
from web.showing.words import counted

MARGIN = 8.0
LETTER = 7.0  # width of a letter of the labels, about
STACK = 4  # marks stand on one another to this height
CROWD = 40  # more acts of parties than that are drawn as a histogram
YEARS_BEFORE, YEARS_AFTER = 10 * 365, 110 * 365  # how far from the life the day asked for is still drawn
STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
BASE, FLOOR = 66.0, 96.0  # where the band begins, and where the scale lies when nothing runs beside it
TRACK, TRACKS = 28.0, 12  # how high a track is, and how many are drawn at most


@dataclass(frozen=True)
class Band:
    x: str
    width: str
    look: str
    title: str
    label: str
    label_x: str


@dataclass(frozen=True)
class Mark:
    """An event: a dot, and a line as long as its date is uncertain."""

    x: str
    y: str
    begins: str
    length: str
    look: str
    title: str


@dataclass(frozen=True)
class Tick:
    x: str
    label: str


@dataclass(frozen=True)
class Column:
    """How many acts of parties fall in one year."""

    x: str
    y: str
    width: str
    height: str
    title: str


@dataclass(frozen=True)
class Run:
    """A stretch of a track."""

    x: str
    width: str
    look: str
    title: str


@dataclass(frozen=True)
class DrawnTrack:
    """A thin line under the band, with its label above it."""

    label_y: str
    y: str
    label: str
    look: str
    title: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Drawing:
    """One drawing of a width in units of its own; wide screens show one, narrow screens another."""

    look: str
    id: str
    width: int
    height: int
    title: str
    description: str
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    tracks: tuple[DrawnTrack, ...]
    left_out: str
    ticks: tuple[Tick, ...]
    floor: str
    tick_y: str
    now_x: str
    now_label: str
    now_anchor: str


@dataclass(frozen=True)
class Scale:
    """Days to units of the drawing."""

    first: date
    last: date
    width: int

    def at(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return MARGIN + min(1.0, max(0.0, share)) * (self.width - 2 * MARGIN)


def timeline(document: Document, names: Names, days: Days, tracks: tuple[Track, ...]) -> tuple[Drawing, ...]:
    """The wide and the narrow drawing; none where no event has a date."""
    happened = [event for event in document.events if event.occurrence is Occurrence.HAPPENED and (event.date or event.effective_date)]
    if not happened:
        return ()
    return tuple(_drawing(document, happened, names, days, tracks, Format(look, width)) for look, width in (("wide", 760), ("narrow", 340)))


@dataclass(frozen=True)
class Format:
    look: str
    width: int


def _drawing(document: Document, happened: list[Event], names: Names, days: Days, tracks: tuple[Track, ...], size: Format) -> Drawing:
    life, on, width = periods(document, inferred=days.inferring), days.on, size.width
    scale = _scale(happened, life, tracks, on, width)
    drawn = (tracks if len(tracks) <= TRACKS else tuple(track for track in tracks if track.apart))[:TRACKS]
    floor = FLOOR + TRACK * len(drawn)
    crowded = sum(1 for event in happened if event.party) > CROWD
    marked = [event for event in happened if not (crowded and event.party)]
    now = scale.at(on)
    return Drawing(
        look=size.look,
        id=f"timeline-{size.look}",
        width=width,
        height=round(floor + 24),
        title=f"Timeline of {document.title[:120]}",
        description=_description(life),
        bands=tuple(_bands(life, scale)),
        marks=tuple(_marks(marked, names, scale)),
        columns=tuple(_columns([event for event in happened if event.party], scale)) if crowded else (),
        tracks=tuple(_track(place, track, scale) for place, track in enumerate(drawn)),
        left_out=f"{counted(len(tracks) - len(drawn), 'line')} for which there is no room stand in the table."
        if len(tracks) > len(drawn)
        else "",
        ticks=tuple(_ticks(scale)),
        floor=_round(floor),
        tick_y=_round(floor + 16),
        now_x=_round(now),
        now_label=day_in_words(on),
        now_anchor="end" if now > width * 0.6 else "start" if now < width * 0.3 else "middle",
    )


def _scale(happened: list[Event], life: tuple[Period, ...], tracks: tuple[Track, ...], on: date, width: int) -> Scale:
    days = [day for event in happened for given in (event.date or event.effective_date,) if given for day in (given.first, given.last)]
    days += [period.begins for period in life]
    days += [edge for track in tracks for edge in track.edges]
    first, last = min(days).toordinal(), max(days).toordinal()
    day = min(max(on.toordinal(), first - YEARS_BEFORE), last + YEARS_AFTER)  # a day far off would leave the life no room
    first, last = min(first, day), max(last, day)
    pad = max(120, (last - first) // 30)
    return Scale(_day(first - pad), _day(last + pad), width)


def _day(ordinal: int) -> date:
    """The day with this number, or the nearest that the calendar has."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _bands(life: tuple[Period, ...], scale: Scale) -> Iterable[Band]:
    for period in life:
        begins, ends = scale.at(period.begins), scale.at(period.ends) if period.ends else scale.width - MARGIN
        words = LABELS.get(period.standing, period.standing.label)
        room = ends - begins
        label = next((text for text in (words, period.standing.label) if len(text) * LETTER + 10 < room), "")
        until = f" until {day_in_words(period.until)}" if period.until else ""
        yield Band(
            x=_round(begins),
            width=_round(max(1.5, room)),
            look=look(period.standing),
            title=f"{words} from {day_in_words(period.since)}{until}",
            label=label,
            label_x=_round(begins + 7),
        )


def _track(place: int, track: Track, scale: Scale) -> DrawnTrack:
    top = FLOOR + TRACK * place
    letters = int((scale.width - 2 * MARGIN) / 6)
    return DrawnTrack(
        label_y=_round(top + 9),
        y=_round(top + 13),
        label=next((said for said in (track.label, track.short) if len(said) <= letters), f"{track.short[: letters - 1].rstrip()}…"),
        look=track.look,
        title=track.label,
        runs=tuple(_run(part, scale) for part in track.segments),
    )


def _run(part: Segment, scale: Scale) -> Run:
    begins, ends = scale.at(part.begins), scale.at(part.ends) if part.ends else scale.width - MARGIN
    return Run(_round(begins), _round(max(1.5, ends - begins)), part.look, part.title)


def _marks(events: list[Event], names: Names, scale: Scale) -> Iterable[Mark]:
    taken: list[float] = [-100.0] * STACK
    for event in sorted(events, key=_first):
        given = event.date or event.effective_date
        if given is None:
            continue
        begins, ends = scale.at(given.first), scale.at(given.last)
        x = (begins + ends) / 2
        level = next((level for level, right in enumerate(taken) if begins - right >= 9), STACK - 1)
        taken[level] = ends
        yield Mark(
            x=_round(x),
            y=_round(BASE - 12 - level * 11),
            begins=_round(begins),
            length=_round(ends - begins) if ends - begins > 3 else "",
            look="rival" if event.weight is Weight.RIVAL else "party" if event.party else "whole",
            title=event_in_words(event, names),
        )


def _first(event: Event) -> date:
    given = event.date or event.effective_date
    return given.first if given else date.min


def _columns(events: list[Event], scale: Scale) -> Iterable[Column]:
    years: dict[int, int] = {}
    for event in events:
        years[_first(event).year] = years.get(_first(event).year, 0) + 1
    most = max(years.values())
    for year, times in sorted(years.items()):
        begins, ends = scale.at(date(year, 1, 1)), scale.at(date(year, 12, 31))
        height = 3 + 24 * times / most
        width = max(1.5, ends - begins - 0.6)
        yield Column(_round(begins), _round(BASE - 3 - height), _round(width), _round(height), f"{year}: {times} acts of parties")


def _ticks(scale: Scale) -> Iterable[Tick]:
    years = scale.last.year - scale.first.year + 1
    fitting = max(2, int(scale.width // 62))
    step = next((step for step in STEPS if years / step <= fitting), 500)
    for year in range(scale.first.year + 1, scale.last.year + 1):
        x = scale.at(date(year, 1, 1))
        if year % step == 0 and 14 < x < scale.width - 14:
            yield Tick(_round(x), str(year))


def _description(life: tuple[Period, ...]) -> str:
    said = [f"{period.standing.label.lower()} from {day_in_words(period.since)}" for period in life]
    if not said:
        return "Events from which no standing follows."
    return f"The standing over time: {'; '.join(said)}. The lists on this page say the same."


def _round(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
