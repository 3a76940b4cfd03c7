"""Writing the texts of an agreement: a file is kept and read, a passage of it is cited."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from celery.exceptions import CeleryError
from django.conf import settings
from django.db import transaction
from django.db.models import Max
from kombu.exceptions import KombuError

from accounts.models import Person
from agreements.models import Agreement, Duration, Event, Evidence, ListedSource, Participation, Relation, Source, Text
from agreements.operations import note_change, place_row
from editorial.rules import RuleBroken
from provisions.models import Provision, ProvisionEvidence
from provisions.operations import note_provision_change
from records.models import ExtractedText, StoredText
from records.operations import ask_for_words, store_text
from records.recognising import recognise
from records.tasks import extract
from records.vocabulary import ReadingState
from treaty.document.quotes import Place, as_quoted, find
from treaty.vocabulary.sources import SourceKind

QUOTE_LIMIT = 20_000
FACTS: dict[type[Any], str] = {Event: "event", Participation: "participation", Duration: "duration", Relation: "relation"}
Fact = Event | Participation | Duration | Relation | Provision | Agreement


@dataclass(frozen=True)
class Kept:
    """A text with its file, and a sentence where the file is not what its name says."""

    text: Text
    remark: str


@transaction.atomic
def keep_file(text: Text, content: bytes, *, name: str, by: Person, at: datetime) -> Kept:
    """Store a file as this text, new or in the place of another file, and have its words read after the commit.

    The bytes are kept as they are, once. Raises NotATreatyText for a file that is no text, RuleBroken for one too large.
    """
    if len(content) > settings.ENTENTE_UPLOAD_MB * 2**20:
        raise RuleBroken(too_large())
    recognised = recognise(content, name)
    stored = store_text(content, media_type=recognised.media_type, at=at)
    text.sha256, text.media_type = stored.sha256, stored.media_type
    text.title = text.title or _title(name)
    place_row(text, of=text.agreement)
    text.save()
    note_change(text.agreement, by=by, at=at, details=[f"The file “{name}” as the text “{text}”."])
    have_read(stored, at=at)
    return Kept(text, recognised.remark)


def have_read(stored: StoredText, *, at: datetime, again: bool = False) -> ExtractedText:
    """Have the words read once this transaction is committed. Without a queue that is at once; else the page tells."""
    asked = ask_for_words(stored, at=at, again=again)
    if asked.state is ReadingState.WAITING:
        transaction.on_commit(lambda: _poke(stored.sha256))
    return asked


def _poke(sha256: str) -> None:
    try:
        extract.delay(sha256=sha256)
    except (CeleryError, KombuError, OSError):
        return  # the queue is away; the timetable finds what waits


def too_large() -> str:
    return f"The file is larger than {settings.ENTENTE_UPLOAD_MB} MB, which is the most that is taken in."


@transaction.atomic
def list_as_source(text: Text, *, kind: SourceKind | None = None, listed: ListedSource | None = None) -> ListedSource:
    """The source under which facts cite this text: the one it has, else `listed` of the same agreement, else a new one of a kind.

    Raises RuleBroken for a source that is another text already, or is another agreement's.
    """
    if text.listed:
        return text.listed
    if listed is None:
        if kind is None:
            raise RuleBroken("Say what sort of source this text is.")
        title = text.title or text.agreement.title
        source = Source.objects.create(kind=kind, title=title, url=text.url, language=text.language)
        listed = ListedSource(agreement=text.agreement, source=source)
        place_row(listed, of=text.agreement)
        listed.save()
    if listed.agreement_id != text.agreement_id or Text.objects.filter(listed=listed).exists():
        raise RuleBroken("That source is another text already, or belongs to another agreement.")
    text.listed = listed
    text.save(update_fields=["listed"])
    return listed


@dataclass(frozen=True)
class Passage:
    """What an editor chose: a span, or words to be looked for. `near` says which place is meant, of several."""

    quote: str = ""
    begin: int | None = None
    end: int | None = None


def placed(passage: Passage, words: str) -> Place:
    """Where the passage stands. Raises RuleBroken for a span outside the text, or a quotation that is not in it."""
    if passage.begin is not None and passage.end is not None:
        if not 0 <= passage.begin < passage.end <= len(words):
            raise RuleBroken(f"The text has {len(words)} characters; a span begins and ends within it, and ends after it begins.")
        chosen = words[passage.begin : passage.end]
        if not passage.quote.strip() or find(passage.quote, chosen):
            blank = len(chosen) - len(chosen.lstrip())
            return Place(passage.begin + blank, passage.begin + len(chosen.rstrip()), exact=True)
    place = find(passage.quote, words, near=passage.begin or 0)
    if place is None:
        raise RuleBroken("These words are not in the text. Select them there, or paste them as they stand.")
    return place


@transaction.atomic
def cite_passage(
    text: Text, passage: Passage, *, for_fact: Fact, words: ExtractedText, article: str = "", by: Person, at: datetime
) -> Place:
    """Make a passage of a text the evidence for a fact of its agreement, with quotation, page and span.

    The text must have a listed source. Raises RuleBroken where the passage is not in the text, or is too long to quote.
    """
    place = placed(passage, words.words)
    quote = as_quoted(words.words[place.begin : place.end])
    if not quote:
        raise RuleBroken("Choose at least one word.")
    if len(quote) > QUOTE_LIMIT:
        raise RuleBroken(f"A quotation has at most {QUOTE_LIMIT} characters; this one has {len(quote)}.")
    if text.listed is None:
        raise RuleBroken("Say first under which source this text is cited.")
    said = {"quote": quote, "begin": place.begin, "end": place.end, "page": pages_of(words.pages, place), "article": article}
    _cite(text, for_fact, {"listed": text.listed, **said})
    if isinstance(for_fact, Provision):
        note_provision_change(for_fact, by=by, at=at, details=[f"A passage of “{text}” is cited."])
    else:
        note_change(text.agreement, by=by, at=at, details=[f"A passage of “{text}” is cited."])
    return place


def _cite(text: Text, fact: Fact, said: dict[str, Any]) -> None:
    owner = fact.pk if isinstance(fact, Agreement) else fact.agreement_id
    if owner != text.agreement_id:
        raise RuleBroken("That fact belongs to another agreement.")
    if isinstance(fact, Provision):
        rows: Any = ProvisionEvidence.objects.filter(provision=fact)
        about: dict[str, Any] = {"provision": fact}
    else:
        about = {"agreement": text.agreement} | ({} if isinstance(fact, Agreement) else {FACTS[type(fact)]: fact})
        rows = Evidence.objects.about_the_whole().filter(**about) if isinstance(fact, Agreement) else Evidence.objects.filter(**about)
    last = rows.aggregate(last=Max("position"))["last"]
    rows.model.objects.create(**about, position=0 if last is None else last + 1, **said)


@transaction.atomic
def settle_span(row: Evidence | ProvisionEvidence, place: Place, *, words: ExtractedText, by: Person, at: datetime) -> None:
    """Note where a quotation that was entered without its place, or with another one, stands in the text."""
    row.begin, row.end = place.begin, place.end
    row.page = pages_of(words.pages, place) or row.page
    row.save(update_fields=["begin", "end", "page"])
    note_change(row.listed.agreement, by=by, at=at, details=[f"The place of a quotation in “{row.listed}”."])


def pages_of(begins: list[int], place: Place) -> str:
    """ "3", or "3-4" where the passage goes over; empty where the text has no pages."""
    if not begins:
        return ""
    first = sum(begin <= place.begin for begin in begins)
    last = sum(begin < place.end for begin in begins)
    return str(first) if first >= last else f"{first}-{last}"


def _title(name: str) -> str:
    """A file's name without its ending, as a title until somebody writes a better one."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    return " ".join("".join(character if character.isprintable() else " " for character in stem).split())[:500]
