"""Records that need somebody's eyes. Each list is answered from rows that are indexed for it, in one query."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from agreements.models import Agreement, Event, Evidence
from catalogue.models import STILL, Period
from desk.home.lists import Asking, Line, Worklist
from provisions.models import ProvisionEvidence
from treaty.document.wording import day_in_words
from treaty.vocabulary.assertions import Basis, Weight
from treaty.vocabulary.standing import Standing

TWO_YEARS = timedelta(days=730)


def expired(asking: Asking) -> QuerySet[Any]:
    """Published records that are over by their own terms alone: a rule concludes the end, and no event declares it."""
    return _standing(asking, Standing.ENDED).filter(basis=Basis.INFERRED).order_by("-begins", "pk")


def unratified(asking: Asking) -> QuerySet[Any]:
    """Published records that have stood at signature for more than two years."""
    return _standing(asking, Standing.SIGNED).filter(begins__lt=asking.on - TWO_YEARS).order_by("-begins", "pk")


def unverified(asking: Asking) -> QuerySet[Any]:
    """Agreements with evidence that nobody has verified, the most of it first."""
    own = Evidence.objects.filter(agreement=OuterRef("pk"), verified=False)
    said = ProvisionEvidence.objects.filter(provision__agreement=OuterRef("pk"), verified=False)
    number = _number(own, "agreement") + _number(said, "provision__agreement")
    return asking.agreements.annotate(unverified=number).filter(unverified__gt=0).select_related("record").order_by("-unverified", "pk")


def conflicts(asking: Asking) -> QuerySet[Any]:
    """Agreements that keep a rival value beside the one the register prefers."""
    rivals = Event.objects.filter(agreement=OuterRef("pk"), weight=Weight.RIVAL)
    found = asking.agreements.filter(Exists(rivals)).annotate(rivals=_number(rivals, "agreement"))
    return found.select_related("record").order_by("-changed_at", "-pk")


def _standing(asking: Asking, standing: Standing) -> QuerySet[Any]:
    """The current entries' periods of that standing that cover the day, each with the desk copy of its record."""
    held = Period.objects.covering(asking.on).reading(inferring=True).standing([standing])
    desk_copy = asking.agreements.filter(record=OuterRef("entry__record")).order_by().values("pk")[:1]
    current = held.filter(entry__known_until=STILL).annotate(agreement=Subquery(desk_copy))
    return current.filter(agreement__isnull=False).select_related("entry").defer("entry__row")


def _number(rows: QuerySet[Any], group: str) -> Any:
    counted = rows.order_by().values(group).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def _period(words: str) -> Callable[[Any, Asking], Line]:
    def line(period: Any, asking: Asking) -> Line:
        note = f"{period.entry.reference}, {words} {day_in_words(period.since)}"
        return Line(period.entry.title, reverse("admin:agreements_agreement_change", args=[period.agreement]), note)

    return line


def _agreement(counted: str, one: str, many: str) -> Callable[[Any, Asking], Line]:
    def line(agreement: Agreement, asking: Asking) -> Line:
        number = getattr(agreement, counted)
        reference = f"{agreement.record}, " if agreement.record else ""
        note = f"{reference}{number} {one if number == 1 else many}"
        return Line(agreement.title, reverse("admin:agreements_agreement_change", args=[agreement.pk]), note)

    return line


ATTENTION: tuple[Worklist, ...] = (
    Worklist(
        "expired", "Expired without an end event", "By their own terms they are over; no source that declares the end is cited.",
        "No record has run out unnoticed.", expired, _period("ended by rule"),
    ),
    Worklist(
        "unratified", "Signed, and not ratified for over two years", "Either an entry into force is missing here, or it will not come.",
        "No record has stood at signature for that long.", unratified, _period("signed"),
    ),
    Worklist(
        "unverified", "Facts nobody has verified", "Evidence that somebody reported and nobody has read in its source.",
        "Every piece of evidence has been read in its source.", unverified,
        _agreement("unverified", "piece of evidence not verified", "pieces of evidence not verified"),
    ),
    Worklist(
        "conflicts", "Sources that contradict one another", "A rival value stands beside the one the register prefers.",
        "No two sources contradict one another.", conflicts, _agreement("rivals", "rival value", "rival values"),
    ),
)  # fmt: skip
