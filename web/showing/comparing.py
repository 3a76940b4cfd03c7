"""Two to four agreements side by side: facts, parties, life, provisions, what is to come, and their texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalogue.asking import ask
from catalogue.models import Entry
from catalogue.question import Question
from treaty.document.canonical import read_document
from treaty.document.document import Document
from treaty.document.wording import Names, day_in_words, joined
from treaty.law.deadlines import Deadline, deadlines
from treaty.law.standing import periods, standing_on
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.roles import PARTY_ROLES
from web.comparing import MOST, Asked
from web.showing.aligning import NONE_KNOWN, Block, Cell, Line, blocks, cell, line
from web.showing.badge import Badge, badge
from web.showing.beside import Beside, beside
from web.showing.days import DayControl, Days, day_control
from web.showing.links import Link, page
from web.showing.terms_of_life import NOT_CODED, terms_of_life
from web.showing.words import echo, first_up

OFFERED = 12  # so many agreements are offered for the words that are looked for
FEW = 8  # so many parties are named in a cell


@dataclass(frozen=True)
class Side:
    """One of the agreements: what heads its column."""

    reference: str
    title: str
    href: str
    badge: Badge
    without: str


@dataclass(frozen=True)
class ComparePage:
    room = "compare"
    sides: tuple[Side, ...]
    facts: tuple[Line, ...]
    life: tuple[Line, ...]
    blocks: tuple[Block, ...]
    deadlines: tuple[Line, ...]
    texts: Beside | None
    asked: str
    words: str
    offered: tuple[Link, ...]
    is_full: bool
    kept: tuple[tuple[str, str], ...]
    days: DayControl
    elsewhere: tuple[Link, ...]


def compare_page(asked: Asked, names: Names, days: Days) -> ComparePage:
    """The page. At most eight queries, however many agreements stand on it."""
    documents = {entry.reference: read_document(entry.revision.document) for entry in asked.entries}
    references = list(documents)
    given = {"with": ",".join(references), **days.carried}
    hrefs = [page("agreement", reference, **days.carried) for reference in references]
    sides = tuple(_side(entry, documents[entry.reference], references, days) for entry in asked.entries)
    held = list(documents.values())
    is_enough = len(held) > 1
    return ComparePage(
        sides=sides,
        facts=tuple(_facts(held, names, sides)) if is_enough else (),
        life=tuple(_life(held)) if is_enough else (),
        blocks=blocks(held, names, hrefs, days.carried) if is_enough else (),
        deadlines=tuple(_deadlines(held, names, days)) if is_enough else (),
        texts=beside(documents) if is_enough else None,
        asked=", ".join(references),
        words=echo(asked.question.words).strip(),
        offered=tuple(_offered(asked, references, days)),
        is_full=len(references) >= MOST,
        kept=tuple((name, value) for name, value in days.carried.items() if value),
        days=day_control(page("compare"), days, kept={"with": ",".join(references), "inferred": given["inferred"]}),
        elsewhere=(Link("JSON", page("compare_data", **given)),) if is_enough else (),
    )


def _side(entry: Entry, document: Document, references: Sequence[str], days: Days) -> Side:
    period = standing_on(days.on, periods(document, inferred=days.inferring))
    others = ",".join(one for one in references if one != entry.reference)
    return Side(
        reference=entry.reference,
        title=document.title,
        href=page("agreement", entry.reference, **days.carried),
        badge=badge(period.standing, period.since) if period else badge(None),
        without=page("compare", **{"with": others}, **days.carried),
    )


def _facts(documents: Sequence[Document], names: Names, sides: Sequence[Side]) -> Iterator[Line]:
    standings = [Cell(f"{side.badge.label} {side.badge.since}".strip(), side.badge.look != "unknown") for side in sides]
    found = line("Standing", [Cell(side.badge.label, side.badge.look != "unknown") for side in sides])
    yield replace(found, cells=tuple(standings))
    for label, field in (("Kind", "kind"), ("Form", "form"), ("Legal character", "character"), ("Sides", "laterality")):
        terms = [getattr(document, field) for document in documents]
        yield line(label, [cell(term.label if term else "") for term in terms])
    yield line("First signed", [cell(_signed(document)) for document in documents])
    yield from _parties(documents, names)


def _signed(document: Document) -> str:
    days = [event.date for event in document.events if event.kind in SIGNATURES and event.weight == "accepted" and event.date]
    return day_in_words(min(days)) if days else ""


def _parties(documents: Sequence[Document], names: Names) -> Iterator[Line]:
    """Those that all of them have, and those that each has beside."""
    each = [{part.party for part in document.participations if part.role in PARTY_ROLES} for document in documents]
    shared = set.intersection(*each)
    yield Line("Parties to all", "", tuple(Cell(_named(shared, names) or "None", True) for _ in each), "", "plain")
    yield line("Other parties", [Cell(_named(codes - shared, names) or "None") for codes in each])


def _named(codes: set[str], names: Names) -> str:
    known = sorted(names.get(code, code) for code in codes)
    return joined(known) if len(known) <= FEW else f"{', '.join(known[: FEW - 1])} and {len(known) - FEW + 1} others"


def _life(documents: Sequence[Document]) -> Iterator[Line]:
    """How each begins, lasts, renews and is left, by its own clauses."""
    coded = [
        {clause.label: clause for clause in (terms.clauses if terms else ())} for terms in (terms_of_life(one, {}) for one in documents)
    ]
    labels = dict.fromkeys(("Entry into force", "Term", "Renewal", "Leaving"))
    labels |= dict.fromkeys(label for clauses in coded for label in clauses)
    for label in labels:
        said = [clauses.get(label) for clauses in coded]
        yield line(label, [Cell(one.sentence, one.coded) if one else Cell(NOT_CODED, is_known=False) for one in said])


def _deadlines(documents: Sequence[Document], names: Names, days: Days) -> Iterator[Line]:
    """What each has to come, as seen on the day, kind by kind; consents are many and stand on the agreement's own page."""
    coming = [deadlines(document, on=days.on, names=names, inferred=days.inferring) for document in documents]
    for kind in DeadlineKind:
        said = [[one for one in each if one.kind is kind] for each in coming]
        if any(said):
            cells = tuple(Cell(_coming(each) or NONE_KNOWN, bool(each)) for each in said)
            yield replace(line(kind.label, cells, kind.definition))


