"""The table behind the timeline: everything that is drawn, and what the drawing has no room for."""

from collections.abc import Iterable
from dataclasses import dataclass

from treaty.document.document import Document
from treaty.document.wording import Names, day_in_words
from treaty.law.standing import periods
from web.showing.badge import LABELS
from web.showing.days import Days
from web.showing.happenings import Happening
from web.showing.tracks import Track


@dataclass(frozen=True)
class TimeRow:
    """Something that held for a time, or happened on a day. `until` is empty for what happened, and where no end is known."""

    what: str
    begins: str
    until: str
    who: str


def time_rows(
    document: Document, names: Names, days: Days, tracks: Iterable[Track], happened: Iterable[Happening]
) -> tuple[tuple[str, tuple[TimeRow, ...]], ...]:
    """The rows under their headings; a heading without rows is left out."""
    tracks = tuple(tracks)
    parts = (
        ("Standing of the agreement", tuple(_standings(document, days))),
        ("Notices and their clocks", tuple(_held(track for track in tracks if track.look == "clock"))),
        ("Standing of the parties", tuple(_held(track for track in tracks if track.look == "party"))),
        ("Events", tuple(_event(one) for one in happened)),
    )
    return tuple((heading, rows) for heading, rows in parts if rows)


def _standings(document: Document, days: Days) -> Iterable[TimeRow]:
    for period in periods(document, inferred=days.inferring):
        label = LABELS.get(period.standing, period.standing.label)
        yield TimeRow(label, day_in_words(period.since), day_in_words(period.until) if period.until else "", "")


def _held(tracks: Iterable[Track]) -> Iterable[TimeRow]:
    for track in tracks:
        for part in track.segments:
            what = f"{part.label}: {track.label}" if track.look == "clock" else part.label
            yield TimeRow(what, part.since, part.until, track.who)


def _event(one: Happening) -> TimeRow:
    said = f"{one.kind.label if one.kind else ''}{f' ({one.mark})' if one.mark else ''}"
    return TimeRow(said, one.day, "", one.parties or one.who)
