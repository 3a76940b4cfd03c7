"""Parties against kinds of provision, or against each other: how each pair of them stands on the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalogue.holdings import NONE, STRONGEST_FIRST, Answer, Cell, Entries, Holdings, answered, cell, holdings, provided
from catalogue.question import Question
from catalogue.sets import among
from catalogue.standing import OF_A_PAIR
from catalogue.ties import Pair, pair, ties_among
from parties.models import Membership, Party
from treaty.vocabulary.provisions.kinds import ProvisionKind

PROVISIONS, PARTIES = "provisions", "parties"
COLUMNS = (PROVISIONS, PARTIES)


@dataclass(frozen=True)
class Matrix:
    """Parties in rows, and what each has in the columns. A cell that is not there: the register knows no such agreement.

    `whole` is what each party of a row has of all the agreements. `parties` is how many could be shown, `agreements`
    how many answer the question, and `coded` of how many the provisions are coded.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    whole: Mapping[str, Cell]
    parties: int
    agreements: int
    coded: int


def by_provision(question: Question, *, most: int) -> Matrix:
    """The `most` parties with most agreements against the kinds of provision. At most seven queries."""
    answer = answered(question)
    held, kinds = holdings(answer), provided(answer)
    offered = rows_asked(question, held)
    rows, columns = offered[:most], _columns(question, kinds)
    within = {(code, kind.value): counted(held, code, entries) for kind, entries in kinds.items() for code in rows}
    return Matrix(
        rows=tuple(rows),
        columns=tuple(kind.value for kind in columns),
        cells={place: found for place, found in within.items() if found},
        whole=_whole(held, rows),
        parties=len(offered),
        agreements=len(NONE.union(*held.taking_part.values())),
        coded=len(NONE.union(*kinds.values())),
    )


def _columns(question: Question, kinds: Mapping[ProvisionKind, Entries]) -> Sequence[ProvisionKind]:
    """Those asked for, or all that some agreement has; the most frequent first."""
    wanted = question.provisions or tuple(kinds)
    return sorted(dict.fromkeys(wanted), key=lambda kind: (-len(kinds.get(kind, NONE)), kind.value))


def _whole(held: Holdings, rows: Iterable[str]) -> Mapping[str, Cell]:
    return {code: found for code in rows if (found := counted(held, code))}


def counted(held: Holdings, code: str, within: Entries | None = None) -> Cell | None:
    """The cell of one party: of all its agreements, or of those among `within`."""
    own = held.taking_part.get(code, NONE) if within is None else held.taking_part.get(code, NONE) & within
    return cell({standing: len(held.of(code, standing) & own) for standing in STRONGEST_FIRST}, len(own)) if own else None


def by_party(question: Question, *, most: int) -> Matrix:
    """The `most` parties with most agreements against each other; of one party, against its partners. At most seven queries."""
    answer = answered(question)
    held = holdings(answer)
    offered = rows_asked(question, held)
    if len(question.parties) == 1:
        partners = [code for code in held.most_first() if code not in question.parties and _together(held, code, offered[0])]
        rows, columns, parties = offered, partners[:most], len(partners)
    else:
        rows = columns = offered[:most]
        parties = len(offered)
    cells = pairs(held, answer, rows, columns)
    agreements = len(NONE.union(*held.taking_part.values()))
    return Matrix(tuple(rows), tuple(columns), cells, _whole(held, rows), parties, agreements, coded=0)


def pairs(held: Holdings, answer: Answer, rows: Sequence[str], columns: Sequence[str]) -> Mapping[Pair, Cell]:
    """How each of the rows stands with each of the columns: in force or suspended as the agreement is between the two;
    of any other standing if each of them has it. Two queries.
    """
    codes, alone = {*rows, *columns}, rows[0] if len(rows) == 1 else ""
    ties = {standing.value: ties_among(answer, None if alone else codes, standing, of=alone) for standing in OF_A_PAIR}
    others = {standing: {code: held.of(code, standing) for code in codes} for standing in STRONGEST_FIRST if standing not in ties}
    found: dict[Pair, Cell | None] = {}
    for one, two in {pair(row, column) for row in rows for column in columns if row != column}:
        together = _together(held, one, two)
        counts = {standing: tied.get((one, two), 0) for standing, tied in ties.items()}
        counts |= {standing: len(own[one] & own[two] & together) for standing, own in others.items()} if together else {}
        found[one, two] = cell(counts, len(together))
    return {(row, column): known for row in rows for column in columns if row != column and (known := found[pair(row, column)])}


def _together(held: Holdings, one: str, two: str) -> Entries:
    return held.as_party.get(one, NONE) & held.as_party.get(two, NONE)


def rows_asked(question: Question, held: Holdings) -> list[str]:
    """The parties asked for, or the members and countries of what is asked for, or all; those with most agreements first."""
    order = {code: place for place, code in enumerate(held.most_first())}
    wanted = question.parties or _members_asked(question) or tuple(order)
    return sorted(dict.fromkeys(wanted), key=lambda code: (order.get(code, len(order)), code))


def _members_asked(question: Question) -> tuple[str, ...]:
    """The parties that lie in the regions and are members of the organisations asked for, where any are. One query at most."""
    if not (question.regions or question.organisations):
        return ()
    return members_of(question)


def members_of(question: Question) -> tuple[str, ...]:
    """Those who lie in one of its regions and were, on its day, members of one of its organisations. One query."""
    found = Party.objects.all()
    if question.regions:
        found = found.filter(among("pk", within(question.regions)))
    if question.organisations:
        members = Membership.objects.covering(question.on).filter(organisation__code__in=question.organisations)
        found = found.filter(among("pk", members.order_by().values("member")))
    elif question.regions:
        found = found.states().existing(on=question.on)
    return tuple(found.order_by("code").values_list("code", flat=True))


def within(regions: Iterable[str]) -> Any:
    """The parties that lie in one of the regions or subregions, as a subquery."""
    regions = list(regions)
    return (Party.objects.filter(region__in=regions) | Party.objects.filter(subregion__in=regions)).values("pk")
