"""One party's agreements by year, by standing and by what is to come, as a list of that party finds them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from catalogue.asking import ask
from catalogue.models import Binding, Entry, Happening, Prospect
from catalogue.question import Question
from catalogue.sets import among
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.standing import Standing


def signatures_by_year(question: Question) -> Mapping[int, int]:
    """How many of the question's agreements were signed, or may have been, in each year up to that of the day. One query.

    One that was signed in several years counts in each, as it does for a list of events between two days.
    """
    signed = Happening.objects.filter(accepted=True, kind__in=list(SIGNATURES), first__year__lte=question.on.year)
    rows = signed.filter(among("entry", ask(question).entries.values("pk"))).order_by().values_list("entry", "first", "last")
    found: defaultdict[int, set[int]] = defaultdict(set)
    spans: Iterable[tuple[int, date, date]] = rows  # type: ignore[assignment]  # those without a day are left out above
    for entry, first, last in spans:
        for year in range(first.year, last.year + 1):
            found[year].add(entry)
    return {year: len(entries) for year, entries in sorted(found.items())}


def newest(question: Question, standings: Iterable[Standing], most: int) -> list[Entry]:
    """Some of the question's agreements of these standings, the last signed first, each with its revision. One query."""
    asked = replace(question, standings=tuple(standings))
    return list(asked.order.sort(ask(asked).entries).select_related("revision").defer("row")[:most])


def standings_of(code: str, entries: Iterable[Entry], question: Question) -> Mapping[int, Binding]:
    """The party's standing on the day towards each of the entries, by the entry's id. One query."""
    bound = Binding.objects.covering(question.on).reading(inferring=question.inferring)
    return {row.entry_id: row for row in bound.filter(party__code=code, entry__in=list(entries))}


def due(question: Question, *, before: date) -> list[Prospect]:
    """What is in prospect for the question's agreements before a day, each with its entry and whose it is, the soonest first. One query."""
    ahead = Prospect.objects.covering(question.on).reading(inferring=question.inferring).falling_before(before)
    of_these = ahead.filter(among("entry", ask(question).entries.values("pk")))
    return list(of_these.select_related("entry", "party").defer("entry__row").order_by("first", "pk"))
