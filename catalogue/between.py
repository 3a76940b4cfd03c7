"""What stands between two parties on a day: their agreements, what each has with others, and what they share.

Everything is read off the index rows in a fixed number of queries; the two stand in the order of their codes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from catalogue.models import Binding, Clause, Entry, Happening, Period, Prospect, Tie
from catalogue.partners import entries_of, holding, parties_to
from catalogue.querysets import EntryQuerySet
from catalogue.question import UNKNOWN, Question
from catalogue.sets import among
from catalogue.standing import OF_A_PAIR, OF_A_PARTY
from treaty.document.days import PartialDay
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.value_states import ValueState


class Subject(NamedTuple):
    """What an agreement is, or what it provides for. Words of the two families may be spelt alike, so the filter says which it is."""

    filter: Literal["kind", "provision"]
    term: AgreementKind | ProvisionKind


@dataclass(frozen=True)
class Common:
    """An agreement to which both are parties. `ties` is all that has held between the two; `tie` what holds on the day."""

    entry: int
    reference: str
    title: str
    kind: AgreementKind | None
    signed: PartialDay | None
    parties: frozenset[str]
    is_bilateral: bool
    subjects: frozenset[Subject]
    tie: Tie | None
    ties: tuple[Tie, ...]
    bindings: Mapping[str, Binding]
    period: Period | None
    happenings: tuple[Happening, ...]

    @property
    def is_in_force(self) -> bool:
        """Whether it is in force between the two on the day."""
        return self.tie is not None and self.tie.standing in OF_A_PAIR[Standing.IN_FORCE]

    @property
    def provisions(self) -> frozenset[ProvisionKind]:
        return frozenset(term for _, term in self.subjects if isinstance(term, ProvisionKind))

    @property
    def standings(self) -> frozenset[str]:
        """Every standing under which a list of agreements between the two finds it; of some, none."""
        found = {standing.value for standing, pairs in OF_A_PAIR.items() if self.tie and self.tie.standing in pairs}
        if self.period is None:
            found.add(UNKNOWN)
        elif self.period.standing not in OF_A_PARTY:
            found.add(self.period.standing.value)
        each = [binding.standing for binding in self.bindings.values()]
        for standing, own in OF_A_PARTY.items():
            if standing not in OF_A_PAIR and len(each) == 2 and own.issuperset(each):
                found.add(standing.value)
        return frozenset(found)


@dataclass(frozen=True)
class Between:
    """Two parties. `held` is what each has in force with whom: the entries by the partner's code; `subjects` are those of each entry."""

    one: str
    two: str
    common: tuple[Common, ...]
    held: Mapping[str, Mapping[str, frozenset[int]]]
    subjects: Mapping[int, frozenset[Subject]]
    prospects: tuple[Prospect, ...]

    def partners_by_subject(self, code: str) -> Mapping[Subject, frozenset[str]]:
        """With whom the party has something of each subject in force."""
        found: defaultdict[Subject, set[str]] = defaultdict(set)
        for partner, entries in self.held[code].items():
            for entry in entries:
                for subject in self.subjects[entry]:
                    found[subject].add(partner)
        return {subject: frozenset(codes) for subject, codes in found.items()}

    def gaps(self, code: str) -> Mapping[Subject, frozenset[str]]:
        """Subjects that the party has in force with others and not with the other of the two; with whom it has them."""
        other = self.two if code == self.one else self.one
        return {subject: codes for subject, codes in self.partners_by_subject(code).items() if other not in codes}

    def shared(self) -> Mapping[str, frozenset[Subject]]:
        """Third parties with whom both have something in force, and the subjects that both have with them."""
        third = self.held[self.one].keys() & self.held[self.two].keys()
        return {code: self._subjects(self.one, code) & self._subjects(self.two, code) for code in third}

    def _subjects(self, code: str, partner: str) -> frozenset[Subject]:
        return frozenset(subject for entry in self.held[code][partner] for subject in self.subjects[entry])


