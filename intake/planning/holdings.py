"""What the register holds already, in memory, so that thousands of records can be compared with all of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from agreements.models import Agreement
from editorial.duplicates import profiles
from editorial.mergers import Merger
from editorial.models import Submission
from editorial.querysets import with_state
from editorial.vocabulary import State
from intake.models import BatchLine
from treaty.document.days import PartialDay
from treaty.document.likeness import OF_ONE, Profile
from treaty.vocabulary.identifiers import IdentifierScheme

NEAR = timedelta(days=31)
DRAFT = "draft "
Number = tuple[IdentifierScheme, str]


@dataclass(frozen=True)
class Held:
    """One agreement on the desk, as far as a plan looks at it."""

    pk: int
    title: str
    reference: str
    version: int
    profile: Profile
    waits: bool = False
    retracted: bool = False

    @property
    def name(self) -> str:
        """By what somebody who decides names it: its reference, or a draft's number."""
        return self.reference or f"{DRAFT}{self.pk}"

    def __str__(self) -> str:
        return f"{self.name} “{self.title}”"


@dataclass
class Holdings:
    """Every agreement that was not merged away or set aside, found by number, and by a party and a month of its life."""

    held: dict[int, Held] = field(default_factory=dict)
    by_number: dict[Number, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_name: dict[str, int] = field(default_factory=dict)
    by_month: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    said: dict[str, int] = field(default_factory=dict)  # what a file of the data set said before, by its SHA-256

    def add(self, one: Held) -> None:
        self.held[one.pk] = one
        for number in one.profile.identifiers:
            if number[0] in OF_ONE:
                self.by_number[number].add(one.pk)
        self.by_name[one.name] = one.pk
        for party in one.profile.parties:
            for month in set(_months(one.profile.signed | one.profile.in_force, timedelta())):
                self.by_month[party, month].add(one.pk)

    def near(self, profile: Profile) -> Iterable[Held]:
        """Those with a party in common, and with a day of signature or of entry into force about the same time."""
        found: set[int] = set()
        months = set(_months(profile.signed | profile.in_force, NEAR))
        for party in profile.parties:
            for month in months:
                found |= self.by_month.get((party, month), set())
        return [self.held[pk] for pk in sorted(found)]


def is_on_the_desk(name: str) -> bool:
    """Whether a decision may name that agreement. One query."""
    desk = Agreement.objects.on_the_desk().exclude(pk__in=Merger.objects.merged_away())
    number = name.removeprefix(DRAFT)
    if number != name:
        return number.isascii() and number.isdigit() and len(number) < 19 and desk.filter(pk=int(number), record=None).exists()
    return desk.filter(record__reference=name).exists()


def holdings_for(data_set: str) -> Holdings:
    """Everything on the desk now. Ten queries, whatever there is."""
    holdings = Holdings()
    agreements = list(Agreement.objects.on_the_desk().exclude(pk__in=Merger.objects.merged_away()).select_related("record"))
    waiting = set(Submission.objects.waiting().values_list("agreement", flat=True))
    retracted = set(with_state(Agreement.objects.all()).filter(state=State.RETRACTED.value).values_list("pk", flat=True))
    known = profiles(agreements)
    for one in agreements:
        reference = one.record.reference if one.record else ""
        holdings.add(Held(one.pk, one.title, reference, one.version, known[one.pk], one.pk in waiting, one.pk in retracted))
    lines = BatchLine.objects.of(data_set).standing().values_list("said", "agreement")
    holdings.said = {said: pk for said, pk in lines if pk in holdings.held}
    return holdings


def _months(days: Iterable[PartialDay], around: timedelta) -> Iterator[str]:
    """The months in which a day may lie, as 1951-09, and those around it."""
    for day in days:
        first, last = day.first - min(around, day.first - day.first.min), day.last + min(around, day.last.max - day.last)
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield f"{month // 12:04d}-{month % 12 + 1:02d}"
