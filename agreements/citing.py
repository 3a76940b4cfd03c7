"""Writing evidence on the desk: citing a source for a fact, and saying who has read it there."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Q

from accounts.models import Person
from agreements.models import Agreement, Citation, ListedSource, Source
from agreements.operations import note_change, place_row
from agreements.vocabulary import DeedKind

FACTS = ("participation", "event", "duration", "relation")
SAID = ("listed_id", "article", "page", "begin", "end", "quote", "note")


@transaction.atomic
def list_source(source: Source, *, on: Agreement) -> ListedSource:
    """The source's place in the agreement's list; a new one, at the end, where it is not listed yet. Notes no change."""
    listed = ListedSource.objects.filter(agreement=on, source=source).first()
    if listed is None:
        listed = ListedSource(agreement=on, source=source)
        place_row(listed, of=on)
        listed.save()
    return listed


def prepare_citation(citation: Citation) -> None:
    """Give a new citation its place after the others of its fact. Does not save it.

    If one that was there says something else than before, somebody has to read it again: it is no longer verified.
    """
    rows = type(citation)._default_manager
    if citation._state.adding:
        last = rows.filter(_same_fact(citation)).aggregate(last=Max("position"))["last"]
        citation.position = 0 if last is None else last + 1
        return
    before = rows.select_for_update(of=("self",)).get(pk=citation.pk)
    if any(getattr(before, name) != getattr(citation, name) for name in ("listed_id", "quote")) and _span(before) == _span(citation):
        citation.begin = citation.end = None  # they counted the characters of other words
    if any(getattr(before, name) != getattr(citation, name) for name in SAID):
        citation.verified, citation.verified_by, citation.verified_at = False, None, None


@transaction.atomic
def cite(citation: Citation, *, of: Agreement, by: Person, at: datetime) -> None:
    """Save a citation of one of the agreement's facts, new or changed."""
    prepare_citation(citation)
    citation.save()
    note_change(of, by=by, at=at, details=[f"Citation of “{citation.listed}”."])


@transaction.atomic
def strike_citation(citation: Citation, *, of: Agreement, by: Person, at: datetime) -> None:
    citation.delete()
    note_change(of, by=by, at=at, details=[f"Citation of “{citation.listed}” removed."])


@transaction.atomic
def mark_verified(citation: Citation, *, of: Agreement, by: Person, at: datetime) -> None:
    """Say that `by` has read it in the source. Who and when are kept from the first time."""
    rows = type(citation)._default_manager.filter(pk=citation.pk, verified_at=None)
    if rows.update(verified=True, verified_by=by, verified_at=at):
        note_change(of, by=by, at=at, what=DeedKind.VERIFIED, details=[f"Read in “{citation.listed}”."])


@transaction.atomic
def unmark_verified(citation: Citation, *, of: Agreement, by: Person, at: datetime) -> None:
    """Take back that somebody has read it there."""
    rows = type(citation)._default_manager.filter(pk=citation.pk, verified=True)
    if rows.update(verified=False, verified_by=None, verified_at=None):
        note_change(of, by=by, at=at, what=DeedKind.VERIFIED, details=[f"No longer said to be read in “{citation.listed}”."])


@transaction.atomic
def correct_source(source: Source, *, by: Person, at: datetime) -> None:
    """Count the save of a source, and note it on every agreement that lists it: their documents say something else now.

    Their versions stay, for whoever is editing one of them overwrites nothing of the source.
    """
    Source.objects.filter(pk=source.pk).update(version=F("version") + 1)
    Agreement.objects.filter(listed_sources__source=source).update(changed_at=at, changed_by=by)


def _span(citation: Citation) -> tuple[int | None, int | None]:
    return citation.begin, citation.end


def _same_fact(citation: Citation) -> Q:
    if hasattr(citation, "provision_id"):
        return Q(provision_id=citation.provision_id)
    return Q(**{name: getattr(citation, name) for name in ("agreement_id", *(f"{fact}_id" for fact in FACTS))})
