"""Tables that are charts as well: each line has its numbers, each number its list, and a bar as long as it is large."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from catalogue.facets import Tally
from treaty.vocabulary.term import Term
from web.showing.links import Link
from web.showing.words import number

FIRST = 10  # so many lines stand open; the others fold


@dataclass(frozen=True)
class Line:
    """One line. `length` and `inner` are the bar and the darker part of it, from 0 to 100."""

    label: str
    href: str
    definition: str
    cells: tuple[Link, ...]
    length: str
    inner: str
    look: str = "plain"


@dataclass(frozen=True)
class Chart:
    """A table of lines, the longest first. `columns` head the label and the numbers."""

    id: str
    heading: str
    columns: tuple[str, ...]
    first: tuple[Line, ...]
    more: tuple[Line, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Row:
    """What a line is made of: its numbers with the addresses of their lists. The last number is the length of its bar."""

    label: str
    numbers: tuple[tuple[int, str], ...]
    href: str = ""
    definition: str = ""
    look: str = "plain"


def chart(key: str, heading: str, columns: Sequence[str], rows: Iterable[Row], *, note: str = "") -> Chart | None:
    """None where there is nothing to show."""
    found = list(rows)
    if not found:
        return None
    most = max(row.numbers[-1][0] for row in found)
    lines = [_line(row, most) for row in found]
    fold = FIRST if len(lines) > FIRST + 2 else len(lines)
    return Chart(key, heading, tuple(columns), tuple(lines[:fold]), tuple(lines[fold:]), note)


def _line(row: Row, most: int) -> Line:
    share = row.numbers[0][0] if len(row.numbers) > 1 else 0
    return Line(
        label=row.label,
        href=row.href,
        definition=row.definition,
        cells=tuple(Link(number(count), href if count else "") for count, href in row.numbers),
        length=length(row.numbers[-1][0], most),
        inner=length(share, most) if share else "",
        look=row.look,
    )


def length(count: int, most: int) -> str:
    return f"{max(1.0, 100 * count / most):.1f}" if most and count else "0"


def term_rows(tally: Tally, family: type[Term], address: Callable[[str], str]) -> Iterable[Row]:
    """A line for each word of a family that has any."""
    for value, count in tally.items():
        term = family(value)
        yield Row(term.label, ((count, address(term.value)),), definition=term.definition)


@dataclass(frozen=True)
class Year:
    """A column of the drawing, and the line of the table behind it."""

    year: str
    count: str
    href: str
    x: str
    y: str
    width: str
    height: str
    title: str


@dataclass(frozen=True)
class Years:
    """Columns over the years, drawn for a wide and a narrow screen, with the table behind them."""

    title: str
    description: str
    drawings: tuple[tuple[str, int, tuple[Year, ...], tuple[tuple[str, str], ...]], ...]
    rows: tuple[Year, ...]
    most: str


TALL, GROUND = 92.0, 104.0
STEPS = (1, 2, 5, 10, 20, 25, 50, 100)


def years(counts: Mapping[int, int], title: str, address: Callable[[int], str]) -> Years | None:
    """`address` gives the list of a year's agreements. None where no year is known."""
    if not counts:
        return None
    wide, narrow = (_columns(counts, address, width) for width in (760, 340))
    best = max(counts, key=lambda year: counts[year])
    said = f"From {min(counts)} to {max(counts)}; most in {best}, with {number(counts[best])}. The table below has every year."
    ticks = [tuple(_ticks(min(counts), max(counts), width)) for width in (760, 340)]
    return Years(
        title, said, (("wide", 760, wide, ticks[0]), ("narrow", 340, narrow, ticks[1])), tuple(reversed(wide)), number(counts[best])
    )


def _columns(counts: Mapping[int, int], address: Callable[[int], str], width: int) -> tuple[Year, ...]:
    first, step = min(counts), _step(min(counts), max(counts), width)
    most = max(counts.values())
    found = []
    for year, count in counts.items():
        height = max(2.0, TALL * count / most)
        noun = "agreement" if count == 1 else "agreements"
        x, wide = 8 + (year - first) * step, max(1.0, min(24.0, step * 0.82))
        title = f"{year}: {number(count)} {noun} signed"
        left, top, across, tall = (f"{size:.1f}" for size in (x, GROUND - height, wide, height))
        found.append(Year(str(year), number(count), address(year), left, top, across, tall, title))
    return tuple(found)


def _step(first: int, last: int, width: int) -> float:
    return min(28.0, (width - 16) / (last - first + 1))


def _ticks(first: int, last: int, width: int) -> Iterable[tuple[str, str]]:
    step = _step(first, last, width)
    every = next((every for every in STEPS if every * step >= 44), 200)
    marked = (year for year in range(first, last + 1) if year % every == 0 or first == last)
    for year in islice(marked, 40):
        x = 8 + (year - first) * step + min(24.0, step * 0.82) / 2
        if 14 <= x <= width - 14 or first == last:
            yield f"{max(x, 16.0):.1f}", str(year)
