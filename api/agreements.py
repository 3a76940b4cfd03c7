"""Rows of agreements, as they were written at publication, with what may be asked for beside them."""

from collections.abc import Iterable, Iterator

from api.answers import AgreementRow
from api.listing import STRETCH, Rows, Wanted, stretches
from catalogue.asking import ask
from catalogue.models import Entry
from catalogue.question import Question
from exports.rows import row_json


def agreement_rows(question: Question, wanted: Wanted, *, folder: str) -> Rows:
    """The rows of the question's answer: a page of it, or all. `folder` is the address under which documents lie."""
    found, cursor = ask(question), ""
    if wanted.whole:
        entries: Iterable[Entry] = found.all().iterator(chunk_size=STRETCH)
    else:
        page = found.page(with_parties=False)
        entries, cursor = page.entries, page.next_cursor
    return Rows(_texts(entries, wanted, folder), found.count, cursor, question.on)


def _texts(entries: Iterable[Entry], wanted: Wanted, folder: str) -> Iterator[str]:
    if not set(AgreementRow.expandable) & wanted.expanded:
        yield from (row_json(entry, folder) for entry in entries)
        return
    for some in stretches(entries):
        documents = document_texts(some)
        yield from (f'{row_json(entry, folder)[:-1]},"document":{documents[entry.pk]}}}' for entry in some)


def document_texts(entries: Iterable[Entry]) -> dict[int, str]:
    """The stored documents of some entries, by the entry's id. One query."""
    ids = {entry.pk for entry in entries}
    return dict(Entry.objects.filter(pk__in=ids).values_list("pk", "revision__document"))
