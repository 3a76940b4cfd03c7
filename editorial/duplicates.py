"""Which agreements on the desk are likely to be the same as one that is being entered, and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from accounts.models import Person
from agreements.models import Agreement, Event, Identifier, OtherTitle, Participation, Relation
from editorial.mergers import Merger, NotDuplicate
from editorial.rules import RuleBroken
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.likeness import TAKE_PART, Likeness, Profile, days_that_count, likeness, profile_of, titles_that_tell
from treaty.document.titles import most_telling
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.relations import RelationKind

NEAR = timedelta(days=31)
MOST_CANDIDATES, MOST_SHOWN = 300, 10
DATED = SIGNATURES | {EventKind.ENTRY_INTO_FORCE}


@dataclass(frozen=True)
class Duplicate:
    """An agreement that is likely the same, and why. `dismissal` says who found that it is another."""

    agreement: Agreement
    likeness: Likeness
    dismissal: NotDuplicate | None = None


def duplicates_of(document: Document | Profile, *, among: QuerySet[Agreement], but: Agreement | None = None) -> list[Duplicate]:
    """The likely duplicates among some agreements on the desk, likeliest first; those that were dismissed come last.

    `among` is what the person who asks may see; `but` is the agreement itself, once it is saved. Those that were
    merged into others are left out. The number of queries does not depend on how many there are: candidates are
    found by number, by day, and by parties and words, and scored here.
    """
    profile = document if isinstance(document, Profile) else profile_of(document)
    found = among.filter(set_aside_at=None).exclude(pk__in=Merger.objects.merged_away())
    if but is not None:
        found = found.exclude(pk=but.pk)
    agreements = {one.pk: one for one in found.filter(pk__in=_candidates(profile)).select_related("record", "created_by")}
    told_apart = _dismissals(but)
    alike = ((pk, likeness(profile, other)) for pk, other in profiles(agreements.values()).items())
    duplicates = [Duplicate(agreements[pk], said, told_apart.get(pk)) for pk, said in alike if said.is_likely]
    duplicates.sort(key=lambda one: (one.dismissal is not None, -one.likeness.score, one.agreement.pk))
    return duplicates[:MOST_SHOWN]


@transaction.atomic
def dismiss(one: Agreement, other: Agreement, *, by: Person, at: datetime, reason: str) -> NotDuplicate:
    """Remember that the two are two. Raises RuleBroken without a reason."""
    if one.pk == other.pk:
        raise RuleBroken("It is one and the same record.")
    if not reason.strip():
        raise RuleBroken("Say how you can tell that they are two.")
    first, second = sorted((one, other), key=lambda agreement: agreement.pk)
    said, _ = NotDuplicate.objects.update_or_create(one=first, two=second, defaults={"by": by, "at": at, "reason": reason.strip()})
    return said


def profiles(agreements: Iterable[Agreement]) -> dict[int, Profile]:
    """What tells agreements on the desk apart, by id; the same as the profiles of their documents. Five queries."""
    known = {agreement.pk: agreement for agreement in agreements}
    titles = _by_agreement(OtherTitle, known, "title")
    parties = _by_agreement(Participation, known, "party__code", role__in=list(TAKE_PART))
    days = _by_agreement(Event, known, "kind", "date", "weight", kind__in=list(DATED), occurrence=Occurrence.HAPPENED, date__isnull=False)
    numbers = _by_agreement(Identifier, known, "scheme", "value")
    related = _by_agreement(Relation, known, "target", target__isnull=False, kind__in=[kind for kind in RelationKind if kind != "same_as"])
    return {
        pk: Profile(
            titles=titles_that_tell(one.title, [one.short_title, *(title for (title,) in titles[pk])], generated=one.title_is_generated),
            parties=frozenset(code for (code,) in parties[pk]),
            signed=_days(days[pk], SIGNATURES),
            in_force=_days(days[pk], {EventKind.ENTRY_INTO_FORCE}),
            identifiers=frozenset(numbers[pk]),
            reference=one.record.reference if one.record else "",
            related=frozenset(target for (target,) in related[pk]),
        )
        for pk, one in known.items()
    }


def _by_agreement(model: Any, known: Iterable[int], *columns: str, **only: Any) -> dict[int, list[tuple[Any, ...]]]:
    rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for pk, *said in model.objects.filter(agreement__in=list(known), **only).order_by("pk").values_list("agreement_id", *columns):
        rows[pk].append(tuple(said))
    return rows


def _days(rows: list[tuple[EventKind, PartialDay, Weight]], kinds: Iterable[EventKind]) -> frozenset[PartialDay]:
    wanted = frozenset(kinds)
    return days_that_count((day, weight) for kind, day, weight in rows if kind in wanted)


def _dismissals(agreement: Agreement | None) -> dict[int, NotDuplicate]:
    """Those that somebody found to be others, by the other's id."""
    if agreement is None:
        return {}
    said = NotDuplicate.objects.filter(Q(one=agreement) | Q(two=agreement)).select_related("by")
    return {one.two_id if one.one_id == agreement.pk else one.one_id: one for one in said}


