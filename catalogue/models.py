"""One entry for every revision, with the rows by which it is found. All of it can be made anew from the revisions."""

from datetime import UTC, date, datetime

from django.db import models
from django.db.models import F, Q

from catalogue.querysets import EntryQuerySet, PeriodQuerySet, WindowQuerySet
from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Line, Prose
from parties.models import Party
from records.models import Record, Revision
from treaty.vocabulary.assertions import Basis, Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.forms import Form
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.roles import Role
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing
from treaty.vocabulary.value_states import ValueState

STILL = datetime(9999, 12, 31, tzinfo=UTC)  # until when a current entry is known
FOREVER = date(9999, 12, 31)  # the end of a period whose end nobody knows


class Entry(models.Model):
    """What the register said of one agreement, from the moment it learnt it until it learnt better.

    `row` is the answer of a list to "which agreement is this", as JSON, written once.
    """

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="entry")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="entries")
    reference = Line(max_length=12)
    place = models.PositiveIntegerField(help_text="The number in the reference.")
    title = Line(max_length=1000)
    title_key = Line(max_length=1000)
    kind = TermField(AgreementKind, null=True)
    form = TermField(Form, null=True)
    character = TermField(Character, null=True)
    laterality = TermField(Laterality, null=True)
    best_source = TermField(SourceKind, null=True, help_text="The kind of the highest rank among its sources.")
    checked = TermField(Checked, default=Checked.NONE)
    signed = PartialDayField()
    signed_on = models.DateField(null=True)
    begins = models.DateField(null=True)
    known_from = models.DateTimeField()
    known_until = models.DateTimeField(default=STILL)
    row = Prose(max_length=100_000)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=Q(known_until=STILL), name="one_current_entry"),
            models.CheckConstraint(condition=Q(known_from__lte=F("known_until")), name="entry_known_forwards"),
        ]
        indexes = [
            models.Index(fields=["known_until", "known_from"]),
            models.Index(fields=["known_until", "signed_on", "id"]),
            models.Index(fields=["reference"]),
            models.Index(fields=["kind"]),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class Participant(models.Model):
    """A party to the agreement of an entry, in one role."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="participants")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    role = TermField(Role)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["party", "role", "entry"])]

    def __str__(self) -> str:
        return f"{self.party} as {self.role.label.lower()}"


class HeldForATime(models.Model):
    """What the law concludes to have held from a day up to but not including another.

    Every entry is read twice: with what the rules infer, and by what sources declare alone.
    """

    begins = models.DateField()
    ends = models.DateField(default=FOREVER)
    since = PartialDayField(null=False, blank=False)
    basis = TermField(Basis)
    inferring = models.BooleanField(default=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="%(class)s_has_days")]


class Period(HeldForATime):
    """A time during which the agreement had one standing."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="periods")
    standing = TermField(Standing)

    class Meta(HeldForATime.Meta):
        ordering = ["begins", "pk"]
        indexes = [models.Index(fields=["inferring", "standing", "begins", "ends", "entry"])]

    def __str__(self) -> str:
        return f"{self.standing.label} from {self.begins}"


class Binding(HeldForATime):
    """A time during which one party had one standing towards the agreement, in one of the two readings."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="bindings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    standing = TermField(PartyStanding)

    class Meta(HeldForATime.Meta):
        ordering = ["party", "begins", "pk"]
        indexes = [models.Index(fields=["inferring", "party", "standing", "begins", "ends", "entry"])]

    def __str__(self) -> str:
        return f"{self.party}: {self.standing.label.lower()} from {self.begins}"


class Tie(HeldForATime):
    """A time during which the agreement held between two parties, or was halted or modified between them, in one reading.

    The two stand in the order of their codes. When nothing holds between them there is no row.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="ties")
    one = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    two = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    standing = TermField(PairStanding)

    class Meta(HeldForATime.Meta):
        ordering = ["one", "two", "begins", "pk"]
        indexes = [models.Index(fields=["inferring", "one", "two", "standing", "begins", "ends", "entry"])]

    def __str__(self) -> str:
        return f"{self.one} and {self.two}: {self.standing.label.lower()} from {self.begins}"


