"""One record as the public may read it: its entry on a day of the register, and its revisions."""

from datetime import UTC, date, datetime, time, timedelta

from catalogue.models import Entry
from catalogue.refusing import Gone, NotFound
from records.models import Revision
from records.operations import REFERENCE
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.document import Document


def entry_of(reference: str, *, as_known: date | None = None) -> Entry:
    """The entry of one agreement as the register knew it at the end of a day, or knows it now.

    Raises Gone with the reason when the record had been retracted, NotFound when the register knew
    none under the reference. The document's text is read when it is looked at, so that an answer
    "you have it already" costs nothing.
    """
    if not REFERENCE.fullmatch(reference):
        raise NotFound(f"“{reference[:60]}” is not a reference; one looks like E0412.", "reference", reference)
    entry = Entry.objects.known(on=as_known).select_related("revision").defer("revision__document").filter(reference=reference).first()
    if entry is not None:
        return entry
    last = Revision.objects.of(reference).filter(**_until(as_known)).last()
    if last is not None and last.action is Action.RETRACTED:
        raise Gone(f"{reference} was retracted on {last.published_at:%Y-%m-%d}: {last.note}")
    raise NotFound(f"The register {'knows' if as_known is None else 'knew'} no agreement {reference}.", "reference", reference)


def revisions_of(reference: str) -> list[Revision]:
    """Every revision of one agreement, last first; none when it was never public."""
    return list(Revision.objects.of(reference).reverse().defer("document"))


def revision_of(reference: str, number: int) -> Revision:
    """One revision. Raises NotFound; Gone where the record is retracted, whose documents are no longer shown."""
    entry_of(reference)
    revision = Revision.objects.of(reference).filter(number=number).first() if 0 < number < 2**31 else None
    if revision is None:
        raise NotFound(f"{reference} has no revision {number}.", "number", str(number))
    return revision


def documents_of(entries: list[Entry]) -> dict[int, Document]:
    """The documents of some entries, by the entry's id. One query."""
    ids = [entry.pk for entry in entries]
    kept = Entry.objects.filter(pk__in=ids).values_list("pk", "revision__document")
    return {pk: read_document(document) for pk, document in kept}


def titles_of(references: set[str]) -> dict[str, str]:
    """The present titles of agreements named by reference; those that are not public are left out."""
    return dict(Entry.objects.known(on=None).filter(reference__in=references).values_list("reference", "title"))


def titles() -> list[str]:
    """Every present title. One query."""
    return list(Entry.objects.known(on=None).values_list("title", flat=True))


def _until(day: date | None) -> dict[str, datetime]:
    return {} if day is None else {"published_at__lt": datetime.combine(day + timedelta(days=1), time(), UTC)}
