"""The one way to ask: every list of the house, whatever its form, is an answer of `ask`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from catalogue.cursors import no_such_page, with_serial
from catalogue.models import Entry, Period
from catalogue.narrowing import narrowing
from catalogue.querysets import EntryQuerySet
from catalogue.question import Question


@dataclass(frozen=True)
class Page:
    """A stretch of an answer, and the cursor of the next; "" where it is the last."""

    entries: list[Entry]
    next_cursor: str


@dataclass(frozen=True)
class Found:
    """The answer to a question: a set of entries, read by the page or counted."""

    question: Question
    entries: EntryQuerySet

    def count(self) -> int:
        return self.entries.count()

    def all(self) -> EntryQuerySet:
        """Every entry with its standing, in the question's order, to be read in stretches with `iterator`."""
        question = self.question
        in_order: EntryQuerySet = question.order.sort(self.entries)  # type: ignore[assignment]
        return in_order.with_standing(on=question.on, inferring=question.inferring)

    def page(self, *, with_parties: bool = True) -> Page:
        """The page that the question's cursor and limit ask for. Raises NotFound for a page past the end.

        Its entries bring their standing; their parties too, unless the stored row is all that is shown.
        """
        question = self.question
        entries = with_serial(question.order.sort(self.entries), question.serial)
        if question.cursor:
            entries = question.order.after(entries, question.cursor)
        entries = entries.with_standing(on=question.on, inferring=question.inferring)  # type: ignore[attr-defined]
        found = list((entries.with_parties() if with_parties else entries)[: question.limit + 1])
        if question.cursor and not found:
            raise no_such_page(question.cursor)
        more = len(found) > question.limit
        found = found[: question.limit]
        return Page(found, question.order.cursor(found[-1]) if more else "")


def ask(question: Question) -> Found:
    """The entries that answer the question, as the register knew them, with nothing unpublished among them."""
    return Found(question, narrowed(question))


def counts(questions: Sequence[Question]) -> list[int]:
    """How many entries answer each question. One query for all that ask about the same two days."""
    found: dict[int, int] = {}
    for days in {(one.on, one.as_known) for one in questions}:
        asked = {f"n{place}": one for place, one in enumerate(questions) if (one.on, one.as_known) == days}
        conditions = {name: narrowing(one).counted() for name, one in asked.items()}
        tallies = {name: Count("pk", filter=condition or Q(pk__isnull=False)) for name, condition in conditions.items()}
        answer = Entry.objects.known(on=days[1]).begun(on=days[0]).aggregate(**tallies)
        found |= {int(name[1:]): number for name, number in answer.items()}
    return [found[place] for place in range(len(questions))]


def narrowed(question: Question, *, but: Collection[str] = ()) -> EntryQuerySet:
    """The entries that pass every filter of the question; `but` are the names of those that are lifted.

    Behind a cursor they are those of the register as it was when its list began.
    """
    known = Entry.objects.known(on=question.as_known, serial=question.serial).begun(on=question.on)
    return known.filter(narrowing(question, but=but).then())


def standing_then(entry: Entry) -> Period | None:
    """The period that covers the question's day, of an entry from a page; None where no standing is known."""
    return next(iter(entry.period_then), None)  # type: ignore[attr-defined]
