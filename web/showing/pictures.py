"""Drawings to take away: SVG that needs no style sheet, and the same as PNG. The colours are those of the pages in daylight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from django.template.loader import render_to_string

from web.drawing import as_png

PIXELS = 2000  # across a PNG, so that it stands sharp on a slide
MARGIN = 20
CLASSES = ("#d3e4d9", "#a3ccb3", "#6fae8b", "#3c8a63", "#125a37")
COLOURS = {
    "ink": "#1a2029", "soft": "#565e6b", "faint": "#767d88", "paper": "#faf8f3", "accent": "#17507f", "blank": "#dfdcd3",
    "nought": "#fdfcf9",
}  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A line of words, and how far down it stands."""

    words: str
    y: float


@dataclass(frozen=True)
class Swatch:
    """A colour of the legend with its words."""

    fill: str
    words: str
    y: float
    text_y: float


@dataclass(frozen=True)
class Frame:
    """What stands around a drawing that is taken away: what it shows, its legend, whence it comes; and how high all of it is."""

    heading: tuple[Text, ...]
    top: float
    legend: tuple[Swatch, ...]
    notes: tuple[Text, ...]
    foot: float


def framed(title: str, note: str, width: float, height: float, legend: Sequence[tuple[str, str]] = ()) -> Frame:
    """The frame of a drawing of a width and height; `legend` are colours and words. Long lines are broken, never cut."""
    heading = tuple(_lines(title, (width - 2 * MARGIN) / 10, 30, 21))
    top = heading[-1].y + 12
    below = top + height + 14
    swatches = tuple(Swatch(fill, words, below + 20 * place, below + 20 * place + 11) for place, (fill, words) in enumerate(legend))
    below += 20 * len(swatches) + 16
    notes = tuple(_lines(note, (width - 2 * MARGIN) / 5.8, below, 15))
    return Frame(heading, top, swatches, notes, notes[-1].y + 14)


def _lines(words: str, letters: float, first: float, step: float) -> Iterable[Text]:
    for place, line in enumerate(wrap(words, int(letters))):
        yield Text(line, first + place * step)


def svg(template: str, drawing: Any, frame: Frame) -> str:
    """The drawing as a file of its own."""
    return render_to_string(template, {"drawing": drawing, "frame": frame, "colours": COLOURS})


def png(template: str, drawing: Any, frame: Frame) -> bytes:
    """The same as a picture of pixels."""
    return as_png(svg(template, drawing, frame), width=PIXELS)
