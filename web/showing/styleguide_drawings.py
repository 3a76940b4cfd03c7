"""Samples of what the components page draws and takes away: charts, years, a family, a network, the ways out."""

from dataclasses import dataclass

from treaty.document.days import PartialDay
from treaty.vocabulary.standing import Standing
from web.showing.badge import badge
from web.showing.cells import ITSELF, ShownCell
from web.showing.charts import Chart, Row, Years, chart, years
from web.showing.ego import Chord, Drawing, Node
from web.showing.filtering import Option, Select
from web.showing.lineage import Box, Branch, Line, Member, ShownFamily, Tick, Tree
from web.showing.links import Link
from web.showing.narrowed import Field, Form
from web.showing.party import DueLine, PartyLine
from web.showing.party_facts import Belonging
from web.showing.windows import Covered, ShownWindow
from web.showing.years import YearControl

HERE = "#drawings"
NUMBERS = (("Japan", 12, 20), ("United States", 8, 15), ("The United Kingdom of Great Britain and Northern Ireland", 1, 9), ("Nauru", 0, 1))
STANDINGS = ("in-force", "signed", "suspended", "ended", "unknown")


@dataclass(frozen=True)
class Drawings:
    chart: Chart | None
    years: Years | None
    slider: YearControl
    family: ShownFamily
    network: Drawing
    figures: tuple[Link, ...]
    takes: tuple[Link, ...]
    cells: tuple[ShownCell | None, ...]
    form: Form
    gap_forms: dict[str, Form]
    belonging: Belonging
    covered: tuple[Covered, ...]
    party_rows: tuple[PartyLine, ...]
    due: tuple[DueLine, ...]
    sheets: tuple[Link, ...]


def drawings(titles: tuple[str, ...]) -> Drawings:
    """`titles` are the hard ones of the components page."""
    rows = [Row(name, ((some, HERE), (every, HERE)), HERE) for name, some, every in NUMBERS]
    options = (Option("JPN", "Japan", True),)
    return Drawings(
        chart=chart("sample-chart", "Partners", ("Partner", "In force", "All"), rows, note="The darker part is in force."),
        years=years({1951: 3, 1952: 1, 1960: 7, 1999: 2}, "Agreements by year of signature", lambda year: HERE),
        slider=YearControl(HERE, 1975, 1945, 2026, Link("1974", HERE), Link("1976", HERE), ()),
        family=_family(),
        network=_network(),
        figures=(Link("1,234", HERE, "agreements"), Link("0", "", "in force for it"), Link("196", HERE, "partners of the United Kingdom")),
        takes=(Link("SVG", HERE, "A drawing"), Link("PNG", HERE, "A picture")),
        cells=(*(ShownCell(look, "3", look.replace("-", " "), f"3 {look}", HERE) for look in STANDINGS), None, ITSELF),
        form=Form(HERE, (Select("x-one", "one", "Party", "Any party", options),), (), Field("x-codes", "codes", "Parties", "", "JPN, AUS")),
        gap_forms={name: Form(HERE, (Select(f"x-{name}", name, "Has", "anybody", options),), ()) for name in ("partners", "kinds")},
        belonging=Belonging((Link("An organisation", HERE, "since 1 May 2004"),), (Link("Another", HERE, "1950 to 1960"),)),
        covered=(Covered("between Japan and Nauru", (), "A list of one state (1945 to 1976)", HERE), _covered()),
        party_rows=tuple(_party_line(place, title) for place, title in enumerate(titles[:4])),
        due=tuple(DueLine("On 1 April 2027", "End of term", "", "Japan", title, HERE) for title in titles[:3]),
        sheets=tuple(Link(str(sheet), HERE) for sheet in range(1, 5)),
    )


def _covered() -> Covered:
    """By two data sets, and by nothing else."""
    windows = (
        ShownWindow("A list", "1945 to 1976", "All its treaties."),
        ShownWindow("A data set", "1980 to 2010", "Bilateral ones."),
    )
    return Covered("between Japan and Australia", windows, "", HERE)


def _party_line(place: int, title: str) -> PartyLine:
    said = ("Ratification by Japan, still awaited.",) if place == 0 else ()
    return PartyLine(f"E000{place}", title, HERE, badge(list(Standing)[place], PartialDay("1952")), ("Mutual defence", "with Japan"), said)


def _family() -> ShownFamily:
    members = tuple(
        Member(f"E000{place}", HERE, "A treaty", f"{1950 + 10 * place}", badge(Standing.IN_FORCE, PartialDay("1952")), (), place == 1)
        for place in (1, 2)
    )
    boxes = (_box("E0001", "20", "32", "in-force", True), _box("E0002", "400", "412", "ended", False))
    branch = Branch("M 198 67 L 400 67", "succession", "The second takes the place of the first")
    ticks = (Tick("109", "1960"), Tick("489", "1970"))
    tree = Tree("sample", "sample-tree", 760, 120, "110", "A family", "The second replaces the first.", (branch,), boxes, ticks)
    return ShownFamily("2 agreements", (tree,), members, members, "")


def _box(reference: str, x: str, text_x: str, look: str, own: bool) -> Box:
    lines = (Line("58", reference, "name"), Line("72", "A treaty", "called"))
    return Box(x, "40", "178", "54", text_x, HERE, look, own, "A treaty", lines)


def _network() -> Drawing:
    points = (("JPN", "Japan", "300", "100", "312", "start"), ("FRA", "France", "60", "100", "48", "end"))
    nodes = tuple(Node(code, name, x, y, "6", "0", text_x, y, anchor, name, HERE, "3") for code, name, x, y, text_x, anchor in points)
    chord = Chord("M 300 100 Q 180 160 60 100", "2")
    return Drawing("sample", 360, "180", "24", "A network", "One party and two partners.", "USA", nodes, (chord,))