class Prospect(models.Model):
    """A deadline that the agreement has in prospect, seen from `begins` up to but not including `ends`, in one reading.

    It falls between `first` and `last`, and `shown` is what may be printed of it. `party` is whose it is, where it is one's own.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="prospects")
    kind = TermField(DeadlineKind)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+")
    first = models.DateField()
    last = models.DateField()
    shown = PartialDayField(null=False, blank=False)
    begins = models.DateField()
    ends = models.DateField(default=FOREVER)
    basis = TermField(Basis)
    inferring = models.BooleanField(default=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["first", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="prospect_has_days"),
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="prospect_falls_forwards"),
        ]
        indexes = [models.Index(fields=["inferring", "first", "begins", "ends", "kind", "entry"])]

    def __str__(self) -> str:
        return f"{self.kind.label} {self.shown}"


class Happening(models.Model):
    """An event of an entry's agreement, under the first and last day it can have been."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="happenings")
    key = Line(max_length=40)
    kind = TermField(EventKind)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+")
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    accepted = models.BooleanField()

    class Meta:
        ordering = ["first", "pk"]
        indexes = [models.Index(fields=["kind", "first"])]

    def __str__(self) -> str:
        return f"{self.kind.label} {self.first or ''}".strip()


class Clause(models.Model):
    """A provision of an entry's agreement: its kind, and whether it is there."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="clauses")
    key = Line(max_length=40)
    kind = TermField(ProvisionKind)
    state = TermField(ValueState)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "state", "entry"])]

    def __str__(self) -> str:
        return f"{self.kind.label}: {self.state.label.lower()}"


class Bond(models.Model):
    """A relation that an entry's document says its agreement has to another of the register, read the way the document has it.

    `target` is a reference, not a row: the other may be retracted, or not be public yet.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="bonds")
    key = Line(max_length=40)
    kind = TermField(RelationKind)
    inverse = models.BooleanField(default=False)
    target = Line(max_length=12)
    effective = PartialDayField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["target", "kind"])]

    def __str__(self) -> str:
        return f"{self.kind.inverse if self.inverse else self.kind.label} {self.target}"


class DataSetWindow(models.Model):
    """What a data set covers that is public: agreements signed from one year to another, of some parties, or of all states.

    `key` says what brought it in; `about` what it counts and what not. Known from a publication until it is undone.
    """

    key = Line(max_length=60)
    title = Line(max_length=200)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    parties = models.JSONField(default=list)
    about = Prose(max_length=500, blank=True)
    known_from = models.DateTimeField()
    known_until = models.DateTimeField(default=STILL)

    objects = WindowQuerySet.as_manager()

    class Meta:
        ordering = ["first", "last", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(known_until=STILL), name="one_open_window"),
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="window_runs_forwards"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.first} to {self.last}"

    def lies_within(self, other: "DataSetWindow") -> bool:
        """Whether the other says all that this one says, of the same data set."""
        same = (self.title, self.parties) == (other.title, other.parties)
        return same and other.first <= self.first and self.last <= other.last


class Audit(models.Model):
    """One reading of the whole register by the rule book. All are kept, for the trend; the findings of the last one only."""

    at = models.DateTimeField(unique=True)
    records = models.PositiveIntegerField(help_text="How many records the register had.")
    sound = models.PositiveIntegerField(help_text="In how many of them no rule found anything.")

    class Meta:
        ordering = ["-at"]
        constraints = [models.CheckConstraint(condition=Q(sound__lte=F("records")), name="sound_records_are_records")]

    def __str__(self) -> str:
        return f"{self.sound} of {self.records} records sound, {self.at:%Y-%m-%d}"


class AuditTally(models.Model):
    """What one rule found in one audit: so many places, in so many records."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="tallies")
    rule = Line(max_length=80)
    records = models.PositiveIntegerField()
    places = models.PositiveIntegerField()

    class Meta:
        ordering = ["-records", "rule"]
        constraints = [models.UniqueConstraint(fields=["audit", "rule"], name="one_tally_of_a_rule")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.records}"


class AuditFinding(models.Model):
    """A place in a record where the last audit found a rule broken, or something to look at again."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="findings")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="findings")
    rule = Line(max_length=80)
    path = Line(max_length=200)
    detail = Prose(max_length=2000)

    class Meta:
        ordering = ["entry__place", "pk"]
        indexes = [models.Index(fields=["rule", "entry"])]

    def __str__(self) -> str:
        return f"{self.entry.reference}: {self.rule}"
