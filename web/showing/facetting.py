"""The filters beside a list: every value with how many agreements it would leave, and the address that sets or lifts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.facets import Tally, values_of
from catalogue.question import UNKNOWN, Question
from parties.regions import REGIONS, SUBREGIONS
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term
from web.showing.asked import parameters_of
from web.showing.badge import LABELS
from web.showing.links import page
from web.showing.words import number

AT_FIRST = 7  # so many values are seen at once; the others unfold
FACETS = (
    ("standing", "Standing on the day"),
    ("party", "Party"),
    ("kind", "Kind"),
    ("provision", "Provision"),
    ("decade", "First signed"),
    ("region", "Region of a party"),
    ("organisation", "Member of"),
    ("lateral", "Sides"),
    ("character", "Character"),
    ("source", "Best source"),
    ("verified", "Verified"),
)
FAMILIES: Mapping[str, type[Term]] = {
    "standing": Standing,
    "kind": AgreementKind,
    "provision": ProvisionKind,
    "lateral": Laterality,
    "character": Character,
    "source": SourceKind,
    "verified": Checked,
}


@dataclass(frozen=True)
class Value:
    """One value of a facet."""

    id: str
    label: str
    title: str
    count: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter: the values seen at first, those that unfold, and whether any is chosen."""

    name: str
    label: str
    first: tuple[Value, ...]
    more: tuple[Value, ...]
    is_set: bool


def shown_facets(question: Question, tallies: Mapping[str, Tally], names: Mapping[str, str], *, today: date) -> tuple[Facet, ...]:
    """Every facet that has values, for the question as it stands."""
    chosen = values_of(question)
    parameters = parameters_of(question, today=today)
    found = (_facet(name, label, tallies[name], [str(one) for one in chosen[name]], names, parameters) for name, label in FACETS)
    return tuple(facet for facet in found if facet.first)


def _facet(name: str, label: str, tally: Tally, chosen: list[str], names: Mapping[str, str], parameters: Mapping[str, str]) -> Facet:
    order = sorted({*tally, *chosen}, key=_place(name, tally, chosen))
    values = [_value(name, value, tally.get(value, 0), chosen, names, parameters) for value in order]
    return Facet(name, label, tuple(values[:AT_FIRST]), tuple(values[AT_FIRST:]), bool(chosen))


def _place(name: str, tally: Tally, chosen: list[str]) -> Callable[[str], tuple[object, ...]]:
    """What is chosen comes first, then decades by time and everything else by number."""
    if name == "decade":
        return lambda value: (int(value),)
    return lambda value: (value not in chosen, -tally.get(value, 0), value)


def _value(name: str, value: str, count: int, chosen: list[str], names: Mapping[str, str], parameters: Mapping[str, str]) -> Value:
    others = [one for one in chosen if one != value]
    asked = others if value in chosen else [*chosen, value]
    label, title = _label(name, value, names)
    href = page("agreements", **{**parameters, name: ",".join(asked)})
    return Value(f"facet-{name}-{value}", label, title, number(count), href, value in chosen)


def _label(name: str, value: str, names: Mapping[str, str]) -> tuple[str, str]:
    if name in FAMILIES and value != UNKNOWN:
        term = FAMILIES[name](value)
        return (LABELS.get(term, term.label) if isinstance(term, Standing) else term.label), term.definition
    if name == "standing":
        return "Not known", "No event of its life has a known date that has come."
    if name == "region":
        return (REGIONS | SUBREGIONS)[value], ""
    return (f"{value}s", "") if name == "decade" else (names.get(value, value), value)
