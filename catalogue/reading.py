"""One record as the public may read it: its entry on a day of the register, and its revisions."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Subquery

from catalogue.models import Entry
from catalogue.refusing import Gone, Moved, NotFound
from records.models import Ledger, Record, Revision
from records.operations import REFERENCE
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.document import Document


def entry_of(reference: str, *, as_known: date | None = None) -> Entry:
    """The entry of one agreement as the register knew it at the end of a day, or knows it now.

    Raises Gone with the reason when the record had been retracted, Moved when it had been merged into
    another, NotFound when the register knew none under the reference. The document's text is read when it is looked at, so that an answer
    "you have it already" costs nothing.
    """
    if not REFERENCE.fullmatch(reference):
        raise NotFound(f"“{reference[:60]}” is not a reference; one looks like E0412.", "reference", reference, _meant(reference))
    entry = Entry.objects.known(on=as_known).select_related("revision").defer("revision__document").filter(reference=reference).first()
    if entry is not None:
        return entry
    last = Revision.objects.of(reference).filter(**_until(as_known)).last()
    if last is not None and last.action is Action.RETRACTED:
        raise Gone(f"{reference} was retracted on {last.published_at:%Y-%m-%d}: {last.note}")
    if last is not None and last.action is Action.MERGED:
        raise Moved(reference, present_references({reference}, as_known=as_known)[reference])
    raise NotFound(f"The register {'knows' if as_known is None else 'knew'} no agreement {reference}.", "reference", reference)


def _meant(said: str) -> str:
    """The reference that was probably meant: “e74” for E0074."""
    number = re.fullmatch(r"[eE]?0*([1-9][0-9]{0,8})", said, re.ASCII)
    return f"E{number[1]:0>4}" if number else ""


def revisions_of(reference: str, *, as_known: date | None = None) -> list[Revision]:
    """Every revision of one agreement by the end of a day, or by now, last first; none when it was never public."""
    return list(Revision.objects.of(reference).filter(**_until(as_known)).reverse().select_related("merged_into").defer("document"))


def every_revision_of(reference: str) -> list[Revision]:
    """The same first to last, with their documents. One query."""
    return list(Revision.objects.of(reference))


def revision_of(reference: str, number: int) -> Revision:
    """One revision. Raises NotFound; Gone where the record is retracted, whose documents are no longer shown.

    The revisions of a record that was merged into another stay where they were.
    """
    continued_as(reference)
    revision = Revision.objects.of(reference).filter(number=number).first() if 0 < number < 2**31 else None
    if revision is None:
        raise NotFound(f"{reference} has no revision {number}.", "number", str(number))
    return revision


def last_serial() -> int:
    """How many revisions the register has by now. One query."""
    return Ledger.objects.filter(pk=1).values_list("serial", flat=True).first() or 0


def documents_of(entries: list[Entry]) -> dict[int, Document]:
    """The documents of some entries, by the entry's id. One query."""
    ids = [entry.pk for entry in entries]
    kept = Entry.objects.filter(pk__in=ids).values_list("pk", "revision__document")
    return {pk: read_document(document) for pk, document in kept}


def continued_as(reference: str) -> str:
    """The reference under which a merged record goes on; "" for one that was not merged. Raises Gone or NotFound as `entry_of` does."""
    try:
        entry_of(reference)
    except Moved as moved:
        return moved.new
    return ""


def last_title(reference: str) -> str:
    """What the register last called an agreement that was public once, merged into another or not. Raises NotFound."""
    title = Entry.objects.filter(reference=reference).order_by("-revision__number").values_list("title", flat=True).first()
    if title is None:
        raise NotFound(f"The register knew no agreement {reference}.", "reference", reference)
    return title


@dataclass(frozen=True)
class Place:
    """Where an agreement stands in the register now, and what it is called."""

    reference: str
    title: str


def places_of(references: set[str]) -> dict[str, Place]:
    """Where agreements named by reference stand now, past all mergers; those that are not public are left out.

    One query, and one more for each step of a merger.
    """
    titles: dict[str, str] = {}
    now, asked = {reference: reference for reference in references}, set(references)
    while asked:
        found = _places(asked)
        titles |= {reference: title for reference, (title, _) in found.items() if title is not None}
        steps = {reference: into for reference, (_, into) in found.items() if into is not None}
        now = {reference: steps.get(new, new) for reference, new in now.items()}
        asked = set(steps.values()) - titles.keys()
    return {reference: Place(new, titles[new]) for reference, new in now.items() if new in titles}


def _places(references: set[str]) -> dict[str, tuple[str | None, str | None]]:
    """Each with its present title, if it is public, and the reference that it was merged into, if it was."""
    current = Entry.objects.known(on=None).filter(record=OuterRef("pk")).values("title")[:1]
    last = Revision.objects.filter(record=OuterRef("pk")).order_by("-number").values("merged_into__reference")[:1]
    found = Record.objects.filter(reference__in=references).annotate(title=Subquery(current), into=Subquery(last))
    return {reference: (title, into) for reference, title, into in found.values_list("reference", "title", "into")}


def present_references(references: set[str], *, as_known: date | None = None) -> dict[str, str]:
    """Each reference with the one that continues it; itself, where it was not merged. One query and one for each step of a chain."""
    now = {reference: reference for reference in references}
    while steps := _merged({*now.values()}, as_known):
        now = {reference: steps.get(new, new) for reference, new in now.items()}
    return now


def _merged(references: set[str], as_known: date | None) -> dict[str, str]:
    """Those whose last revision merged them into another, with that other."""
    if not references:
        return {}
    later = Revision.objects.filter(record=OuterRef("record"), number__gt=OuterRef("number"), **_until(as_known))
    found = Revision.objects.filter(record__reference__in=references, action=Action.MERGED, **_until(as_known)).filter(~Exists(later))
    return dict(found.values_list("record__reference", "merged_into__reference"))


def titles() -> list[str]:
    """Every present title. One query."""
    return list(Entry.objects.known(on=None).values_list("title", flat=True))


def _until(day: date | None) -> dict[str, datetime]:
    return {} if day is None else {"published_at__lt": datetime.combine(day + timedelta(days=1), time(), UTC)}
