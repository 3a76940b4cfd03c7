"""Two parties: what holds between them on the day and why, how it came about, what either has with others only, whom they share."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.between import Between, Common, between_on
from catalogue.models import Entry, Prospect
from catalogue.question import Question
from catalogue.reading import documents_of
from catalogue.refusing import NotFound
from exports.between import PairReading
from parties.models import Party
from treaty.document.wording import day_in_words, joined, the, when
from treaty.vocabulary.standing import Standing
from web.reading import party_names
from web.showing.between_drawing import History, history
from web.showing.between_tables import Gaps, SharedLine, SubjectTable, gaps, shared, subject_table
from web.showing.bonds import Bond, bond, is_coming
from web.showing.days import DayControl, Days, day_control
from web.showing.links import Link, page, with_query
from web.showing.windows import Covered, covered
from web.showing.words import counted, echo, first_up, number

VISIBLE = 6  # of so many agreements in force the reasons stand open; of more they fold
OPEN = 8  # so many agreements of a group stand open
SHARED = 12  # so many third parties stand open; the others fold


@dataclass(frozen=True)
class BondGroup:
    """Agreements of the two alone, or with others: some stand open, the others fold."""

    heading: str
    count: int
    first: tuple[Bond, ...]
    more: tuple[Bond, ...]


@dataclass(frozen=True)
class Bonds:
    """Agreements between the two of one standing, those of the two alone first."""

    count: int
    groups: tuple[BondGroup, ...]


@dataclass(frozen=True)
class DueLine:
    when: str
    kind: str
    definition: str
    who: str
    title: str
    href: str


@dataclass(frozen=True)
class BetweenPage:
    room = "between"
    one: Link
    two: Link
    heading: str
    answer: str
    day: str
    days: DayControl
    inference: Link
    figures: tuple[Link, ...]
    folded: bool
    in_force: Bonds
    covered: Covered | None
    coming: Bonds
    over: Bonds
    list_in_force: str
    list: str
    tables: tuple[SubjectTable, ...]
    history: History | None
    shared: tuple[SharedLine, ...]
    shared_more: tuple[SharedLine, ...]
    gaps: tuple[Gaps, ...]
    due: tuple[DueLine, ...]
    take: tuple[Link, ...]


def two_parties(one: str, two: str) -> tuple[str, str]:
    """Their codes in order. Raises NotFound for a party and itself."""
    first, second = sorted((one.upper(), two.upper()))
    if first == second:
        raise NotFound(f"“{echo(one)}” is one party, not two: nothing stands between a party and itself.")
    return first, second


def read_pair(one: str, two: str, days: Days) -> PairReading:
    """Everything that a page about two parties is made of. Raises NotFound for a code that nobody has. Twelve queries."""
    names = party_names()
    unknown = [code for code in (one, two) if code not in names]
    if unknown:
        raise NotFound(f"No party has the code {joined([f'“{echo(code)}”' for code in unknown], 'or')}.")
    found = between_on(one, two, Question(on=days.on, as_known=days.as_known, inferring=days.inferring))
    explained = [common.entry for common in found.common if common.tie or is_coming(common)]
    return PairReading(found, names, documents_of([Entry(pk=pk) for pk in explained]))


def between_page(read: PairReading, days: Days) -> BetweenPage:
    """The page, out of what was read; two queries more where nothing is in force between them."""
    one, two = read.codes
    found, names = read.between, read.names
    here = page("between", one, two)
    in_force = [common for common in found.common if common.is_in_force]
    coming = [common for common in found.common if is_coming(common)]
    over = [common for common in found.common if not common.is_in_force and not is_coming(common)]
    third = shared(found, names, days)
    fold = SHARED if len(third) > SHARED + 2 else len(third)
    return BetweenPage(
        one=Link(names[one], page("party", one, **days.carried), one),
        two=Link(names[two], page("party", two, **days.carried), two),
        heading=f"{first_up(the(names[one]))} and {the(names[two])}",
        answer=_answer(read, in_force, days),
        day="today" if days.on == days.today else f"on {day_in_words(days.on)}",
        days=day_control(here, days, kept={"inferred": days.carried["inferred"]}),
        inference=_inference(here, days),
        figures=tuple(_figures(read, days, third)),
        folded=len(in_force) > VISIBLE,
        in_force=_bonds(in_force, read, days),
        covered=None if in_force else covered(f"between {the(names[one])} and {the(names[two])}", read.codes, days),
        coming=_bonds(coming, read, days),
        over=_bonds(over, read, days),
        list_in_force=_list(read, days, standing=Standing.IN_FORCE.value),
        list=_list(read, days),
        tables=tuple(table for table in _tables(found, days) if table),
        history=history(found.common, days, f"{the(names[one])} and {the(names[two])}", read.codes),
        shared=third[:fold],
        shared_more=third[fold:],
        gaps=tuple(gaps(found, code, names, days) for code in read.codes),
        due=tuple(_due(read, days)),
        take=tuple(_take(read, days)),
    )


def _list(read: PairReading, days: Days, **parameters: str) -> str:
    return page("agreements", between=",".join(read.codes), **parameters, **days.carried)


def _answer(read: PairReading, in_force: list[Common], days: Days) -> str:
    """What bound the two on the day, in a sentence."""
    pair = joined([the(read.names[code]) for code in read.codes])
    day = "Today" if days.on == days.today else f"On {day_in_words(days.on)}"
    if not read.between.common:
        return f"{day}, the register knows of no agreement to which {pair} are both parties."
    verb = "is" if days.on == days.today else "was" if days.on < days.today else "will be"
    if not in_force:
        return f"{day}, no agreement of the register {verb} in force between {pair}."
    verb = verb if len(in_force) == 1 else {"is": "are", "was": "were"}.get(verb, verb)
    alone = sum(common.is_bilateral for common in in_force)
    if not alone:
        shares = ", to which others are parties, too"
    else:
        shares = "" if alone == len(in_force) else f", {number(alone)} of them between the two alone"
    return f"{day}, {counted(len(in_force), 'agreement')} {verb} in force between {pair}{shares}."


def _inference(here: str, days: Days) -> Link:
    if days.inferring:
        return Link("Count only what sources declare", with_query(here, {**days.two_days, "inferred": "no"}))
    return Link("Count what rules infer, too", with_query(here, days.two_days), "Inference is off: only what sources declare counts.")


def _figures(read: PairReading, days: Days, third: tuple[SharedLine, ...]) -> Iterable[Link]:
    common = read.between.common
    in_force, coming = sum(one.is_in_force for one in common), sum(map(is_coming, common))
    yield Link(number(len(common)), _list(read, days), "agreement" if len(common) == 1 else "agreements")
    yield Link(number(in_force), _list(read, days, standing=Standing.IN_FORCE.value), "in force between them")
    yield Link(number(coming), "#coming" if coming else "", "may yet enter into force")
    yield Link(number(len(third)), "#shared" if third else "", "third party shared" if len(third) == 1 else "third parties shared")


def _bonds(found: Iterable[Common], read: PairReading, days: Days) -> Bonds:
    shown = [(common, bond(common, read.documents.get(common.entry), read.names, days, read.codes)) for common in found]
    alone = tuple(one for common, one in shown if common.is_bilateral)
    others = tuple(one for common, one in shown if not common.is_bilateral)
    named = (("Between the two alone", alone), ("With others", others))
    return Bonds(len(shown), tuple(_group(heading, bonds) for heading, bonds in named if bonds))


def _group(heading: str, bonds: tuple[Bond, ...]) -> BondGroup:
    fold = OPEN if len(bonds) > OPEN + 2 else len(bonds)
    return BondGroup(heading, len(bonds), bonds[:fold], bonds[fold:])


def _tables(found: Between, days: Days) -> Iterable[SubjectTable | None]:
    yield subject_table(found, "provision", "Provision", days)
    yield subject_table(found, "kind", "Kind of agreement", days)


def _due(read: PairReading, days: Days) -> Iterable[DueLine]:
    by_entry = {common.entry: common for common in read.between.common}
    for one in read.between.prospects:
        common = by_entry[one.entry_id]
        href = page("agreement", common.reference, **days.carried)
        yield DueLine(first_up(when(one.shown)), one.kind.label, one.kind.definition, _who(one), common.title, href)


def _who(one: Prospect) -> str:
    return one.party.name if one.party else ""


def _take(read: PairReading, days: Days) -> Iterable[Link]:
    one, two = read.codes
    pair = f"{one},{two}"
    yield Link("The same as JSON", page("between_data", one, two, **days.carried), "Everything on this page")
    yield Link("CSV", page("table", between=pair, **days.carried), "Their agreements as a table")
    yield Link("Atom", page("feed", between=pair, **days.carried), "What the register learns of them")


@dataclass(frozen=True)
class ChoicePage:
    """The form that takes two parties."""

    room = "between"
    one: str
    two: str
    days: DayControl
    kept: tuple[tuple[str, str], ...]
    offered: tuple[tuple[str, str], ...]
    examples: tuple[Link, ...]


EXAMPLES = (("JPN", "PHL"), ("JPN", "USA"), ("GBR", "USA"), ("AUS", "JPN"))


def choice_page(one: str, two: str, offered: Iterable[str], days: Days) -> ChoicePage:
    """`offered` are the codes of those who take part in agreements. One query."""
    names = dict(Party.objects.order_by("sort_name").values_list("code", "name"))
    chosen = {*offered}
    return ChoicePage(
        one=names.get(one, one),
        two=names.get(two, two),
        days=day_control(page("betweens"), days, kept={"one": one, "two": two, "inferred": days.carried["inferred"]}),
        kept=tuple((name, value) for name, value in days.carried.items() if value),
        offered=tuple((name, code) for code, name in names.items() if code in chosen),
        examples=tuple(
            Link(f"{first_up(the(names[first]))} and {the(names[second])}", page("between", first, second, **days.carried))
            for first, second in EXAMPLES
            if first in names and second in names
        ),
    )
