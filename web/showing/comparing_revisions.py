"""Two revisions of one record beside each other: what differs, in sentences, and each value next to the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from records.models import Revision
from treaty.document.canonical import read_document
from treaty.document.difference import Change, difference, value_in_words
from treaty.document.wording import Names
from web.showing.days import DayControl, Days, day_control
from web.showing.links import Link, page
from web.showing.revisions import ShownRevision, shown_revision
from web.showing.words import counted, first_up

MOST_WORDS = 3_000  # longer values are set beside each other whole
WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of words; `differs` where the other side has not the same."""

    words: str
    differs: bool = False


@dataclass(frozen=True)
class Difference:
    """One difference: what it is about, its sentence, and what either revision says. An empty side says nothing."""

    path: str
    subject: str
    sentence: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Chooser:
    """One of the two selects."""

    id: str
    name: str
    label: str
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class ComparingPage:
    room = "agreements"
    reference: str
    href: str
    title: str
    action: str
    choosers: tuple[Chooser, ...]
    before: ShownRevision
    after: ShownRevision
    count: str
    differences: tuple[Difference, ...]
    turned: Link | None
    json: str
    kept: tuple[tuple[str, str], ...]
    days: DayControl


def comparing_page(reference: str, before: Revision, after: Revision, every: Sequence[Revision], names: Names, days: Days) -> ComparingPage:
    """The page that compares two revisions, whichever of them is the older."""
    one, other = read_document(before.document), read_document(after.document)
    found = tuple(_difference(change) for change in difference(one, other, names))
    action = page("compare_revisions", reference)
    asked = {"from": str(before.number), "to": str(after.number)}
    back = page("compare_revisions", reference, **{"from": str(after.number), "to": str(before.number)}, **days.two_days)
    return ComparingPage(
        reference=reference,
        href=page("agreement", reference, **days.two_days),
        title=other.title,
        action=action,
        choosers=(
            Chooser("from", "from", "From revision", tuple(_choices(every, before.number))),
            Chooser("to", "to", "To revision", tuple(_choices(every, after.number))),
        ),
        before=shown_revision(before, reference, days.two_days),
        after=shown_revision(after, reference, days.two_days),
        count=counted(len(found), "difference") if found else "No difference",
        differences=found,
        turned=Link("The other way round", back) if before.number != after.number else None,
        json=page("compare_revisions_data", reference, **asked),
        kept=tuple((name, value) for name, value in days.two_days.items() if value),
        days=day_control(action, days, kept=asked, unmoved="Two revisions are the same beside each other on every day."),
    )


def _choices(every: Sequence[Revision], chosen: int) -> Iterator[Choice]:
    for one in every:
        yield Choice(str(one.number), f"{one.number}, {one.published_at:%Y-%m-%d}", one.number == chosen)


def _difference(change: Change) -> Difference:
    before, after = _sides(_said(change.before), _said(change.after))
    return Difference(change.path, first_up(change.subject), first_up(change.sentence), before, after)


def _said(value: Any) -> str:
    if isinstance(value, list):  # the order of a list: the keys of its parts
        return ", ".join(map(str, value))
    return "" if value is None or value in ("", ()) else value_in_words(value).strip("“”")


def _sides(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both values with the words marked that the other has not."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if not old or not new or len(old) + len(new) > MOST_WORDS:
        return _whole(before), _whole(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = [Piece("".join(old[first:last]), kind != "equal") for kind, first, last, _, _ in blocks if first < last]
    right = [Piece("".join(new[first:last]), kind != "equal") for kind, _, _, first, last in blocks if first < last]
    return tuple(left), tuple(right)


def _whole(said: str) -> tuple[Piece, ...]:
    return (Piece(said, differs=True),) if said else ()


def comparison_said(page: ComparingPage) -> Mapping[str, Any]:
    """The same as data."""
    return {
        "reference": page.reference,
        "from": page.before.number,
        "to": page.after.number,
        "differences": [
            {
                "path": one.path,
                "sentence": one.sentence,
                "before": "".join(piece.words for piece in one.before) or None,
                "after": "".join(piece.words for piece in one.after) or None,
            }
            for one in page.differences
        ],
    }