def between_on(one: str, two: str, question: Question) -> Between:
    """What stands between the two on the question's days. Ten queries."""
    one, two = sorted((one, two))
    entries = entries_of((one, two), question)
    parties = parties_to(entries)
    subjects = _subjects(entries)
    both = [entry for entry, listed in parties.items() if {one, two} <= listed.keys()]
    return Between(
        one=one,
        two=two,
        common=tuple(_common(one, two, both, {entry: frozenset(parties[entry]) for entry in both}, subjects, question)),
        held=_held((one, two), parties, question),
        subjects=subjects,
        prospects=tuple(_prospects(both, question)),
    )


def _subjects(entries: EntryQuerySet) -> Mapping[int, frozenset[Subject]]:
    """The kind of each entry and the provisions that it has. Two queries."""
    kinds = entries.order_by().values_list("pk", "kind")
    found: dict[int, set[Subject]] = {pk: {Subject("kind", kind)} if kind else set() for pk, kind in kinds}
    present = Clause.objects.filter(among("entry", entries.values("pk")), state=ValueState.PRESENT).order_by()
    for entry, kind in present.values_list("entry", "kind"):
        found[entry].add(Subject("provision", kind))
    return {entry: frozenset(subjects) for entry, subjects in found.items()}


def _held(
    codes: tuple[str, str], parties: Mapping[int, Mapping[str, str]], question: Question
) -> Mapping[str, Mapping[str, frozenset[int]]]:
    """One query."""
    found: dict[str, defaultdict[str, set[int]]] = {code: defaultdict(set) for code in codes}
    for entry, pair in holding(codes, question):
        if pair <= parties[entry].keys():
            for code in pair.intersection(codes):
                (partner,) = pair - {code}
                found[code][partner].add(entry)
    return {code: {partner: frozenset(entries) for partner, entries in held.items()} for code, held in found.items()}


def _common(
    one: str,
    two: str,
    both: Iterable[int],
    parties: Mapping[int, frozenset[str]],
    subjects: Mapping[int, frozenset[Subject]],
    question: Question,
) -> Iterable[Common]:
    """The newest first. Five queries."""
    rows = _of_the_two(one, two, list(both), question)
    for entry in Entry.objects.filter(pk__in=list(both)).defer("row").order_by("-signed_on", "-place"):
        ties = rows["ties"][entry.pk]
        yield Common(
            entry=entry.pk,
            reference=entry.reference,
            title=entry.title,
            kind=entry.kind,
            signed=entry.signed,
            parties=parties[entry.pk],
            is_bilateral=len(parties[entry.pk]) == 2 and entry.laterality in (None, Laterality.BILATERAL),
            subjects=subjects[entry.pk],
            tie=next((tie for tie in ties if tie.begins <= question.on < tie.ends), None),
            ties=tuple(ties),
            bindings={binding.party.code: binding for binding in rows["bindings"][entry.pk]},
            period=next(iter(rows["periods"][entry.pk]), None),
            happenings=tuple(rows["happenings"][entry.pk]),
        )


def _of_the_two(one: str, two: str, both: list[int], question: Question) -> Mapping[str, Mapping[int, list[Any]]]:
    """The index rows of their common entries that concern the two, in order of time, by entry. Four queries."""
    inferring, codes = question.inferring, (one, two)
    here = Period.objects.covering(question.on).reading(inferring=inferring).filter(entry__in=both)
    bound = Binding.objects.covering(question.on).reading(inferring=inferring).filter(entry__in=both, party__code__in=codes)
    ties = Tie.objects.reading(inferring=inferring).filter(entry__in=both, one__code=one, two__code=two).order_by("begins")
    events = Happening.objects.filter(entry__in=both, accepted=True, first__isnull=False).select_related("party").order_by("first", "pk")
    found = {"periods": here, "bindings": bound.select_related("party"), "ties": ties, "happenings": events}
    return {name: _by_entry(rows) for name, rows in found.items()}


def _by_entry(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.entry_id].append(row)
    return found


def _prospects(both: Iterable[int], question: Question) -> Iterable[Prospect]:
    """What lies ahead for an agreement of both, the soonest first. One query."""
    ahead = Prospect.objects.covering(question.on).reading(inferring=question.inferring)
    return ahead.filter(entry__in=list(both)).select_related("party").order_by("first", "pk")
