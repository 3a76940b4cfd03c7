"""The sentences one may say about entries. Days and moments are always given; nothing here reads a clock."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from catalogue.sets import among
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


def known_at_the_end_of(on: date | None) -> Q:
    """What the register said at the end of a day (UTC); what it says now, without one."""
    from catalogue.models import STILL

    moment = end_of(on)
    return Q(known_from__lt=moment, known_until__gte=moment) if moment else Q(known_until=STILL)


def end_of(day: date | None) -> datetime | None:
    return datetime.combine(day + timedelta(days=1), time(), UTC) if day else None


class WindowQuerySet(QuerySet[Any]):
    def known(self, *, on: date | None) -> "WindowQuerySet":
        """Those of what was public at the end of a day (UTC); of what is public now, without one."""
        return self.filter(known_at_the_end_of(on))


class EntryQuerySet(QuerySet[Any]):
    def known(self, *, on: date | None, serial: int | None = None) -> "EntryQuerySet":
        """What the register said at the end of a day (UTC); what it says now, without one.

        With `serial`, nothing that the register learnt after the revision of that number has happened yet.
        """
        moment, then = end_of(on), known_at_the_end_of(on)
        if serial is None:
            return self.filter(then)
        return self.filter(then | among("pk", self._overtaken(serial, moment)), revision__serial__lte=serial)

    def _overtaken(self, serial: int, moment: datetime | None) -> Any:
        """Those that a revision after the serial made out of date, and that none up to it did, as a subquery."""
        from records.models import Revision

        until = {"published_at__lt": moment} if moment else {}
        later = Revision.objects.filter(serial__gt=OuterRef("revision__serial"), serial__lte=serial, record=OuterRef("record"), **until)
        touched = Revision.objects.filter(serial__gt=serial).values("record")
        begun = {"known_from__lt": moment} if moment else {}
        entries = self.model._default_manager.filter(~Exists(later), revision__serial__lte=serial, record__in=touched, **begun)
        return entries.values("pk")

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
