"""Which sheets a workbook has, and where they lie in it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from intake.reading.package import Attributes, Package
from intake.reading.refusing import FileRefused, refuse
from intake.vocabulary import Fault

RELATIONS = "xl/_rels/workbook.xml.rels"
EPOCH, EPOCH_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its part, and the day from which its dates count."""

    name: str
    part: str
    epoch: date


def sheets_of(package: Package) -> list[Sheet]:
    """The sheets that are shown, in their order. Raises FileRefused where there is none."""
    named: list[tuple[str, str]] = []
    targets: dict[str, str] = {}
    epoch = EPOCH

    def in_workbook(name: str, given: Attributes) -> None:
        nonlocal epoch
        if name == "sheet" and given.get("state", "visible") == "visible":
            named.append((given.get("name", ""), given.get("id", "")))
        elif name == "workbookPr" and given.get("date1904") in ("1", "true"):
            epoch = EPOCH_OF_1904

    def in_relations(name: str, given: Attributes) -> None:
        if name == "Relationship" and given.get("TargetMode") != "External":
            targets[given.get("Id", "")] = _inside(given.get("Target", ""))

    package.parse("xl/workbook.xml", in_workbook, _pass_over, _pass_over)
    if package.has(RELATIONS):
        package.parse(RELATIONS, in_relations, _pass_over, _pass_over)
    found = [Sheet(name, targets[key], epoch) for name, key in named if package.has(targets.get(key, ""))]
    if not found:
        raise FileRefused(refuse(Fault.EMPTY, "It has no sheet that is shown."))
    return found


def _inside(target: str) -> str:
    """A part by its full name. A target never leads out of the package: parts are looked up, not opened as files."""
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _pass_over(*_: object) -> None:
    return None
