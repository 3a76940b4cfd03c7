"""What is missing: with whom a party has something in force and with whom not, and what it has with one but not with another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.holdings import NONE, STRONGEST_FIRST, Cell, Entries, Holdings, answered, cell, holdings, provided
from catalogue.matrix import counted, members_of, pairs
from catalogue.question import Question
from catalogue.standing import OF_A_PAIR
from catalogue.ties import ties_among, ties_of
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing


@dataclass(frozen=True)
class Gap:
    """Somebody with whom a party has nothing of the kind in force: what the register knows between the two, and how each stands."""

    code: str
    known: Cell | None
    own: Cell | None


@dataclass(frozen=True)
class Partners:
    """Those of a group with whom a party has something in force, with how many agreements; and those with whom it has not."""

    has: Mapping[str, int]
    lacks: tuple[Gap, ...]


def partners(question: Question, code: str, group: Iterable[str] | None) -> Partners:
    """With whom of the group (of everybody, without one) the party has something in force that answers the question.

    Those it lacks are all others of the group; without a group, those with whom it shares an agreement that answers the
    question and is not in force between them. Six queries.
    """
    answer = answered(question)
    held = holdings(answer)
    others = {*held.taking_part} if group is None else {*group}
    others.discard(code)
    known = {partner: found for (_, partner), found in pairs(held, answer, [code], sorted(others)).items()}
    has = {partner: found.number for partner, found in known.items() if in_force(found)}
    missing = [partner for partner in others if partner not in has and (group is not None or partner in known)]
    gaps = (Gap(partner, known.get(partner), counted(held, partner)) for partner in sorted(missing))
    return Partners(dict(sorted(has.items(), key=lambda found: (-found[1], found[0]))), tuple(sorted(gaps, key=_nearest)))


def _nearest(gap: Gap) -> tuple[bool, bool, str]:
    """Where something is known between the two comes first, then who has something of the kind at all."""
    return gap.known is None, gap.own is None, gap.code


def group_of(question: Question, partners_of: str) -> tuple[str, ...] | None:
    """The members or countries asked about, or the partners of another party; None where no group is named. Two queries at most."""
    if partners_of:
        everything = Question(on=question.on, as_known=question.as_known, inferring=question.inferring)
        return tuple(
            sorted(partner for two in ties_among(answered(everything), of=partners_of) for partner in two if partner != partners_of)
        )
    return members_of(question) if question.regions or question.organisations else None


@dataclass(frozen=True)
class Difference:
    """A kind of provision: how many agreements in force hold it with the one, and what is known of it with the other."""

    kind: ProvisionKind
    has: int
    other: Cell | None


def differences(question: Question, code: str, one: str, two: str) -> tuple[Difference, ...]:
    """Each kind of provision that a party has in force with one, beside what it has with another. Five queries.

    What it has not in force with the other comes first.
    """
    answer = answered(question)
    kinds, tied, held = provided(answer), ties_of(answer, code), holdings(answer)
    with_one = tied.get(one, {}).get(Standing.IN_FORCE, NONE)
    found = (
        Difference(kind, len(with_one & there), _between(held, tied.get(two, {}), code, two, there))
        for kind, there in kinds.items()
        if with_one & there
    )
    return tuple(sorted(found, key=lambda line: (in_force(line.other), -line.has, line.kind.value)))


def in_force(cell: Cell | None) -> bool:
    return cell is not None and cell.standing == Standing.IN_FORCE


def _between(held: Holdings, tied: Mapping[Standing, Entries], one: str, two: str, within: Entries) -> Cell | None:
    """How two stand, of the agreements among `within` to which both are parties."""
    together = held.as_party.get(one, NONE) & held.as_party.get(two, NONE) & within
    counts = {standing.value: len(tied.get(standing, NONE) & together) for standing in OF_A_PAIR}
    others = (standing for standing in STRONGEST_FIRST if standing not in counts)
    return cell(counts | {standing: len(held.of(one, standing) & held.of(two, standing) & together) for standing in others}, len(together))
