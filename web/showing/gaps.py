"""The gap finder: with whom a party has something in force and with whom not; what it has with one but not with another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.gaps import Difference, Gap, differences, group_of, in_force, partners
from catalogue.offering import organisations_with_members
from catalogue.question import Question
from treaty.document.wording import day_in_words, joined, the
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing
from web.picturing import Asked
from web.showing.cells import SHORT, ShownCell, in_words, look, shared, shown_cell
from web.showing.days import DayControl, day_control
from web.showing.lifting import Chip
from web.showing.links import Link, page
from web.showing.narrowed import NEEDED, Form, chips, everybody, form, parties_to_choose, select, terms, usual
from web.showing.windows import Covered, covered
from web.showing.words import counted, first_down, number

OWN = ("partners_of", "with", "without")


@dataclass(frozen=True)
class GapForm:
    """Two forms: partners with and without something, and what one has that another has not."""

    partners: Form
    kinds: Form


@dataclass(frozen=True)
class Has:
    name: str
    href: str
    number: str
    between: str


@dataclass(frozen=True)
class Lacks:
    """Somebody with whom it is not in force: what the register knows between the two, and of the other alone."""

    name: str
    href: str
    look: str
    word: str
    note: str
    evidence: str


@dataclass(frozen=True)
class KindLine:
    """A kind of provision: how many agreements in force hold it with the one, and what of it there is with the other."""

    label: str
    definition: str
    has: Link
    other: ShownCell | None
    found: str
    is_missing: bool


@dataclass(frozen=True)
class GapsPage:
    room = "matrix"
    heading: str
    nobody: str
    has: tuple[Has, ...]
    lacks: tuple[Lacks, ...]
    is_grouped: bool
    kinds: tuple[KindLine, ...]
    is_compared: bool
    one: str
    two: str
    chips: tuple[Chip, ...]
    lift_all: str
    forms: GapForm
    covered: Covered | None
    days: DayControl
    elsewhere: tuple[Link, ...]


def gap_form(asked: Asked, organisations: Iterable[str]) -> GapForm:
    offered = everybody(asked)
    given = {**asked.parameters, "columns": "", "show": ""}
    fields = {one.name: one for one in usual(asked, organisations)}
    who = select("party", "Has", "Choose a party", offered, given.get("party", ""))
    base = replace(asked, own={name: value for name, value in asked.own.items() if name in OWN})
    partners_form = form(
        "gaps",
        replace(base, own={name: value for name, value in base.own.items() if name == "partners_of"}),
        who,
        select("provision", "in force on", "anything at all", terms(ProvisionKind), given.get("provision", "")),
        select("organisation", "with members of", "any organisation", _choices(fields["organisation"]), given.get("organisation", "")),
        select("region", "in the region", "any region", _choices(fields["region"]), given.get("region", "")),
        select("partners_of", "with the partners of", "any party", offered, given.get("partners_of", "")),
    )
    kinds = replace(base, own={name: value for name, value in base.own.items() if name != "partners_of"})
    kinds_form = form(
        "gaps",
        kinds,
        replace(who, id="kinds-party"),
        replace(select("with", "with", "Choose a party", offered, given.get("with", "")), id="kinds-with"),
        replace(select("without", "but not with", "Choose a party", offered, given.get("without", "")), id="kinds-without"),
    )
    return GapForm(_numbered(partners_form), kinds_form)


def _numbered(found: Form) -> Form:
    """Fields of their own names: the page has another form with some of them."""
    return replace(found, selects=tuple(replace(one, id=f"gap-{one.name}") for one in found.selects))


def _choices(select: Any) -> list[tuple[str, str]]:
    return [(option.value, option.label) for option in select.options if "," not in option.value]


def _asked_alone(question: Question) -> Question:
    """The question without whom it is about and among whom."""
    return replace(question, parties=(), regions=(), organisations=())


def gaps_page(asked: Asked) -> GapsPage:
    """The answer, or only the forms where no party is chosen. At most fourteen queries."""
    question, own = asked.question, asked.own
    days = asked.days
    code = question.parties[0] if question.parties else ""
    is_compared = bool(code and own.get("with") and own.get("without"))
    has, lacks = _partners(asked, code) if code and not is_compared else ((), ())
    return GapsPage(
        heading=_heading(asked, code, is_compared),
        nobody="" if code else NEEDED,
        has=has,
        lacks=lacks,
        is_grouped=bool(question.regions or question.organisations or own.get("partners_of")),
        kinds=_kinds(asked, code) if is_compared else (),
        is_compared=is_compared,
        one=the(asked.names.get(own.get("with", ""), "")),
        two=the(asked.names.get(own.get("without", ""), "")),
        chips=chips("gaps", asked, but=("Party",)),
        lift_all=page("gaps", party=code, **days.carried),
        forms=gap_form(asked, organisations_with_members()),
        covered=covered(f"of {the(asked.names[code])}", [code], days) if code else None,
        days=day_control(page("gaps"), days, kept=asked.parameters),
        elsewhere=(Link("JSON", page("gaps-data", **asked.parameters), "The same as data"),),
    )


def _heading(asked: Asked, code: str, is_compared: bool) -> str:
    if not code:
        return "What is missing"
    name, question = the(asked.names[code]), asked.question
    day = "today" if question.on == asked.today else f"on {day_in_words(question.on)}"
    if is_compared:
        one, two = (the(asked.names[asked.own[side]]) for side in ("with", "without"))
        return f"What {name} has in force {day} with {one}, and not with {two}"
    what = joined([first_down(kind.label) for kind in question.provisions], "or") or "any agreement"
    return f"With whom {name} has {what} in force {day}, and with whom not"


def _parameters(asked: Asked) -> dict[str, str]:
    """The parameters of a list that does not ask about the group."""
    not_theirs = {*OWN, "region", "organisation", "party"}
    return {name: value for name, value in asked.parameters.items() if name not in not_theirs}


def _partners(asked: Asked, code: str) -> tuple[tuple[Has, ...], tuple[Lacks, ...]]:
    found = partners(_asked_alone(asked.question), code, group_of(asked.question, asked.own.get("partners_of", "")))
    parameters = _parameters(asked)
    has = (
        Has(
            asked.names.get(other, other),
            page("party", other, **asked.days.carried),
            number(count),
            shared(parameters, code, other, Standing.IN_FORCE.value),
        )
        for other, count in found.has.items()
    )
    return tuple(has), tuple(_lacks(gap, code, parameters, asked) for gap in found.lacks)


def _lacks(gap: Gap, code: str, parameters: Mapping[str, str], asked: Asked) -> Lacks:
    name, href = asked.names.get(gap.code, gap.code), page("party", gap.code, **asked.days.carried)
    if gap.known is None:
        own = f"{name} with others: {in_words(gap.own)}" if gap.own else ""
        return Lacks(name, href, "none", "none known", own, page("agreements", **{**parameters, "party": gap.code}) if gap.own else "")
    word = SHORT[gap.known.standing] if gap.known.standing else "not alike for both"
    return Lacks(name, href, look(gap.known.standing), word, in_words(gap.known), shared(parameters, code, gap.code))


def _kinds(asked: Asked, code: str) -> tuple[KindLine, ...]:
    one, two, parameters = asked.own["with"], asked.own["without"], _parameters(asked)
    found = differences(_asked_alone(asked.question), code, one, two)
    return tuple(_kind(line, code, one, two, parameters) for line in found)


def _kind(line: Difference, code: str, one: str, two: str, parameters: Mapping[str, str]) -> KindLine:
    kind, with_one = line.kind.value, shared(parameters, code, one, Standing.IN_FORCE.value, line.kind.value)
    with_two = shared(parameters, code, two, line.other.standing, kind) if line.other else ""
    return KindLine(
        label=line.kind.label,
        definition=line.kind.definition,
        has=Link(counted(line.has, "agreement"), with_one),
        other=shown_cell(line.other, "", with_two) if line.other else None,
        found=counted(line.other.number, "agreement") if line.other else "",
        is_missing=not in_force(line.other),
    )


def gaps_data(asked: Asked, site: str) -> dict[str, Any]:
    """The answer as data: partners with and without, or kinds with the one and not with the other; without a party, the choice."""
    if not asked.question.parties:
        return parties_to_choose("gaps-data", asked, site)
    shown = gaps_page(asked)
    return {
        "question": shown.heading,
        "as_of": asked.question.on.isoformat(),
        "as_known": asked.question.as_known and asked.question.as_known.isoformat(),
        "inferred": asked.question.inferring,
        "has": [{"name": one.name, "agreements": one.number, "url": site + one.between} for one in shown.has],
        "lacks": [
            {"name": one.name, "last_known": one.word, "note": one.note, "url": site + one.evidence if one.evidence else None}
            for one in shown.lacks
        ],
        "kinds": [
            {
                "name": one.label,
                "with": {"says": one.has.text, "url": site + one.has.href},
                "without": {"last_known": one.other.word, "says": one.found, "url": site + one.other.href} if one.other else None,
                "missing": one.is_missing,
            }
            for one in shown.kinds
        ],
    }