def _coming(each: Sequence[Deadline]) -> str:
    if len(each) > 3:
        return f"{len(each)} of them"
    return "; ".join(first_up(one.days.words) if one.days else one.sentence.rstrip(".") for one in each)


def _offered(asked: Asked, references: Sequence[str], days: Days) -> Iterator[Link]:
    """Agreements that match the words, each with the address of the comparison to which it is added. Three queries."""
    if not asked.question.wanted or len(references) >= MOST:
        return
    question = replace(
        Question(on=days.on, as_known=days.as_known), words=asked.question.words, wanted=asked.question.wanted, limit=OFFERED
    )
    for entry in ask(question).page(with_parties=False).entries:
        if entry.reference not in references:
            joined_by = ",".join([*references, entry.reference])
            signed = f", signed {day_in_words(entry.signed)}" if entry.signed else ""
            yield Link(entry.title, page("compare", **{"with": joined_by}, **days.carried), f"{entry.reference}{signed}")


def compare_said(asked: Asked, names: Names, days: Days, *, site: str) -> dict[str, object]:
    """The page as data."""
    found, root = compare_page(asked, names, days), site.rstrip("/")
    return {
        "as_of": days.on.isoformat(),
        "as_known": days.as_known.isoformat() if days.as_known else None,
        "agreements": [
            {"reference": side.reference, "title": side.title, "standing": side.badge.label, "url": root + side.href}
            for side in found.sides
        ],
        "facts": _said(found.facts, found.sides),
        "life": _said(found.life, found.sides),
        "provisions": [{"kind": block.value, "rows": _said(block.lines, found.sides)} for block in found.blocks],
        "deadlines": _said(found.deadlines, found.sides),
        "texts": _texts_said(found.texts) if found.texts else None,
    }


def _said(lines: Sequence[Line], sides: Sequence[Side]) -> list[dict[str, object]]:
    return [
        {
            "label": one.label,
            "verdict": one.verdict or None,
            "values": {
                side.reference: {"value": cell.text if cell.is_known else None, "said": cell.text}
                for side, cell in zip(sides, one.cells, strict=True)
            },
        }
        for one in lines
    ]


def _texts_said(texts: Beside) -> Mapping[str, object]:
    return {
        "between": [texts.one, texts.two],
        "language": texts.languages,
        "summary": texts.summary or texts.trouble,
        "parts": [
            {
                "heading": pair.heading,
                "verdict": pair.verdict,
                "pieces": [{"kind": piece.kind, "text": piece.text} for piece in pair.pieces],
                "text": pair.alone or None,
            }
            for pair in texts.pairs
        ],
    }
