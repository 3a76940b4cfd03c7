"""Drawings of the pages as files that stand alone: the same shapes, with colours written out and a line that says whence they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from xml.etree import ElementTree as XML

import resvg_py

NAMESPACE = "http://www.w3.org/2000/svg"
FONTS = "Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif"
LETTERING = "Noto Sans"
LETTERS_IN = str(files("fontpkg_noto_sans") / "files")  # before the fonts of the machine, which may have none
PAPER, INK, SOFT = "#ffffff", "#1a2029", "#565e6b"
MARGIN, HEAD, FOOT = 12, 30, 26
LETTERS = 0.52  # width of a letter, in heights of the type
SHARPNESS = 2  # pixels of a picture for each unit of the drawing


@dataclass(frozen=True)
class Paint:
    """How shapes look that are, or lie in, all of these classes; `tags` are the elements it paints."""

    classes: frozenset[str]
    tags: frozenset[str]
    attributes: tuple[tuple[str, str], ...]


def paint(where: str, **attributes: str) -> Paint:
    """As in `paint("rect band in-force", fill="#a9d3ba")`: the element, and the classes on it or around it."""
    tag, *classes = where.split()
    said = tuple((name.replace("_", "-"), value) for name, value in attributes.items())
    return Paint(frozenset(classes), frozenset(tag.split(",")), said)


def standalone(markup: str, paints: Sequence[Paint], *, title: str, source: str) -> str:
    """The drawing as an SVG file: painted, on white, under its title and above the line that says whence it is."""
    drawn = XML.fromstring(markup)  # noqa: S314 - our own markup
    width, height = (float(part) for part in drawn.get("viewBox", "0 0 0 0").split()[2:])
    _painted(drawn, paints, frozenset())
    whole = XML.Element("svg", {"xmlns": NAMESPACE, "viewBox": _box(width, height), "font-family": FONTS, "role": "img"})
    whole.set("width", f"{width + 2 * MARGIN:g}")
    whole.set("height", f"{height + HEAD + FOOT:g}")
    XML.SubElement(whole, "title").text = title
    XML.SubElement(whole, "rect", {"width": "100%", "height": "100%", "fill": PAPER})
    heading = {"x": f"{MARGIN}", "y": "20", "font-size": "13", "font-weight": "600", "fill": INK}
    XML.SubElement(whole, "text", heading).text = _fitting(title, width, 13)
    body = XML.SubElement(whole, "g", {"transform": f"translate({MARGIN} {HEAD})", "font-size": "11"})
    body.extend([part for part in drawn if part.tag not in ("title", "desc")])
    footing = {"x": f"{MARGIN}", "y": f"{height + HEAD + 16:g}", "font-size": "10", "fill": SOFT}
    XML.SubElement(whole, "text", footing).text = _fitting(source, width, 10)
    return XML.tostring(whole, encoding="unicode")


def as_png(svg: str, *, width: int | None = None) -> bytes:
    """The file as a picture: so many pixels wide, or twice as fine as the screen."""
    zoom = None if width else SHARPNESS
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, zoom=zoom, background=PAPER, font_dirs=[LETTERS_IN], sans_serif_family=LETTERING
    )
    return bytes(drawn)


def _box(width: float, height: float) -> str:
    return f"0 0 {width + 2 * MARGIN:g} {height + HEAD + FOOT:g}"


def _painted(element: XML.Element, paints: Sequence[Paint], around: frozenset[str]) -> None:
    classes = around | frozenset(element.attrib.pop("class", "").split())
    for one in paints:
        if element.tag in one.tags and one.classes <= classes:
            element.attrib.update(one.attributes)
    for part in _parts(element):
        _painted(part, paints, classes)


def _parts(element: XML.Element) -> Iterator[XML.Element]:
    """What lies in it. A link leads nowhere from a file, so only what it holds is kept."""
    for place, part in enumerate(list(element)):
        if part.tag == "a":
            group = XML.Element("g", {"class": part.get("class", "")})
            group.extend(list(part))
            element[place] = part = group
        yield part


def _fitting(words: str, width: float, size: float) -> str:
    most = int(width / (size * LETTERS))
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
