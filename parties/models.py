"""Who can make an agreement: states, territories, organisations, authorities; their names and their lives."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Left, Right
from django.db.models.lookups import In, LessThanOrEqual

from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Line, Prose
from parties.querysets import CodeQuerySet, LifeQuerySet, MembershipQuerySet, NameQuerySet, PartyQuerySet
from parties.regions import REGIONS, SUBREGIONS
from parties.terms import CodeScheme, SuccessionKind
from treaty.vocabulary.names import NameKind
from treaty.vocabulary.party_types import PartyType

CODE = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"


class Editable(models.Model):
    """What every row of this floor carries besides its facts."""

    version = models.PositiveIntegerField(default=1, editable=False, help_text="Counts the saves; a stale save is refused.")
    shipped = models.BooleanField(
        default=False, editable=False, help_text="Came with the reference files: a later load may correct or remove it."
    )

    class Meta:
        abstract = True


def plain_days(name: str) -> list[models.BaseConstraint]:
    """Periods begin before they end, and their days carry no sign of doubt, so the text sorts as time does."""
    ordered = LessThanOrEqual(Left("begins", 4), Left("ends", 4))
    return [models.CheckConstraint(condition=ordered, name=f"{name}_in_order"), *(undoubted(name, field) for field in ("begins", "ends"))]


def undoubted(name: str, field: str) -> models.CheckConstraint:
    """The day is written without ?, ~ or %."""
    return models.CheckConstraint(condition=~models.Q(In(Right(field, 1), ["?", "~", "%"])), name=f"{name}_{field}_plain")


def once(name: str, *fields: str) -> list[models.BaseConstraint]:
    """The fields name one row, also where `begins` is unknown (a database takes two unknowns for different)."""
    return [
        models.UniqueConstraint(fields=[*fields, "begins"], name=f"{name}_once"),
        models.UniqueConstraint(fields=fields, condition=models.Q(begins__isnull=True), name=f"{name}_once_unbegun"),
    ]


class Party(Editable):
    """Somebody who makes agreements, or to whom an agreement is extended.

    A state, a state that is no more, a territory, an international organisation, an authority. One
    party is one legal person: Hanover is not Germany and the Soviet Union is not Russia, but Ceylon
    is Sri Lanka under an earlier name. Its code is ISO 3166-1 alpha-3 where there is one, ISO 3166-3
    alpha-3 for a state that had one (SUN, DDR), XKX for Kosovo, ORG-… for an organisation, and a
    readable word of five characters or more for anybody else, which no ISO code can ever equal.
    A code identifies; it takes no position on anybody's status.
    """

    code = Line(max_length=24, unique=True, validators=[RegexValidator(CODE, "Write capitals and digits, in words joined by hyphens.")])
    type = TermField(PartyType)
    name = Line(max_length=200, help_text="The English short name.")
    sort_name = Line(max_length=200, editable=False, db_index=True)
    region = Line(max_length=3, blank=True, choices=list(REGIONS.items()), help_text="UN M49; empty when unknown.")
    subregion = Line(max_length=3, blank=True, choices=list(SUBREGIONS.items()))
    note = Prose(max_length=4000, blank=True)

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "code"]
        verbose_name_plural = "parties"
        constraints = [models.CheckConstraint(condition=models.Q(code__regex=CODE), name="party_code_is_readable")]

    def __str__(self) -> str:
        return self.name


class Code(Editable):
    """What a system of codes calls a party, for the time it did so.

    One code may mean several parties in turn: COW 345 is Serbia, Yugoslavia and Serbia again. A code
    without days holds for the whole life of its party.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="codes")
    scheme = TermField(CodeScheme)
    value = Line(max_length=12)
    begins = PartialDayField()
    ends = PartialDayField()
    note = Prose(max_length=2000, blank=True)

    objects = CodeQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "value", "begins"]
        indexes = [models.Index(fields=["scheme", "value"])]
        constraints = [*once("code", "party", "scheme", "value"), *plain_days("code")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Name(Editable):
    """What a party is or was called, in one language, from a day until a day.

    Former names are the ones it bore itself at the time (Ceylon); an alias is any other spelling that
    sources use for it. An unknown day sets no limit.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="names")
    text = Line(max_length=200)
    folded = Line(max_length=200, editable=False, db_index=True)
    kind = TermField(NameKind)
    language = Line(max_length=35, default="en", help_text="BCP 47.")
    begins = PartialDayField()
    ends = PartialDayField()
    source = Line(max_length=200, blank=True)

    objects = NameQuerySet.as_manager()

    class Meta:
        ordering = ["party", "language", "kind", "text"]
        constraints = [*once("name", "party", "text", "kind", "language"), *plain_days("name")]

    def __str__(self) -> str:
        return self.text


class Life(Editable):
    """A time in which a party existed, from its first day up to the first day it no longer did.

    No beginning means before the data begin (1816 for the state systems); no end means it goes on. A
    party may live several times: Syria was part of the United Arab Republic from 1958 to 1961. An
    occupation is not an end. The days are those of Gleditsch and Ward or of the COW list, whichever
    begins earlier; COW's last day of membership is made half-open by adding one day.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="lives")
    begins = PartialDayField()
    ends = PartialDayField()
    note = Prose(max_length=2000, blank=True)
    source = Line(max_length=200, blank=True)

    objects = LifeQuerySet.as_manager()

    class Meta:
        ordering = ["party", "begins"]
        verbose_name_plural = "lives"
        constraints = [*once("life", "party"), *plain_days("life")]

    def __str__(self) -> str:
        return f"{self.begins or '…'} to {self.ends or '…'}"


class Succession(Editable):
    """One party taking the place of another in responsibility for a territory, on a day."""

    predecessor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="successions_after")
    successor = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="successions_before")
    kind = TermField(SuccessionKind)
    day = PartialDayField()
    note = Prose(max_length=2000, blank=True)
    source = Line(max_length=200, blank=True)

    class Meta:
        ordering = ["day", "predecessor", "successor"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "kind"], name="succession_once"),
            models.CheckConstraint(condition=~models.Q(predecessor=models.F("successor")), name="succession_of_another"),
            undoubted("succession", "day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.day or 'day unknown'}"


class Membership(Editable):
    """A party's time as a member of an organisation, up to the first day it no longer was one."""

    organisation = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="members")
    member = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="memberships")
    begins = PartialDayField()
    ends = PartialDayField()
    source = Line(max_length=200, blank=True)
    verified = models.BooleanField(default=False, help_text="Somebody compared it with the source named.")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["organisation", "begins", "member"]
        constraints = [
            *once("membership", "organisation", "member"),
            *plain_days("membership"),
            models.CheckConstraint(condition=~models.Q(organisation=models.F("member")), name="membership_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.begins or '…'} to {self.ends or '…'}"
