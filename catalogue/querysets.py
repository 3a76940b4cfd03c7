"""The sentences one may say about entries. Days and moments are always given; nothing here reads a clock."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from treaty.vocabulary.roles import PARTY_ROLES, Role
from treaty.vocabulary.term import Term

TAKES_PART = PARTY_ROLES | {Role.TERRITORY_OF_APPLICATION}


class PeriodQuerySet(QuerySet[Any]):
    def covering(self, day: date) -> "PeriodQuerySet":
        """Periods that the day falls in."""
        return self.filter(begins__lte=day, ends__gt=day)

    def reading(self, *, inferring: bool) -> "PeriodQuerySet":
        """Periods of one reading: with what rules infer, or without."""
        return self.filter(inferring=inferring)

    def standing(self, standings: Iterable[Term]) -> "PeriodQuerySet":
        """Periods with one of the standings."""
        return self.filter(standing__in=list(standings))

    def falling_before(self, day: date) -> "PeriodQuerySet":
        """Deadlines that fall, or may fall, before the day."""
        return self.filter(first__lt=day)

    def entries(self) -> Any:
        """The ids of the entries they belong to, as a set."""
        return self.order_by().values("entry")


class EntryQuerySet(QuerySet[Any]):
    def known(self, *, on: date | None) -> "EntryQuerySet":
        """What the register said at the end of a day (UTC); what it says now, without one."""
        from catalogue.models import STILL

        if on is None:
            return self.filter(known_until=STILL)
        moment = datetime.combine(on + timedelta(days=1), time(), UTC)
        return self.filter(known_from__lt=moment, known_until__gte=moment)

    def begun(self, *, on: date) -> "EntryQuerySet":
        """Those of which something had happened by the day, or of which no day is known."""
        return self.filter(Q(begins=None) | Q(begins__lte=on))

    def with_parties(self) -> "EntryQuerySet":
        """With their parties. One query."""
        from catalogue.models import Participant

        return self.prefetch_related(Prefetch("participants", Participant.objects.select_related("party")))

    def with_standing(self, *, on: date, inferring: bool = True) -> "EntryQuerySet":
        """With their standing on the day. One query."""
        from catalogue.models import Period

        covering = Period.objects.covering(on).reading(inferring=inferring)
        return self.prefetch_related(Prefetch("periods", covering, to_attr="period_then"))
