"""A party and its partners as a network: the party in the middle, lines as thick as the number of agreements in force."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catalogue.figures import by_party, years_signed
from catalogue.network import Network, network
from catalogue.offering import organisations_with_members
from catalogue.question import Question
from parties.models import Party
from parties.regions import REGIONS, SUBREGIONS
from treaty.document.wording import day_in_words, the
from treaty.vocabulary.standing import Standing
from web.picturing import Asked
from web.showing.cells import between, shared
from web.showing.days import DayControl, day_control
from web.showing.lifting import Chip
from web.showing.links import Link, page
from web.showing.narrowed import Form, chips, everybody, form, parties_to_choose, select, usual
from web.showing.pictures import Frame, framed
from web.showing.sentence import sentence
from web.showing.words import counted, number
from web.showing.years import YearControl, year_control

OWN = ("year", "show")
DRAWN, MOST = 40, 80
ON_A_PHONE = 16  # a narrow screen has room for so many
LETTER = 6.4  # the width of a letter of a name, about, in units of the drawing
BEGINNINGS = 12


@dataclass(frozen=True)
class Node:
    """A partner: where its disc stands and how its name is turned so that it reads outwards."""

    code: str
    label: str
    x: str
    y: str
    radius: str
    turn: str
    text_x: str
    text_y: str
    anchor: str
    title: str
    href: str
    width: str


@dataclass(frozen=True)
class Chord:
    """What is in force between two partners."""

    path: str
    width: str


@dataclass(frozen=True)
class Drawing:
    """The network in units of its own, with room for its longest name."""

    look: str
    side: int
    middle: str
    radius: str
    title: str
    description: str
    code: str
    nodes: tuple[Node, ...]
    chords: tuple[Chord, ...]


@dataclass(frozen=True)
class Partner:
    """A line of the table behind it."""

    name: str
    region: str
    href: str
    number: str
    between: str
    evidence: str
    links: str
    is_drawn: bool


@dataclass(frozen=True)
class NetworkPage:
    room = "network"
    heading: str
    sentence: str
    chosen: bool
    count: str
    more: str
    drawings: tuple[Drawing, ...]
    partners: tuple[Partner, ...]
    years: YearControl | None
    form: Form
    chips: tuple[Chip, ...]
    lift_all: str
    beginnings: tuple[Link, ...]
    days: DayControl
    elsewhere: tuple[Link, ...]


def shown(asked: Asked) -> int:
    return int(asked.own.get("show") or DRAWN)


def read_network(asked: Asked) -> tuple[Network, Mapping[str, Party]]:
    """The network of the party that is asked about, and its partners. Four queries."""
    found = network(alone(asked), asked.question.parties[0], most=shown(asked))
    return found, {party.code: party for party in Party.objects.filter(code__in=[*found.partners, *asked.question.parties])}


def alone(asked: Asked) -> Question:
    """The question about everybody: partners are tied to each other also where the party itself is not."""
    return replace(asked.question, parties=())


def network_page(asked: Asked) -> NetworkPage:
    question, parameters = asked.question, asked.parameters
    days = asked.days
    chosen = bool(question.parties)
    found, known = read_network(asked) if chosen else (Network({}, {}), {})
    first = list(found.partners)[: shown(asked)]
    return NetworkPage(
        heading=_heading(asked),
        sentence=sentence(alone(asked), asked.names, today=asked.today),
        chosen=chosen,
        count=counted(len(found.partners), "partner"),
        more=_more(found, first),
        drawings=drawings(found, known, asked) if found.partners else (),
        partners=tuple(_partners(found, known, asked)),
        years=year_control("network", days, parameters, years_signed(on=asked.today)) if chosen else None,
        form=form("network", asked, _whose(asked), *usual(asked, organisations_with_members())),
        chips=chips("network", asked, but=("Party",)),
        lift_all=page("network", party=parameters.get("party", ""), **days.carried),
        beginnings=() if chosen else _beginnings(asked),
        days=day_control(page("network"), days, kept=parameters),
        elsewhere=tuple(_elsewhere(parameters, bool(found.partners))),
    )


def _heading(asked: Asked) -> str:
    if not asked.question.parties:
        return "Network of a party"
    day = "today" if asked.question.on == asked.today else f"on {day_in_words(asked.question.on)}"
    return f"Whom agreements in force bind to {the(asked.names[asked.question.parties[0]])} {day}"


def _more(found: Network, first: Sequence[str]) -> str:
    """A narrow screen draws fewer than a wide one, so that no number is said."""
    every = len(found.partners)
    return f"Those with most agreements are drawn; all {number(every)} stand in the table." if every > min(len(first), ON_A_PHONE) else ""


def _whose(asked: Asked) -> Any:
    return select("party", "Party", "Choose a party", everybody(asked), asked.parameters.get("party", ""))


def _beginnings(asked: Asked) -> tuple[Link, ...]:
    """Those with most agreements, to begin with."""
    most = sorted(by_party(on=asked.question.on).items(), key=lambda one: (-one[1], one[0]))[:BEGINNINGS]
    return tuple(
        Link(asked.names.get(code, code), page("network", **{**asked.parameters, "party": code}), counted(count, "agreement"))
        for code, count in most
    )


def _elsewhere(parameters: Mapping[str, str], is_drawn: bool) -> Iterable[Link]:
    yield Link("JSON", page("network-data", **parameters), "The same as data")
    if is_drawn:
        yield Link("SVG", page("network-svg", **parameters), "The network as a drawing")
        yield Link("PNG", page("network-png", **parameters), "The network as a picture")


def _list_parameters(asked: Asked) -> dict[str, str]:
    return {name: value for name, value in asked.parameters.items() if name not in (*OWN, "party")}


def _partners(found: Network, known: Mapping[str, Party], asked: Asked) -> Iterable[Partner]:
    code, parameters = (asked.question.parties or ("",))[0], _list_parameters(asked)
    first = set(list(found.partners)[: shown(asked)])
    for other, count in found.partners.items():
        party = known.get(other)
        links = sum(other in two for two in found.among)
        yield Partner(
            name=asked.names.get(other, other),
            region=(SUBREGIONS.get(party.subregion) or REGIONS.get(party.region, "")) if party else "",
            href=page("network", **{**asked.parameters, "party": other}),
            number=number(count),
            between=between(parameters, code, other),
            evidence=shared(parameters, code, other, Standing.IN_FORCE.value),
            links=number(links) if other in first else "",
            is_drawn=other in first,
        )


def drawings(found: Network, known: Mapping[str, Party], asked: Asked) -> tuple[Drawing, ...]:
    """The wide drawing with names, and the narrow one with codes and fewer partners."""
    first = list(found.partners)
    return (
        drawing("wide", first[: shown(asked)], found, known, asked),
        drawing("narrow", first[: min(shown(asked), ON_A_PHONE)], found, known, asked),
    )


def drawing(look: str, drawn: Sequence[str], found: Network, known: Mapping[str, Party], asked: Asked) -> Drawing:
    """Partners in a ring, neighbours of one region beside each other."""
    code, most = asked.question.parties[0], max(found.partners.values())
    ring = sorted(drawn, key=lambda one: _place(known.get(one), one))
    labels = {one: one if look == "narrow" else asked.names.get(one, one) for one in ring}
    around = max(96.0 if look == "narrow" else 190.0, len(ring) * (15.0 if look == "narrow" else 16.5) / (2 * math.pi))
    side = 2 * math.ceil(around + 22 + max(len(label) for label in labels.values()) * LETTER)
    angles = {one: 2 * math.pi * place / len(ring) - math.pi / 2 for place, one in enumerate(ring)}
    points = {one: (side / 2 + around * math.cos(turn), side / 2 + around * math.sin(turn)) for one, turn in angles.items()}
    name = asked.names.get(code, code)
    return Drawing(
        look=look,
        side=side,
        middle=_round(side / 2),
        radius=_round(max(20.0, len(code) * 4.2 + 6)),
        title=_heading(asked),
        description=_description(name, found, asked),
        code=code,
        nodes=tuple(_node(one, labels[one], angles[one], points[one], around, side, most, found, asked) for one in ring),
        chords=tuple(_chords(points, found, side)),
    )


def poster(asked: Asked) -> tuple[Drawing, Frame] | None:
    """The drawing to be taken away, with what it needs to be read alone; None where there is nothing to draw."""
    found, known = read_network(asked)
    if not found.partners:
        return None
    first = list(found.partners)[: shown(asked)]
    wide = drawing("wide", first, found, known, asked)
    said = sentence(alone(asked), asked.names, today=asked.today)
    drawn = (
        f"The {len(first)} with most agreements, of {counted(len(found.partners), 'partner')}." if len(first) < len(found.partners) else ""
    )
    note = f"Entente, an open register of defence agreements: {said}. Lines are as thick as the number of agreements in force. {drawn}"
    return wide, framed(_heading(asked), note, wide.side, wide.side)


def _place(party: Party | None, code: str) -> tuple[str, str, str]:
    return (party.region, party.subregion, party.sort_name) if party else ("", "", code)


def _node(
    code: str, label: str, turn: float, point: tuple[float, float], around: float, side: int, most: int, found: Network, asked: Asked
) -> Node:
    count, degrees = found.partners[code], math.degrees(turn)
    is_right = math.cos(turn) > -1e-9
    out = around + 16
    name = asked.names.get(code, code)
    return Node(
        code=code,
        label=label,
        x=_round(point[0]),
        y=_round(point[1]),
        radius=_round(3 + 7 * math.sqrt(count / most)),
        turn=_round(degrees if is_right else degrees + 180),
        text_x=_round(side / 2 + out * math.cos(turn)),
        text_y=_round(side / 2 + out * math.sin(turn)),
        anchor="start" if is_right else "end",
        title=f"{name}: {counted(count, 'agreement')} in force with {the(asked.names[asked.question.parties[0]])}",
        href=page("network", **{**asked.parameters, "party": code}),
        width=_round(0.8 + 7 * count / most),
    )


def _chords(points: Mapping[str, tuple[float, float]], found: Network, side: int) -> Iterable[Chord]:
    """The links among those drawn, the strongest last so that it lies on top."""
    most = max(found.among.values(), default=1)
    for (one, two), count in sorted(found.among.items(), key=lambda link: link[1]):
        if one in points and two in points:
            (x1, y1), (x2, y2) = points[one], points[two]
            middle = _round(side / 2)
            yield Chord(f"M{_round(x1)} {_round(y1)}Q{middle} {middle} {_round(x2)} {_round(y2)}", _round(0.4 + 2.6 * count / most))


def _description(name: str, found: Network, asked: Asked) -> str:
    first = [f"{asked.names.get(code, code)} {number(count)}" for code, count in list(found.partners.items())[:5]]
    many = counted(len(found.partners), "partner")
    return f"{name} has agreements in force with {many}. Most with: {', '.join(first)}. The table on this page has all."


def _round(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def network_data(asked: Asked, site: str) -> dict[str, Any]:
    """The network as data: partners with the number of agreements in force, and the links among those drawn.

    Without a party, whose network there is to choose from.
    """
    if not asked.question.parties:
        return parties_to_choose("network-data", asked, site)
    found, _ = read_network(asked)
    code, parameters = asked.question.parties[0], _list_parameters(asked)
    return {
        "question": _heading(asked),
        "party": code,
        "name": asked.names[code],
        "as_of": asked.question.on.isoformat(),
        "as_known": asked.question.as_known and asked.question.as_known.isoformat(),
        "inferred": asked.question.inferring,
        "partners": [
            {
                "party": other,
                "name": asked.names.get(other, other),
                "number": count,
                "url": site + shared(parameters, code, other, "in_force"),
            }
            for other, count in found.partners.items()
        ],
        "links": [{"parties": [one, two], "number": count} for (one, two), count in sorted(found.among.items())],
    }
