"""What the register learnt, revision by revision, with each difference as a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from catalogue.changes import Learnt
from records.vocabulary import Action
from treaty.document.canonical import read_document
from treaty.document.difference import difference
from treaty.document.wording import day_in_words
from web.showing.links import known_alike, page
from web.showing.words import counted, first_up

IN_FULL = 6  # so many differences are read at once; the revision's own page has all


@dataclass(frozen=True)
class Lesson:
    """One revision: what it did, to which agreement, when, and what it changed."""

    what: str
    verb: str
    title: str
    reference: str
    number: int
    href: str
    revision_href: str
    at: datetime
    moment: str
    day: str
    note: str
    sentences: tuple[str, ...]
    left_off: str
    into: str
    into_href: str


VERBS = {
    "recorded": "First recorded",
    "revised": "Revised",
    "retracted": "Retracted",
    "merged": "Merged",
}


def lesson(one: Learnt, names: Mapping[str, str], carried: Mapping[str, str]) -> Lesson:
    revision = one.revision
    at = revision.published_at.astimezone(UTC)
    what = _what(one)
    sentences = _sentences(one, names)
    return Lesson(
        what=what,
        verb=VERBS[what],
        title=one.title or "A record that has been retracted",
        reference=one.reference,
        number=revision.number,
        href=page("agreement", one.reference, **carried),
        revision_href="" if one.is_gone else page("revision", one.reference, revision.number, **known_alike(carried)),
        at=at,
        moment=f"{at:%H:%M} UTC",
        day=day_in_words(at.date()),
        note=revision.note if not one.is_gone or revision.action is Action.RETRACTED else "",
        sentences=sentences,
        left_off=f"and {counted(len(sentences) - IN_FULL, 'more change')}" if len(sentences) > IN_FULL else "",
        into=one.into,
        into_href=page("agreement", one.into, **carried) if one.into else "",
    )


def _what(one: Learnt) -> str:
    if one.revision.action is Action.PUBLISHED:
        return "recorded" if one.revision.number == 1 else "revised"
    return "retracted" if one.revision.action is Action.RETRACTED else "merged"


def _sentences(one: Learnt, names: Mapping[str, str]) -> tuple[str, ...]:
    if one.before is None:
        return ()
    found = difference(read_document(one.before.document), read_document(one.revision.document), names)
    return tuple(first_up(change.sentence) for change in found)
