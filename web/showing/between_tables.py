"""Two parties in tables: what they have on each subject, what either has with others only, and whom they share."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from catalogue.between import Between, Common, Subject
from catalogue.question import UNKNOWN
from treaty.document.wording import day_in_words, joined, the
from treaty.vocabulary.standing import Standing
from web.showing.badge import LABELS
from web.showing.bonds import badge_of
from web.showing.days import Days
from web.showing.links import Link, page
from web.showing.partners import between_page
from web.showing.words import first_down, first_up, number

NAMED = 12  # so many names stand open; the others fold
LINES = 10
SORTS = {"kind": "kind of agreement", "provision": "provision"}


@dataclass(frozen=True)
class SubjectLine:
    """What they have on one subject: the number of each standing, each with its list."""

    label: str
    definition: str
    cells: tuple[Link, ...]


@dataclass(frozen=True)
class SubjectTable:
    heading: str
    columns: tuple[str, ...]
    lines: tuple[SubjectLine, ...]


@dataclass(frozen=True)
class Gap:
    """A subject that one of them has in force with others, and what there is of it with the other of the two."""

    label: str
    sort: str
    definition: str
    partners: tuple[Link, ...]
    more: tuple[Link, ...]
    instead: tuple[Link, ...]


@dataclass(frozen=True)
class Gaps:
    """As in "What Japan has with others, and not with the Philippines". `sentence` says the first line in words."""

    id: str
    heading: str
    caption: str
    caption_more: str
    other: str
    sentence: str
    first: tuple[Gap, ...]
    more: tuple[Gap, ...]


@dataclass(frozen=True)
class SharedLine:
    """A third party with whom both have something in force."""

    name: str
    href: str
    one: Link
    two: Link
    subjects: str


def subject_table(between: Between, family: Literal["kind", "provision"], heading: str, days: Days) -> SubjectTable | None:
    """Every subject of a family that their agreements have, by standing on the day. None where there is none."""
    subjects = {subject for common in between.common for subject in common.subjects if subject.filter == family}
    if not subjects:
        return None
    columns = [value for value in (*(term.value for term in Standing), UNKNOWN) if any(value in one.standings for one in between.common)]
    columns.sort(key=lambda value: value != Standing.IN_FORCE.value)
    lines = [_subject_line(subject, columns, between, days) for subject in subjects]
    lines.sort(key=lambda line: ([-int(cell.text.replace(",", "")) for cell in (line.cells[0], line.cells[-1])], line.label))
    return SubjectTable(heading, (*map(_label, columns), "All"), tuple(lines))


def _label(value: str) -> str:
    return "Not known" if value == UNKNOWN else LABELS.get(Standing(value), Standing(value).label)


def _subject_line(subject: Subject, columns: Iterable[str], between: Between, days: Days) -> SubjectLine:
    having = [common for common in between.common if subject in common.subjects]
    counted = [(value, sum(value in common.standings for common in having)) for value in columns]
    address = _list(between.one, between.two, subject, days)
    cells = [Link(number(count), address(value) if count else "") for value, count in counted]
    return SubjectLine(subject.term.label, subject.term.definition, (*cells, Link(number(len(having)), address(""))))


def _list(one: str, two: str, subject: Subject, days: Days) -> Callable[[str], str]:
    """The list of agreements between two on a subject, by standing."""
    pair = ",".join(sorted((one, two)))
    return lambda standing: page("agreements", between=pair, **{subject.filter: subject.term.value}, standing=standing, **days.carried)


def gaps(between: Between, code: str, names: Mapping[str, str], days: Days) -> Gaps:
    """What one of the two has in force with others and not with the other, most partners first."""
    other = between.two if code == between.one else between.one
    found = sorted(between.gaps(code).items(), key=lambda gap: (-len(gap[1]), gap[0].filter == "kind", gap[0].term.label))
    lines = tuple(_gap(between, code, subject, partners, names, days) for subject, partners in found)
    holder, lacking = the(names.get(code, code)), the(names.get(other, other))
    fold = LINES if len(lines) > LINES + 2 else len(lines)
    return Gaps(
        id=f"only-{code.lower()}",
        heading=f"What {holder} has with others, not with {lacking}",
        caption=f"{first_up(holder)} and others, subject by subject",
        caption_more=f"{first_up(holder)} and others, more subjects",
        other=lacking,
        sentence=_sentence(lines[0], holder, lacking) if lines else "",
        first=lines[:fold],
        more=lines[fold:],
    )


def _sentence(gap: Gap, holder: str, lacking: str) -> str:
    """As in "Logistics: Japan has it in force with Australia and Canada; not with the Philippines: signed in January 2026"."""
    named = [the(one.text) for one in gap.partners]
    said = joined(named) if not gap.more else f"{', '.join(named)} and {len(gap.more)} more"
    instead = "; ".join(first_down(one.note) for one in gap.instead) or "nothing in the register"
    return f"{gap.label}: {holder} has it in force with {said}; not with {lacking}: {instead}."


def _gap(between: Between, code: str, subject: Subject, partners: Iterable[str], names: Mapping[str, str], days: Days) -> Gap:
    known = sorted(partners, key=lambda one: names.get(one, one))
    links = tuple(Link(names.get(one, one), _list(code, one, subject, days)(Standing.IN_FORCE.value)) for one in known)
    fold = NAMED if len(links) > NAMED + 2 else len(links)
    instead = tuple(_instead(common, days) for common in between.common if subject in common.subjects)
    return Gap(subject.term.label, SORTS[subject.filter], subject.term.definition, links[:fold], links[fold:], instead)


def _instead(common: Common, days: Days) -> Link:
    """An agreement of the two on the subject that is not in force between them, and its standing."""
    shown = badge_of(common)
    signed = f"Signed {day_in_words(common.signed)}, not in force" if shown.look == "signed" and common.signed else ""
    return Link(common.reference, page("agreement", common.reference, **days.carried), signed or f"{shown.label} {shown.since}".strip())


def shared(between: Between, names: Mapping[str, str], days: Days) -> tuple[SharedLine, ...]:
    """Who most has in common with both comes first."""
    found = sorted(between.shared().items(), key=lambda line: (-len(line[1]), names.get(line[0], line[0])))
    return tuple(_shared(between, code, subjects, names, days) for code, subjects in found)


def _shared(between: Between, code: str, subjects: Iterable[Subject], names: Mapping[str, str], days: Days) -> SharedLine:
    labels = sorted({first_down(subject.term.label) for subject in subjects})
    return SharedLine(
        name=names.get(code, code),
        href=page("party", code, **days.carried),
        one=_held(between, between.one, code, names, days),
        two=_held(between, between.two, code, names, days),
        subjects=", ".join(labels),
    )


def _held(between: Between, code: str, partner: str, names: Mapping[str, str], days: Days) -> Link:
    """How many agreements are in force between the two."""
    count = number(len(between.held[code][partner]))
    pair = ",".join(sorted((code, partner)))
    return Link(
        count, page("agreements", between=pair, standing=Standing.IN_FORCE.value, **days.carried), between_page(code, partner, days)
    )
