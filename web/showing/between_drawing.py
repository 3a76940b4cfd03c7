"""How it came about: every agreement of two parties as a band over time, as SVG. It shows nothing that its table does not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from catalogue.between import Common
from catalogue.models import FOREVER
from treaty.document.wording import MONTHS, day_in_words
from treaty.vocabulary.standing import PairStanding
from web.showing.bonds import LOOKS, badge_of, is_coming
from web.showing.days import Days
from web.showing.links import page
from web.showing.timeline import Scale
from web.showing.words import counted, fitting

MOST = 60  # so many bands are drawn; the table has all
STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
COLOURS = {"in-force": "#a9d3ba", "suspended": "#eab8b1", "signed": "#ecd193", "modified": "#7fbf9a"}
INK = {"ink": "#1a2029", "soft": "#565e6b", "line": "#e2ddd1", "accent": "#17507f", "paper": "#ffffff"}


@dataclass(frozen=True)
class Stretch:
    """A time of one standing, as a rectangle."""

    x: str
    width: str
    look: str
    colour: str
    title: str


@dataclass(frozen=True)
class Tick:
    x: str
    title: str


@dataclass(frozen=True)
class BandRow:
    """One agreement: its label, its stretches, its events."""

    label: str
    label_y: str
    y: str
    top: str
    bottom: str
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    title: str


@dataclass(frozen=True)
class Drawing:
    look: str
    id: str
    width: int
    height: int
    title: str
    description: str
    rows: tuple[BandRow, ...]
    years: tuple[tuple[str, str], ...]
    bottom: str
    years_y: str
    now_x: str
    now_label: str
    now_anchor: str


@dataclass(frozen=True)
class HistoryLine:
    """What the drawing shows of one agreement, in words."""

    title: str
    href: str
    reference: str
    held: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True)
class History:
    drawings: tuple[Drawing, ...]
    lines: tuple[HistoryLine, ...]
    left_out: int
    svg: str
    png: str


@dataclass(frozen=True)
class _Layout:
    look: str
    width: int
    left: float
    step: float
    letters: int


LAYOUTS = (_Layout("wide", 760, 262.0, 20.0, 44), _Layout("narrow", 340, 0.0, 36.0, 56))


def history(found: Iterable[Common], days: Days, who: str, codes: tuple[str, str]) -> History | None:
    """The drawing for wide and narrow screens, with its table; None where no agreement has a known day."""
    dated = sorted(
        ((_first(common), common) for common in found if _first(common) is not None), key=lambda pair: (pair[0], pair[1].reference)
    )
    if not dated:
        return None
    ordered = [common for _, common in dated]
    drawn = ordered[-MOST:]
    return History(
        drawings=tuple(_drawing(drawn, days, who, layout) for layout in LAYOUTS),
        lines=tuple(_line(common, days) for common in ordered),
        left_out=len(ordered) - len(drawn),
        svg=page("between_svg", *codes, **days.carried),
        png=page("between_png", *codes, **days.carried),
    )


def _first(common: Common) -> date | None:
    """The first day that it can have begun; None where no day of it is known."""
    known = [*(one.first for one in common.happenings if one.first), *(tie.begins for tie in common.ties)]
    return min(known, default=None)


def _last(common: Common, days: Days) -> date:
    """The last day of which anything is known."""
    events = [one.last for one in common.happenings if one.last]
    ends = [tie.ends if tie.ends < FOREVER else tie.begins for tie in common.ties]
    return max([*events, *ends, *([days.on] if is_coming(common) else [])])


def _drawing(drawn: list[Common], days: Days, who: str, layout: _Layout) -> Drawing:
    first = min(day for common in drawn if (day := _first(common)))
    last = max(days.today, *(_last(common, days) for common in drawn))
    first = min(first, days.on) if (first - days.on).days < 40 * 366 else first
    last = max(last, days.on) if (days.on - last).days < 40 * 366 else last
    pad = timedelta(days=min(400, max(60, (last - first).days // 30), (date.max - last).days, (first - date.min).days))
    scale = Scale(first - pad, last + pad, int(layout.width - layout.left))
    top, height = 26.0, layout.step * len(drawn)
    now = layout.left + scale.at(days.on)
    return Drawing(
        look=layout.look,
        id=f"history-{layout.look}",
        width=layout.width,
        height=int(top + height + 24),
        title=f"Agreements between {who} over time",
        description=f"{counted(len(drawn), 'band')}, one for each agreement. The table below says the same in words.",
        rows=tuple(_row(common, days, scale, layout, top + place * layout.step) for place, common in enumerate(drawn)),
        years=tuple(_years(scale, layout.left)),
        bottom=_round(top + height + 4),
        years_y=_round(top + height + 18),
        now_x=_round(now),
        now_label=day_in_words(days.on),
        now_anchor="end" if now > layout.width - 60 else "start" if now < layout.left + 60 else "middle",
    )


def _row(common: Common, days: Days, scale: Scale, layout: _Layout, y: float) -> BandRow:
    band = y + layout.step - 16
    room = layout.letters - len(common.reference) - 1
    return BandRow(
        label=f"{common.reference} {fitting(common.title, room)}",
        label_y=_round(band + 10 if layout.left else band - 5),
        y=_round(band),
        top=_round(band - 2),
        bottom=_round(band + 14),
        stretches=tuple(_stretches(common, days, scale, layout.left)),
        ticks=tuple(_ticks(common, scale, layout.left)),
        title=f"{common.title} ({common.reference})",
    )


def _stretches(common: Common, days: Days, scale: Scale, left: float) -> Iterable[Stretch]:
    """Signed from its first event until it holds between the two, or for as long as it may yet; then each time of one standing."""
    begins = common.happenings[0].first if common.happenings else None
    held = common.ties[0].begins if common.ties else _last(common, days)
    if begins and begins < held:
        yield _stretch(begins, held, "signed", f"Signed, not in force between them, from {day_in_words(begins)}", scale, left)
    for tie in common.ties:
        look = "modified" if tie.standing is PairStanding.MODIFIED_BETWEEN else LOOKS[tie.standing].look
        yield _stretch(tie.begins, tie.ends, look, _held(tie), scale, left)


def _stretch(begins: date, ends: date, look: str, title: str, scale: Scale, left: float) -> Stretch:
    x = scale.at(begins)
    end = scale.at(ends) if ends < FOREVER else float(scale.width)
    return Stretch(_round(left + x), _round(max(1.5, end - x)), look, COLOURS[look], title)


def _held(tie: Any) -> str:
    until = f" until {day_in_words(tie.ends)}" if tie.ends < FOREVER else ""
    return f"{LOOKS[tie.standing].label} from {day_in_words(tie.since)}{until}"


def _ticks(common: Common, scale: Scale, left: float) -> Iterable[Tick]:
    for one in _concerning(common):
        yield Tick(_round(left + (scale.at(one.first) + scale.at(one.last)) / 2), _event(one))


def _concerning(common: Common) -> list[Any]:
    """Events of the whole and of either of the two."""
    return [one for one in common.happenings if one.party is None or one.party.code in common.bindings or common.is_bilateral]


def _event(one: Any) -> str:
    return f"{one.kind.label}{f', {one.party.name}' if one.party else ''}, {happened(one.first, one.last)}"


def happened(first: date, last: date) -> str:
    """A day, month or year in words, from the first and last day that it can be."""
    if first == last:
        return day_in_words(first)
    return f"{MONTHS[first.month - 1]} {first.year}" if first.month == last.month else str(first.year)


def _line(common: Common, days: Days) -> HistoryLine:
    shown = badge_of(common)
    held = tuple(_held(tie) for tie in common.ties) or (f"{shown.label} {shown.since}".strip(),)
    events = tuple(_event(one) for one in _concerning(common))
    return HistoryLine(common.title, page("agreement", common.reference, **days.carried), common.reference, held, events)


def _years(scale: Scale, left: float) -> Iterable[tuple[str, str]]:
    span = scale.last.year - scale.first.year + 1
    every = next((step for step in STEPS if span / step <= scale.width // 56), 500)
    for year in range(scale.first.year + 1, scale.last.year + 1):
        x = scale.at(date(year, 1, 1))
        if year % every == 0 and 14 < x < scale.width - 14:
            yield _round(left + x), str(year)


def _round(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
