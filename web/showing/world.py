"""The map of the world: every party that has a shape in the colour of its number, the small ones as dots, the others in a list."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

from catalogue.figures import years_signed
from catalogue.measures import ALL, IN_FORCE, MEASURES, PARTNERS, SIGNED, STANDINGS, Measured, measured
from catalogue.offering import organisations_with_members
from parties.models import Party
from treaty.document.wording import day_in_words, the
from treaty.vocabulary.party_types import PartyType
from web.picturing import Asked
from web.showing.cells import evidence, shared
from web.showing.classes import Range, class_of, classes
from web.showing.days import DayControl, day_control
from web.showing.lifting import Chip
from web.showing.links import Link, page
from web.showing.narrowed import Form, chips, everybody, form, select, usual
from web.showing.pictures import CLASSES, COLOURS, Frame, framed
from web.showing.sentence import sentence
from web.showing.words import counted, first_up, number
from web.showing.years import YearControl, year_control

OWN = ("measure", "year")
SHAPES = settings.ROOT / "data" / "world" / "shapes.json"
SMALL = 6.0  # a shape of less is a dot
LABELS = {
    IN_FORCE: ("Agreements in force", "agreement in force", "agreements in force"),
    SIGNED: ("Signed, not in force", "agreement signed and not in force", "agreements signed and not in force"),
    PARTNERS: ("Partners in force", "partner with an agreement in force", "partners with an agreement in force"),
    ALL: ("All agreements", "agreement", "agreements"),
}
NO_RECORD = "no record"
BORDERS = (
    "Borders of the present day, as Natural Earth draws them: de facto, by who controls the ground. "
    "They are the same for every year, and the register takes no position on them."
)


@cache
def world() -> Mapping[str, Any]:
    """The shapes of `data/world`, read once."""
    with SHAPES.open() as kept:
        found: Mapping[str, Any] = json.load(kept)
    return found


@dataclass(frozen=True)
class Shape:
    """A country: its path, or where its dot stands; `look` and `fill` are its class, with style sheet and without."""

    path: str
    x: str
    y: str
    look: str
    fill: str
    title: str
    href: str


@dataclass(frozen=True)
class Key:
    """A line of the legend."""

    look: str
    fill: str
    words: str
    note: str


@dataclass(frozen=True)
class Map:
    """The drawing, without the page about it."""

    width: float
    height: float
    title: str
    description: str
    land: str
    countries: tuple[Shape, ...]
    dots: tuple[Shape, ...]
    legend: tuple[Key, ...]


@dataclass(frozen=True)
class Value:
    """A line of the table behind the map."""

    name: str
    kind: str
    href: str
    number: str
    evidence: str
    on_map: bool


@dataclass(frozen=True)
class WorldPage:
    room = "map"
    heading: str
    sentence: str
    map: Map
    values: tuple[Value, ...]
    elsewhere_in_time: tuple[Value, ...]
    borders: str
    years: YearControl
    form: Form
    chips: tuple[Chip, ...]
    lift_all: str
    days: DayControl
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True)
class Counted:
    """The numbers of a map, the parties they belong to, and what is counted."""

    measure: str
    found: Measured
    parties: Mapping[str, Party]
    ranges: tuple[Range, ...]


def counted_world(asked: Asked) -> Counted:
    """What the map shows. At most seven queries."""
    measure = asked.own.get("measure") or IN_FORCE
    found = measured(asked.question, measure)
    known = {party.code: party for party in Party.objects.filter(code__in=[*found.values, *world()["shapes"]])}
    return Counted(measure, found, known, classes(found.values.values()))


def world_page(asked: Asked) -> WorldPage:
    counts, parameters = counted_world(asked), asked.parameters
    question = asked.question
    days = asked.days
    values = tuple(_values(counts, asked))
    return WorldPage(
        heading=_heading_of(asked),
        sentence=sentence(question, asked.names, today=asked.today),
        map=drawn(counts, asked),
        values=values,
        elsewhere_in_time=tuple(value for value in values if not value.on_map and value.number != "0"),
        borders=BORDERS,
        years=year_control("map", days, parameters, years_signed(on=asked.today)),
        form=form("map", asked, _measures(asked), _whose(asked), *usual(asked, organisations_with_members())),
        chips=chips("map", asked),
        lift_all=page("map", **days.carried),
        days=day_control(page("map"), days, kept=parameters),
        elsewhere=tuple(_elsewhere(parameters)),
    )


def _measures(asked: Asked) -> Any:
    offered = [(measure, LABELS[measure][0]) for measure in MEASURES if measure != IN_FORCE]
    return select("measure", "Coloured by", LABELS[IN_FORCE][0], offered, asked.own.get("measure", ""))


def _whose(asked: Asked) -> Any:
    return select("party", "With", "Anybody", everybody(asked), asked.parameters.get("party", ""))


def _heading_of(asked: Asked) -> str:
    day = "today" if asked.question.on == asked.today else f"on {day_in_words(asked.question.on)}"
    whose = f" with {the(asked.names[asked.question.parties[0]])}" if asked.question.parties else ""
    return f"{LABELS[asked.own.get('measure') or IN_FORCE][0]}{whose} {day}"


def _elsewhere(parameters: Mapping[str, str]) -> Iterable[Link]:
    yield Link("JSON", page("map-data", **parameters), "Every value as data")
    yield Link("SVG", page("map-svg", **parameters), "The map as a drawing")
    yield Link("PNG", page("map-png", **parameters), "The map as a picture")


def in_words(counts: Counted, value: int | None) -> str:
    if value is None:
        return NO_RECORD
    _, one, many = LABELS[counts.measure]
    return counted(value, one, many) if value else f"no {many}"


def drawn(counts: Counted, asked: Asked) -> Map:
    """The drawing of the numbers."""
    kept = world()
    shapes = [(code, shape, _shape(code, shape, counts, asked)) for code, shape in kept["shapes"].items()]
    return Map(
        width=kept["width"],
        height=kept["height"],
        title=f"World map: {_heading_of(asked)}",
        description=_description(counts),
        land=kept["land"],
        countries=tuple(one for _, _, one in shapes if one.path),
        dots=tuple(one for code, shape, one in shapes if shape["area"] < SMALL and _is_dotted(code, counts)),
        legend=_legend(counts, asked),
    )


def poster(asked: Asked) -> tuple[Map, Frame]:
    """The drawing to be taken away, with all that it needs to be read alone."""
    shown = drawn(counted_world(asked), asked)
    legend = [(key.fill, f"{key.words} ({key.note})" if key.note else key.words) for key in shown.legend]
    note = f"Entente, an open register of defence agreements: {sentence(asked.question, asked.names, today=asked.today)}. {BORDERS}"
    return shown, framed(_heading_of(asked), note, shown.width, shown.height, legend)


def _is_dotted(code: str, counts: Counted) -> bool:
    """Small states have a dot always, small territories where they have a number."""
    party = counts.parties.get(code)
    return bool(counts.found.values.get(code)) or (party is not None and party.type is PartyType.STATE)


def _shape(code: str, shape: Mapping[str, Any], counts: Counted, asked: Asked) -> Shape:
    value = counts.found.values.get(code)
    look, fill = _look(counts, value)
    name = asked.names.get(code, code)
    x, y = shape["at"]
    own = bool(asked.question.parties) and code in asked.question.parties
    title = f"{name}: whose partners these are" if own else f"{name}: {in_words(counts, value)}"
    return Shape(
        path=shape["d"],
        x=f"{x:g}",
        y=f"{y:g}",
        look="own" if own else look,
        fill=COLOURS["accent"] if own else fill,
        title=title,
        href=page("party", code, **asked.days.carried) if code in counts.parties else "",
    )


def _look(counts: Counted, value: int | None) -> tuple[str, str]:
    if value is None:
        return "blank", COLOURS["blank"]
    place = class_of(value, counts.ranges)
    if not place:
        return "k0", COLOURS["nought"]
    place += len(CLASSES) - len(counts.ranges) if len(counts.ranges) > 2 else 1
    return f"k{place}", CLASSES[place - 1]


def _legend(counts: Counted, asked: Asked) -> tuple[Key, ...]:
    values = list(counts.found.values.values())
    _, one, many = LABELS[counts.measure]
    keys = []
    for span in counts.ranges:
        look, fill = _look(counts, span.low)
        within = sum(span.low <= value <= span.high for value in values)
        keys.append((look, fill, f"{span.words} {one if span.high == 1 else many}", counted(within, "party", "parties")))
    noughts = sum(value == 0 for value in values)
    known = [("k0", COLOURS["nought"], f"no {many}, but other agreements known", counted(noughts, "party", "parties"))] if noughts else []
    own = [("own", COLOURS["accent"], f"{asked.names[code]}, whose partners these are", "") for code in asked.question.parties]
    blank = ("blank", COLOURS["blank"], "no record: the register knows no agreement that answers this", "")
    return tuple(Key(*line) for line in [*own, blank, *known, *keys])


def _description(counts: Counted) -> str:
    most = sorted(counts.found.values.items(), key=lambda one: (-one[1], one[0]))[:5]
    named = [f"{counts.parties[code].name} {number(value)}" for code, value in most if value and code in counts.parties]
    top = f"Most: {', '.join(named)}. " if named else "No party has any. "
    return f"{top}The table on this page has every value."


def _values(counts: Counted, asked: Asked) -> Iterable[Value]:
    shapes = world()["shapes"]
    for code, value in sorted(counts.found.values.items(), key=lambda one: (-one[1], asked.names.get(one[0], one[0]))):
        party = counts.parties.get(code)
        kind = "" if party is None or party.type is PartyType.STATE else party.type.label
        yield Value(
            name=asked.names.get(code, code),
            kind=kind,
            href=page("party", code, **asked.days.carried),
            number=number(value),
            evidence=value_href(code, counts.measure, asked),
            on_map=code in shapes,
        )


def value_href(code: str, measure: str, asked: Asked) -> str:
    """Where a value comes from: the list of exactly what it counts, or the network of the partners it counts."""
    parameters = {name: value for name, value in asked.parameters.items() if name not in OWN}
    if asked.question.parties:
        return shared(parameters, asked.question.parties[0], code, STANDINGS.get(measure, ""))
    if measure == PARTNERS:
        return page("network", **{**parameters, "party": code})
    return evidence(parameters, code, standing=STANDINGS.get(measure, ""))


def world_data(asked: Asked, site: str) -> dict[str, Any]:
    """Every value of the map as data."""
    counts = counted_world(asked)
    return {
        "question": sentence(asked.question, asked.names, today=asked.today),
        "measure": counts.measure,
        "label": first_up(LABELS[counts.measure][2]),
        "as_of": asked.question.on.isoformat(),
        "as_known": asked.question.as_known and asked.question.as_known.isoformat(),
        "inferred": asked.question.inferring,
        "agreements": counts.found.agreements,
        "borders": BORDERS,
        "values": [
            {
                "party": code,
                "name": asked.names.get(code, code),
                "value": value,
                "on_map": code in world()["shapes"],
                "url": site + value_href(code, counts.measure, asked),
            }
            for code, value in sorted(counts.found.values.items())
        ],
    }
