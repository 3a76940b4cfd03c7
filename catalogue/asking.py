"""The one way to ask: every list of the house, whatever its form, is an answer of `ask`."""

from dataclasses import dataclass

from catalogue.models import Entry, Period
from catalogue.prospects import prospects_asked
from catalogue.querysets import EntryQuerySet
from catalogue.question import Question
from catalogue.refusing import NotFound
from catalogue.standing import standing_asked
from catalogue.words.index import matching


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

    def page(self, *, with_parties: bool = True) -> Page:
        """The page that the question's cursor and limit ask for. Raises NotFound for a page past the end.

        Its entries bring their standing; their parties too, unless the stored row is all that is shown.
        """
        question = self.question
        entries = question.order.sort(self.entries)
        if question.cursor:
            entries = question.order.after(entries, question.cursor)
        entries = entries.with_standing(on=question.on, inferring=question.inferring)  # type: ignore[attr-defined]
        found = list((entries.with_parties() if with_parties else entries)[: question.limit + 1])
        if question.cursor and not found:
            raise NotFound("There is no such page: the list ends before it.", "cursor", question.cursor)
        more = len(found) > question.limit
        found = found[: question.limit]
        return Page(found, question.order.cursor(found[-1]) if more else "")


def ask(question: Question) -> Found:
    """The entries that answer the question, as the register knew them, with nothing unpublished among them."""
    found = Entry.objects.known(on=question.as_known).begun(on=question.on)
    if question.wanted:
        found = found.filter(pk__in=matching(question.wanted))
    if question.parties:
        found = found.with_any_of(question.parties)
    if question.between:
        found = found.between(*question.between)
    if question.kinds:
        found = found.filter(kind__in=question.kinds)
    if question.provisions:
        found = found.providing(question.provisions)
    return Found(question, found.filter(standing_asked(question), prospects_asked(question)))


def standing_then(entry: Entry) -> Period | None:
    """The period that covers the question's day, of an entry from a page; None where no standing is known."""
    return next(iter(entry.period_then), None)  # type: ignore[attr-defined]
