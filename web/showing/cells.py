"""A cell of a matrix in ready words: the strongest standing, how many agreements have it, and the list that shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.holdings import STRONGEST_FIRST, Cell
from catalogue.question import PARAMETERS, UNKNOWN
from treaty.document.wording import joined
from treaty.vocabulary.standing import Standing
from web.showing.links import page, with_query
from web.showing.words import counted, number

SHORT = {
    Standing.IN_FORCE.value: "in force",
    Standing.PROVISIONAL.value: "applied",
    Standing.SUSPENDED.value: "suspended",
    Standing.SIGNED.value: "signed",
    Standing.NEGOTIATING.value: "in talks",
    Standing.ENDED.value: "ended",
    Standing.LAPSED.value: "lapsed",
    UNKNOWN: "unknown",
    "": "not bound",
}
MEANINGS = {
    Standing.IN_FORCE.value: "It binds on the day; also while a notice is running.",
    Standing.PROVISIONAL.value: "It is applied before its entry into force.",
    Standing.SUSPENDED.value: "It still exists, and its operation is halted.",
    Standing.SIGNED.value: "Signed, ratified or acceded to, and not known to be in force.",
    Standing.NEGOTIATING.value: "Talks are known and nothing has been signed.",
    Standing.ENDED.value: "It bound and no longer does: ended, left, or passed to a successor.",
    Standing.LAPSED.value: "It was signed and never entered into force, and will not.",
    UNKNOWN: "Nothing is known of its standing on the day.",
    "": "Takes part, and none of these standings holds.",
}
BESIDE_DAYS = ("party", "region", "organisation", "as_of", "as_known", "inferred")  # what choose rows and days, and narrow nothing else


@dataclass(frozen=True)
class ShownCell:
    """`look` chooses colours and mark; `title` says all that the cell counts."""

    look: str
    number: str
    word: str
    title: str
    href: str


ITSELF = ShownCell("itself", "", "the party itself", "", "")


@dataclass(frozen=True)
class Meaning:
    """A line of the legend."""

    look: str
    word: str
    meaning: str


def look(standing: str) -> str:
    return standing.replace("_", "-") or "unbound"


def shown_cell(cell: Cell, whose: str, href: str) -> ShownCell:
    return ShownCell(look(cell.standing), number(cell.number), SHORT[cell.standing], f"{whose}: {in_words(cell)}", href)


def in_words(cell: Cell) -> str:
    """As in "3 in force, 1 signed, of 5 agreements"."""
    said = [f"{number(count)} {SHORT[standing]}" for standing, count in cell.counts.items()]
    together = counted(cell.all, "agreement")
    return f"{joined(said)}, of {together}" if said else f"{together}, with none of the standings told apart here"


def evidence(parameters: Mapping[str, str], code: str, kind: str = "", standing: str = "") -> str:
    """The list of exactly the agreements that a cell of one party counts."""
    return _list({**parameters, "party": code, "standing": standing} | ({"provision": kind} if kind else {}))


def between(parameters: Mapping[str, str], one: str, two: str) -> str:
    """Where it is shown what binds two: their own page, or the list where the question narrows by more than its days."""
    if any(value and name not in BESIDE_DAYS for name, value in parameters.items()):
        return shared(parameters, one, two)
    days = {name: value for name, value in parameters.items() if name in ("as_of", "as_known", "inferred")}
    return with_query(f"/between/{one}/{two}/", days)


def shared(parameters: Mapping[str, str], one: str, two: str, standing: str = "", kind: str = "") -> str:
    """The list of the agreements to which both are parties."""
    asked = {**parameters, "party": "", "between": f"{one},{two}", "standing": standing}
    return _list(asked | ({"provision": kind} if kind else {}))


def _list(asked: Mapping[str, str]) -> str:
    """The address of a list, with its parameters in the order in which a list gives them itself."""
    return page("agreements", **{name: asked[name] for name in PARAMETERS if asked.get(name)})


def legend(cells: Iterable[Cell]) -> tuple[Meaning, ...]:
    """What each standing among the cells means, the strongest first."""
    seen = {cell.standing for cell in cells}
    return tuple(Meaning(look(one), SHORT[one], MEANINGS[one]) for one in (*STRONGEST_FIRST, "") if one in seen)
