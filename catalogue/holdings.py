"""What each party has of the agreements that answer a question: where it takes part, and how each stands for it on the day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from catalogue.asking import narrowed
from catalogue.models import Binding, Clause, Participant, Period
from catalogue.querysets import TAKES_PART, PeriodQuerySet
from catalogue.question import PARAMETERS, UNKNOWN, Question
from catalogue.standing import OF_A_PARTY
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.roles import PARTY_ROLES, Role
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState

NARROWING = tuple(name for name in PARAMETERS if name not in ("between", "standing", "order", "limit", "cursor"))
"""The parameters of a question about many parties at once; what is asked between two, or in pages, is asked of a list."""

STRONGEST_FIRST = (
    *(Standing.IN_FORCE.value, Standing.PROVISIONAL.value, Standing.SUSPENDED.value, Standing.SIGNED.value, Standing.NEGOTIATING.value),
    *(Standing.ENDED.value, Standing.LAPSED.value, UNKNOWN),
)
"""The standings told apart in a cell. One under notice is in force."""

Key = TypeVar("Key")
Entries = frozenset[int]
NONE: Entries = frozenset()


@dataclass(frozen=True)
class Answer:
    """The entries that answer a question, looked up once: what is counted of them asks for them by number.

    As a subquery in each of those questions they made PostgreSQL, where it had no statistics yet, loop for minutes.
    """

    question: Question
    entries: tuple[int, ...]


def answered(question: Question) -> Answer:
    """One query."""
    return Answer(question, tuple(narrowed(question).order_by().values_list("pk", flat=True)))


@dataclass(frozen=True)
class Cell:
    """How many agreements there are of the strongest standing among them, of each, and in all.

    `standing` is "" where there are agreements and none of the standings holds for those asked about.
    """

    standing: str
    number: int
    counts: Mapping[str, int]
    all: int


def cell(counts: Mapping[str, int], together: int) -> Cell | None:
    """The cell of these counts; None where there is no agreement at all."""
    if not together:
        return None
    known = {standing: counts[standing] for standing in STRONGEST_FIRST if counts.get(standing)}
    strongest = next(iter(known), "")
    return Cell(strongest, known.get(strongest, together), known, together)


@dataclass(frozen=True)
class Holdings:
    """The entries of an answer by what they are to each party, as `ask` would find them with that party and standing."""

    roles: Mapping[str, Mapping[Role, Entries]]
    held: Mapping[tuple[str, str], Entries]
    whole: Mapping[str, Entries]

    @cached_property
    def taking_part(self) -> Mapping[str, Entries]:
        """Where each party takes part, or its territory does."""
        return {code: NONE.union(*roles.values()) for code, roles in self.roles.items()}

    @cached_property
    def as_party(self) -> Mapping[str, Entries]:
        """Where each is, was or may become a party."""
        return {code: NONE.union(*(found for role, found in roles.items() if role in PARTY_ROLES)) for code, roles in self.roles.items()}

    def of(self, code: str, standing: str) -> Entries:
        """The entries that have the standing for the party."""
        taking_part = self.taking_part.get(code, NONE)
        if standing == UNKNOWN:
            return taking_part - self._known
        found = self.held.get((code, standing), NONE)
        territory = self.roles.get(code, {}).get(Role.TERRITORY_OF_APPLICATION, NONE)
        of_the_whole = NONE if Standing(standing) in OF_A_PARTY else taking_part
        return (found & taking_part) | ((territory | of_the_whole) & self.whole.get(standing, NONE))

    @cached_property
    def _known(self) -> Entries:
        return NONE.union(*self.whole.values())

    def most_first(self) -> list[str]:
        """The codes of those who take part, the one with most agreements first."""
        return sorted(self.taking_part, key=lambda code: (-len(self.taking_part[code]), code))


def holdings(answer: Answer) -> Holdings:
    """What the parties hold of the answer. Three queries."""
    return Holdings(_roles(answer), _held(answer), _whole(answer))


def _roles(answer: Answer) -> Mapping[str, Mapping[Role, Entries]]:
    found: dict[str, dict[Role, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Participant.objects.filter(entry__in=answer.entries, role__in=list(TAKES_PART)).order_by()
    for entry, code, role in rows.values_list("entry_id", "party__code", "role"):
        found[code][role].add(entry)
    return {code: {role: frozenset(there) for role, there in roles.items()} for code, roles in found.items()}


def _held(answer: Answer) -> Mapping[tuple[str, str], Entries]:
    rows = then(Binding.objects.all(), answer).order_by()
    return _gathered(
        ((code, standing.value), entry)
        for entry, code, own in rows.values_list("entry_id", "party__code", "standing")
        for standing, owns in OF_A_PARTY.items()
        if own in owns
    )


def _whole(answer: Answer) -> Mapping[str, Entries]:
    rows = then(Period.objects.all(), answer).order_by()
    return _gathered(
        (standing, entry)
        for entry, own in rows.values_list("entry_id", "standing")
        for standing in ((own.value, Standing.IN_FORCE.value) if own is Standing.IN_NOTICE else (own.value,))
    )


def then(rows: PeriodQuerySet, answer: Answer) -> PeriodQuerySet:
    """What held of the answer's entries on the question's day, in its reading."""
    question = answer.question
    held: PeriodQuerySet = rows.covering(question.on).reading(inferring=question.inferring).filter(entry__in=answer.entries)
    return held


def _gathered(found: Iterable[tuple[Key, int]]) -> Mapping[Key, Entries]:
    sets: dict[Key, set[int]] = defaultdict(set)
    for key, entry in found:
        sets[key].add(entry)
    return {key: frozenset(entries) for key, entries in sets.items()}


def provided(answer: Answer) -> Mapping[ProvisionKind, Entries]:
    """The entries of the answer that provide for each kind. One query."""
    rows = Clause.objects.filter(entry__in=answer.entries, state=ValueState.PRESENT).order_by()
    return _gathered((kind, entry) for entry, kind in rows.values_list("entry_id", "kind"))
