"""Questions about parties, as sentences. Days are always given; nothing here looks at a clock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from parties.folding import fold
from treaty.document.days import PartialDay
from treaty.vocabulary.party_types import PartyType

if TYPE_CHECKING:
    from parties.models import Party

STATES = (PartyType.STATE, PartyType.FORMER_STATE)


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows that hold from `begins` up to but not including `ends`; an unknown day sets no limit."""

    def covering(self, on: date) -> Self:
        """Those that hold on a day. A day known to the year or month counts from its first day."""
        day = PartialDay.of(on)
        return self.filter(Q(begins__isnull=True) | Q(begins__lte=day), Q(ends__isnull=True) | Q(ends__gt=day))


class CodeQuerySet(PeriodQuerySet):
    def valued(self, scheme: str, value: str) -> Self:
        return self.filter(scheme=scheme, value=value)


class NameQuerySet(PeriodQuerySet):
    def spelt(self, text: str) -> Self:
        """Names that fold like `text`."""
        return self.filter(folded=fold(text))

    def containing(self, text: str) -> Self:
        """Names with `text` anywhere in them."""
        return self.filter(folded__contains=fold(text))


class LifeQuerySet(PeriodQuerySet):
    pass


class MembershipQuerySet(PeriodQuerySet):
    def of(self, organisation: str) -> Self:
        """Memberships of the organisation with this code."""
        return self.filter(organisation__code=organisation)


class PartyQuerySet(models.QuerySet[Any]):
    def by_code(self, code: str) -> Party:
        """The party with this public code. Raises Party.DoesNotExist."""
        party: Party = self.get(code=code)
        return party

    def names(self) -> dict[str, str]:
        """The English name of every one, by its code. One query."""
        return dict(self.order_by().values_list("code", "name"))

    def states(self) -> Self:
        """States, those of today and those that are no more."""
        return self.filter(type__in=STATES)

    def organisations(self) -> Self:
        return self.filter(type=PartyType.ORGANISATION)

    def existing(self, *, on: date) -> Self:
        """Parties known to exist on a day; those whose life nobody has recorded are not among them."""
        return self.filter(pk__in=_rows("Life").covering(on).values("party"))

    def members_of(self, organisation: str, *, on: date) -> Self:
        """Members, on a day, of the organisation with this code."""
        return self.filter(pk__in=_rows("Membership").of(organisation).covering(on).values("member"))

    def coded(self, scheme: str, value: str, *, on: date) -> Self:
        """Parties that a system of codes calls `value` on a day."""
        return self.filter(pk__in=_rows("Code").valued(scheme, value).covering(on).values("party"))

    def called(self, text: str) -> Self:
        """Parties with `text` in one of their names, in any language and at any time, or with that code."""
        return self.filter(Q(pk__in=_rows("Name").containing(text).values("party")) | Q(code__iexact=text.strip()))

    def in_region(self, region: str) -> Self:
        """Parties in a region or subregion, by its UN M49 code."""
        return self.filter(Q(region=region) | Q(subregion=region))


def _rows(model: str) -> Any:
    return apps.get_model("parties", model)._default_manager.all()
