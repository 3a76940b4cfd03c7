"""What the cells of a workbook refer to: shared strings, and the styles that show a number as a day."""

import re
from dataclasses import dataclass, field

from intake.reading.limits import MEGABYTE, Limits
from intake.reading.package import Attributes, Package
from intake.reading.refusing import FileRefused, refuse
from intake.vocabulary import Fault

STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})  # ECMA-376, part 1, 18.8.30


def strings_of(package: Package, limits: Limits) -> list[str]:
    """The strings, by the number that cells give. Raises FileRefused where they are too many to hold."""
    gathered = _Strings(limits)
    if package.has(STRINGS):
        package.parse(STRINGS, gathered.begin, gathered.end, gathered.text)
    return gathered.found


@dataclass
class _Strings:
    """Gathers strings; those of phonetic hints are no part of them."""

    limits: Limits
    found: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    total: int = 0

    def begin(self, name: str, given: Attributes) -> None:
        if name == "si":
            self.pieces = []
        elif name in ("t", "rPh"):
            self.inside.append(name)

    def text(self, piece: str) -> None:
        if self.inside == ["t"]:
            self.total += len(piece)
            if self.total > self.limits.strings:
                most = self.limits.strings // MEGABYTE
                raise FileRefused(refuse(Fault.UNPACKS_TOO_LARGE, f"Its cells hold more than {most} MB of text."))
            self.pieces.append(piece)

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append("".join(self.pieces)[: self.limits.cell + 1])
        elif name in ("t", "rPh"):
            self.inside.pop()


def date_styles(package: Package) -> set[int]:
    """The numbers of the cell styles that show a number as a day."""
    styles = _Styles()
    if package.has(STYLES):
        package.parse(STYLES, styles.begin, styles.end, lambda piece: None)
    return styles.dates


@dataclass
class _Styles:
    """Counts the styles of cells, and notes those whose format has a day or a year in it."""

    own: set[int] = field(default_factory=set)
    dates: set[int] = field(default_factory=set)
    count: int = 0
    inside: bool = False

    def begin(self, name: str, given: Attributes) -> None:
        number = given.get("numFmtId", "0")
        if name == "cellXfs":
            self.inside = True
        elif name == "numFmt" and number.isdecimal() and re.search("[yd]", QUOTED.sub("", given.get("formatCode", "")).lower()):
            self.own.add(int(number))
        elif name == "xf" and self.inside:
            if number.isdecimal() and int(number) in BUILT_IN_DATES | self.own:
                self.dates.add(self.count)
            self.count += 1

    def end(self, name: str) -> None:
        self.inside = self.inside and name != "cellXfs"
