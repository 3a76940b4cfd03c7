"""The filters of a page that is not a list: what is set, each to be lifted, and a form with the filters that matter most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.figures import by_party
from catalogue.question import Question
from parties.regions import REGIONS, SUBREGIONS
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.term import Term
from web.picturing import Asked
from web.showing.asked import parameters_of
from web.showing.filtering import Option, Select
from web.showing.lifting import Chip, filters
from web.showing.links import page

NEEDED = "Choose a party."


@dataclass(frozen=True)
class Field:
    """A field to write in."""

    id: str
    name: str
    label: str
    value: str
    example: str


@dataclass(frozen=True)
class Form:
    """A form that asks a page again. What it has no field for travels along in `kept`; `codes` is for several parties at once."""

    action: str
    selects: tuple[Select, ...]
    kept: tuple[tuple[str, str], ...]
    codes: Field | None = None


def chips(name: str, asked: Asked, but: Iterable[str] = ()) -> tuple[Chip, ...]:
    """The filters that are set, with the address of the same page without each; days are chosen elsewhere."""
    unseen = {"As of", "As known", *but}
    found = (one for one in filters(asked.question, asked.names, today=asked.today) if one.label not in unseen)
    return tuple(Chip(one.label, one.value, _address(name, one.without, asked)) for one in found)


def _address(name: str, question: Question, asked: Asked) -> str:
    return page(name, **{**parameters_of(question, today=asked.today), **asked.own})


def form(name: str, asked: Asked, *selects: Select, but: str = "") -> Form:
    """The form of these lists; `but` is a parameter that has another field in it."""
    fields = {*(select.name for select in selects), but}
    kept = tuple((parameter, value) for parameter, value in asked.parameters.items() if parameter not in fields)
    return Form(page(name), selects, kept)


def select(parameter: str, label: str, blank: str, offered: Iterable[tuple[str, str]], chosen: str) -> Select:
    """One list to choose from. Where several values are chosen together, they are one more to choose."""
    offered, words = list(offered), dict(offered)
    if chosen and chosen not in words:
        offered.insert(0, (chosen, ", ".join(words.get(one, one) for one in chosen.split(","))))
    return Select(f"by-{parameter}", parameter, label, blank, tuple(Option(value, text, value == chosen) for value, text in offered))


def terms(family: type[Term]) -> list[tuple[str, str]]:
    return sorted(family.choices(), key=lambda choice: choice[1].casefold())


def parties(codes: Iterable[str], names: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(((code, names.get(code, code)) for code in codes), key=lambda one: one[1].casefold())


def everybody(asked: Asked) -> list[tuple[str, str]]:
    """Those who take part in any agreement of the register. One query."""
    return parties(by_party(on=asked.today), asked.names)


def parties_to_choose(name: str, asked: Asked, site: str) -> dict[str, Any]:
    """What a page that needs a party offers as data where none is chosen: whom one may ask about, and at which address."""
    offered = everybody(asked)
    found = [{"party": code, "name": called, "url": site + page(name, **{**asked.parameters, "party": code})} for code, called in offered]
    return {"question": NEEDED, "parameter": "party", "address": f"{site}{page(name)}?party={{party}}", "parties": found}


def usual(asked: Asked, organisations: Iterable[str]) -> tuple[Select, ...]:
    """Organisation, region, provision, kind."""
    given, regions = asked.parameters, [*REGIONS.items(), *sorted(SUBREGIONS.items(), key=lambda one: one[1])]
    return (
        select("organisation", "Members of", "Any organisation", parties(organisations, asked.names), given.get("organisation", "")),
        select("region", "In the region", "Any region", regions, given.get("region", "")),
        select("provision", "Provision", "Any provision", terms(ProvisionKind), given.get("provision", "")),
        select("kind", "Kind of agreement", "Any kind", terms(AgreementKind), given.get("kind", "")),
    )