def _candidates(profile: Profile) -> list[int]:
    """The ids of all that share a number, a day or near it, or parties and words. Four queries at most."""
    ids = [*_with_numbers(profile.identifiers), *_with_days(profile.signed | profile.in_force), *_with_words(profile)]
    return list(dict.fromkeys(ids))[:MOST_CANDIDATES]


def _with_numbers(identifiers: Iterable[tuple[IdentifierScheme, str]]) -> Iterable[int]:
    values: dict[IdentifierScheme, list[str]] = defaultdict(list)
    for scheme, value in identifiers:
        values[scheme].append(value)
    if not values:
        return ()
    wanted = Q()
    for scheme, known in values.items():
        wanted |= Q(scheme=scheme, value__in=known)
    return Identifier.objects.filter(wanted).order_by().values_list("agreement", flat=True)[:MOST_CANDIDATES]


def _with_days(days: Iterable[PartialDay]) -> Iterable[int]:
    """Those with such an event in the months around the days, or in the years, where only these are known."""
    starts = {start for day in days for start in _around(day)}
    if not starts:
        return ()
    wanted = Q()
    for start in sorted(starts):
        wanted |= Q(date__startswith=start) if "-" in start else Q(date__in=[start, f"{start}~", f"{start}?", f"{start}%"])
    events = Event.objects.filter(wanted, kind__in=list(DATED)).order_by()
    return events.values_list("agreement", flat=True).distinct()[:MOST_CANDIDATES]


def _around(day: PartialDay) -> Iterable[str]:
    """How the days near a day begin, as they are written: "1951-08", "1951-09", "1951-10", and "1951" for the year alone."""
    if day.precision == "year":
        return [f"{day.first.year}", *(f"{day.first.year}-{month:02d}" for month in range(1, 13))]
    ends = (day.first - NEAR, day.first, day.last, day.last + NEAR) if day.first.year > 1 else (day.first, day.last)
    return [*(f"{end:%Y-%m}" for end in ends), f"{day.first.year}"]


def _with_words(profile: Profile) -> Iterable[int]:
    """Those with two telling words of a title in one of theirs, or with one such word and two of the parties."""
    words = most_telling(profile.titles)
    if not words:
        return ()
    shared = (
        Participation.objects.filter(party__code__in=profile.parties)
        .order_by()
        .values("agreement")
        .annotate(n=Count("party", distinct=True))
    )
    with_parties = shared.filter(n__gte=2).values("agreement")
    enough = min(2, len(words))
    titled = Agreement.objects.annotate(hits=_hits(words, "title", "short_title")).filter(hits__gte=1).order_by("-hits", "pk")
    others = OtherTitle.objects.annotate(hits=_hits(words, "title")).filter(hits__gte=1).order_by("-hits", "pk")
    return [
        *titled.filter(Q(hits__gte=enough) | Q(pk__in=with_parties)).values_list("pk", flat=True)[:MOST_CANDIDATES],
        *others.filter(Q(hits__gte=enough) | Q(agreement__in=with_parties)).values_list("agreement", flat=True)[:MOST_CANDIDATES],
    ]


def _hits(words: Iterable[str], *columns: str) -> Any:
    """How many of the words stand in one of the columns."""
    hits: Any = Value(0)
    for word in words:
        there = Q()
        for column in columns:
            there |= Q(**{f"{column}__icontains": word})
        hits += Case(When(there, then=1), default=0, output_field=IntegerField())
    return hits


class LikelyDuplicates(RuleBroken):
    """It is likely that the register has the agreement already. `duplicates` are those that nobody has dismissed."""

    def __init__(self, duplicates: list[Duplicate]) -> None:
        named = "; ".join(f"“{one.agreement}”" for one in duplicates)
        super().__init__(f"It is likely the same as {named}. Merge them, or confirm that it is another.")
        self.duplicates = tuple(duplicates)


def require_told_apart(agreement: Agreement, document: Document, *, among: QuerySet[Agreement], confirmed: bool) -> None:
    """A step before submission: raises LikelyDuplicates where there are some, unless the person has confirmed that it is another."""
    if confirmed:
        return
    found = [one for one in duplicates_of(document, among=among, but=agreement) if one.dismissal is None]
    if found:
        raise LikelyDuplicates(found)
