"""What runs beside the standing of the whole: notices with their clocks, and the standings of parties where these differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from treaty.document.document import Document
from treaty.document.wording import Names, day_in_words, event_in_words, joined
from treaty.law.bindings import Binding, bindings
from treaty.law.clocks import Clock, clocks
from treaty.law.inference import chosen
from web.showing.days import Days
from web.showing.words import counted, first_down

NAMED = 3  # a track of more parties names so many, and counts the others


@dataclass(frozen=True)
class Segment:
    """A time within a track; `ends` is None where no end is known. `since` and `until` are its days in words, as far as known."""

    begins: date
    ends: date | None
    look: str
    label: str
    title: str
    since: str
    until: str = ""


@dataclass(frozen=True)
class Track:
    """`who` is whose it is; `label` is what stands above its line in the drawing, and `short` where there is no room for it.

    `apart` is False for parties that have come to the same standing as most, only by another way.
    """

    look: str
    label: str
    short: str
    who: str
    segments: tuple[Segment, ...]
    apart: bool = True

    @property
    def edges(self) -> Iterator[date]:
        for segment in self.segments:
            yield segment.begins
            if segment.ends:
                yield segment.ends


def clock_tracks(document: Document, names: Names, days: Days) -> tuple[Track, ...]:
    """One for each dated notice: when its clock ran, when it stood still, and how it came to an end."""
    found = clocks(document, chosen(days.inferring))
    return tuple(_clock_track(clock, names) for clock in found)


def _clock_track(clock: Clock, names: Names) -> Track:
    said = event_in_words(clock.notice, names)
    party = clock.notice.party
    if clock.revoked:
        end = f"revoked {clock.revoked.words}"
    elif clock.effect:
        end = f"takes effect {clock.effect.words}"
    elif clock.stops and clock.stops[-1].ends is None:
        end = "its clock stands still"
    else:
        end = "the day of its effect is not known"
    label = f"{said}; {end}"
    who = names.get(party, party) if party else ""
    short = f"{clock.notice.kind.label}{f', {who}' if who else ''}"
    return Track("clock", label, short, who or "the agreement as a whole", tuple(_runs(clock, label)))


def _runs(clock: Clock, label: str) -> Iterable[Segment]:
    """The clock's running and standing times in turn, the last of them up to its end."""
    done = clock.ends.first if clock.ends else None
    at = clock.given.first
    for stop in clock.stops:
        if stop.begins.first > at:
            yield _segment(at, stop.begins.first, "running", "Notice runs", label)
        ends = stop.ends.first if stop.ends else done
        yield _segment(stop.begins.first, ends, "stopped", "Notice stands still", label)
        if ends is None:
            return
        at = ends
    if done is None or done > at:
        yield _segment(at, done, "running", "Notice runs", label)


def _segment(begins: date, ends: date | None, look: str, words: str, label: str) -> Segment:
    since, until = day_in_words(begins), day_in_words(ends) if ends else ""
    title = f"{label}: {first_down(words)} from {since}{f' until {until}' if until else ''}"
    return Segment(begins, ends, look, words, title, since, until)


def party_tracks(document: Document, names: Names, days: Days) -> tuple[Track, ...]:
    """One for all parties that share one life, the earliest bound first; none where every party has the same."""
    alike: dict[tuple[object, ...], list[str]] = {}
    lives = {code: life for code, life in bindings(document, inferred=days.inferring).items() if life}
    for code, life in lives.items():
        alike.setdefault(tuple((one.standing, one.begins, one.ends) for one in life), []).append(code)
    if len(alike) < 2:
        return ()
    groups = sorted(alike.values(), key=lambda codes: (lives[codes[0]][0].begins, -len(codes), codes))
    ends = Counter(life[-1].standing for life in lives.values())
    usual = ends.most_common(1)[0][0]
    return tuple(_party_track(codes, lives[codes[0]], names, apart=lives[codes[0]][-1].standing is not usual) for codes in groups)


def _party_track(codes: list[str], life: tuple[Binding, ...], names: Names, *, apart: bool) -> Track:
    called = sorted(names.get(code, code) for code in codes)
    label = joined(called) if len(called) <= NAMED + 1 else f"{', '.join(called[:NAMED])} and {len(called) - NAMED} others"
    short = label if len(called) == 1 else f"{called[0]} and {counted(len(called) - 1, 'other')}"
    return Track("party", label, short, joined(called), tuple(_held(one, label) for one in life), apart)


def _held(one: Binding, label: str) -> Segment:
    words = one.standing.label
    since, until = day_in_words(one.since), day_in_words(one.until) if one.until else ""
    title = f"{label}: {words.lower()} from {since}{f' until {until}' if until else ''}"
    return Segment(one.begins, one.ends, one.standing.value.replace("_", "-"), words, title, since, until)
