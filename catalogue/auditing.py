"""The rule book read over the whole register: how much of it is sound, and what stands in the way of the rest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from catalogue.models import STILL, Audit, AuditFinding, AuditTally, Entry
from parties.book import party_book
from treaty.document.canonical import read_document
from treaty.document.rules import RULES, Circumstances, Rule, findings

BOOK: Mapping[str, type[Rule]] = {rule.id(): type(rule) for rule in RULES}
KEPT = 120  # audits; the nightly ones of four months
AT_ONCE = 200


@dataclass(frozen=True)
class Verdict:
    """What an audit says of one rule."""

    rule: type[Rule]
    records: int
    places: int


@dataclass
class Counting:
    """What the rule book finds in one record after the other, by rule: how many places, in which records."""

    places: Counter[str] = field(default_factory=Counter)
    records: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, rule: str, record: int) -> None:
        self.places[rule] += 1
        self.records[rule].add(record)

    @property
    def unsound(self) -> int:
        return len(set().union(*self.records.values()))

    def verdicts(self) -> list[Verdict]:
        """What each rule found, errors first, then by the number of records."""
        return in_order(Verdict(BOOK[rule], len(self.records[rule]), times) for rule, times in self.places.items())


@transaction.atomic
def audit(*, at: datetime) -> Audit:
    """Read every current document by the rule book, and keep what is found in place of what the last audit found.

    As many queries for few records as for many, but for what is found, which is written 500 rows at a time.
    """
    parties = party_book()
    counting = Counting()
    found: list[AuditFinding] = []
    read = 0
    current = Entry.objects.filter(known_until=STILL).select_related("revision").order_by("place")
    for entry in current.iterator(chunk_size=AT_ONCE):
        read += 1
        for one in findings(read_document(entry.revision.document), Circumstances(parties, at.date())):
            counting.add(one.rule, entry.pk)
            found.append(AuditFinding(entry=entry, rule=one.rule, path=one.path[:200], detail=one.detail[:2000]))
    AuditFinding.objects.all().delete()
    made = Audit.objects.create(at=at, records=read, sound=read - counting.unsound)
    AuditTally.objects.bulk_create(
        AuditTally(audit=made, rule=rule, records=len(counting.records[rule]), places=times) for rule, times in counting.places.items()
    )
    for finding in found:
        finding.audit = made
    AuditFinding.objects.bulk_create(found, batch_size=500)
    Audit.objects.filter(pk__in=list(Audit.objects.values_list("pk", flat=True)[KEPT:])).delete()
    return made


def last_audits(number: int, *, as_known: date | None = None) -> list[Audit]:
    """The last ones, up to the end of a day in the register; the newest first. One query."""
    before = {"at__lt": datetime.combine(as_known + timedelta(days=1), time(), UTC)} if as_known else {}
    return list(Audit.objects.filter(**before)[:number])


def verdicts(made: Audit) -> list[Verdict]:
    """What each rule found, errors first, then by the number of records. One query."""
    return in_order(Verdict(BOOK[one.rule], one.records, one.places) for one in made.tallies.all() if one.rule in BOOK)


def in_order(said: Iterable[Verdict]) -> list[Verdict]:
    """Errors first, then by the number of records."""
    return sorted(said, key=lambda one: (one.rule.level, -one.records, one.rule.id()))
