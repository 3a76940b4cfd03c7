"""The page of one agreement: everything its document says, in ready words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.judging import names_in
from catalogue.kinship import family_of
from catalogue.reading import places_of, revisions_of
from treaty.document.canonical import read_document
from treaty.document.document import Document
from treaty.document.wording import Names
from web.showing.bound import bound_parties
from web.showing.citing import citation
from web.showing.days import DayControl, day_control
from web.showing.deadlines import ShownDeadline, deadlines_of
from web.showing.evidence import Citation, ShownSource, citations, sources, verification
from web.showing.happenings import Crowd, Happening, gathered, happenings
from web.showing.inference import inference
from web.showing.life import Life, life_of
from web.showing.lineage import ShownFamily, shown_family
from web.showing.links import Link, ShownTerm, shown_term
from web.showing.participants import PartyTable, counted_parties, party_table, territories
from web.showing.provisions import ShownProvision, provisions
from web.showing.record import RecordAsked
from web.showing.relations import ShownRelation, places_in, relations
from web.showing.revisions import ShownRevision, shown_revision
from web.showing.rivals import Dispute, disputes
from web.showing.taking import Taking, pictures, taking
from web.showing.terms_of_life import TermsOfLife, terms_of_life
from web.showing.texts import ShownText, Titled, other_titles, texts
from web.showing.timeline import Drawing, timeline
from web.showing.timeline_table import TimeRow, time_rows
from web.showing.tracks import clock_tracks, party_tracks

LONG, VERY_LONG = 120, 260  # letters of a title, from which on it is set smaller


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    term: ShownTerm | None = None


@dataclass(frozen=True)
class Timeline:
    """The life drawn, and the table behind the drawing; `takes` are the drawing as files."""

    drawings: tuple[Drawing, ...]
    times: tuple[tuple[str, tuple[TimeRow, ...]], ...]
    takes: tuple[Link, ...]


@dataclass(frozen=True)
class Kinship:
    """What the document says of other agreements, and the whole family that hangs together by such words."""

    relations: tuple[ShownRelation, ...]
    family: ShownFamily | None
    takes: tuple[Link, ...]


@dataclass(frozen=True)
class AgreementPage:
    room = "agreements"
    reference: str
    href: str
    title: str
    title_size: str
    short_title: str
    title_is_generated: bool
    counted_parties: str
    terms: tuple[ShownTerm, ...]
    summary: str
    note: str
    life: Life
    inference: Link | None
    verification: str
    timeline: Timeline
    parties: PartyTable
    territories: PartyTable
    happenings: tuple[Happening | Crowd, ...]
    terms_of_life: TermsOfLife | None
    deadlines: tuple[ShownDeadline, ...]
    provisions: tuple[ShownProvision, ...]
    kinship: Kinship
    texts: tuple[ShownText, ...]
    sources: tuple[ShownSource, ...]
    disputes: tuple[Dispute, ...]
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    other_titles: tuple[Titled, ...]
    revision: ShownRevision
    revisions: tuple[ShownRevision, ...]
    contents: tuple[Link, ...]
    taking: Taking
    days: DayControl


def agreement_page(asked: RecordAsked, *, href: str) -> AgreementPage:
    """The page of a document as one revision holds it, judged on the days asked for.

    Eight queries at most, and one more for each step of a merger.
    """
    days, reference = asked.days, asked.reference
    document = read_document(asked.revision.document)
    names = names_in(document)
    happened = happenings(document, names, asked.carried)
    knows = asked.number is None
    page = AgreementPage(
        reference=reference,
        href=href,
        title=document.title,
        title_size="very-long" if len(document.title) > VERY_LONG else "long" if len(document.title) > LONG else "short",
        short_title=document.short_title,
        title_is_generated=document.title_is_generated,
        counted_parties=counted_parties(document),
        terms=tuple(_terms(document, asked.carried)),
        summary=document.summary,
        note=document.note,
        life=life_of(document, names, days),
        inference=inference(document, href, days),
        timeline=_timeline(document, names, asked, happened),
        parties=party_table(document, names, bound_parties(document, names, days), asked.carried),
        territories=territories(document, names, asked.carried),
        happenings=gathered(happened),
        deadlines=deadlines_of(document, names, days),
        kinship=_kinship(document, asked),
        disputes=disputes(document, names, asked.carried),
        revisions=tuple(shown_revision(one, reference, asked.carried) for one in revisions_of(reference)),
        taking=taking(citation(document, names, asked), asked.carried),
        days=day_control(href, days, knows=knows, kept={"inferred": days.carried["inferred"]}),
        **_said(document, names, asked),
    )
    return replace(page, contents=tuple(_contents(page)))


def _said(document: Document, names: Names, asked: RecordAsked) -> dict[str, Any]:
    """What the document itself says, whatever the day."""
    shown = shown_revision(asked.revision, asked.reference, asked.carried)
    return {
        "verification": verification(document),
        "terms_of_life": terms_of_life(document, asked.carried),
        "provisions": provisions(document, names, asked.carried),
        "texts": texts(document, asked.carried),
        "sources": sources(document, asked.carried),
        "citations": citations(document, document.evidence, asked.carried),
        "facts": tuple(_facts(document, shown, asked.carried)),
        "other_titles": other_titles(document),
        "revision": shown,
        "contents": (),
    }


def _timeline(document: Document, names: Names, asked: RecordAsked, happened: tuple[Happening, ...]) -> Timeline:
    tracks = (*clock_tracks(document, names, asked.days), *party_tracks(document, names, asked.days))
    return Timeline(
        timeline(document, names, asked.days, tracks),
        time_rows(document, names, asked.days, tracks, happened),
        pictures("timeline", asked.reference, asked.carried),
    )


def _kinship(document: Document, asked: RecordAsked) -> Kinship:
    days = asked.days
    family = family_of(asked.reference, on=days.on, as_known=days.as_known, inferring=days.inferring)
    if asked.number is None:
        places = places_in(family)
    else:  # an older revision may name what no current one does
        places = places_of({relation.target for relation in document.relations if relation.target})
    return Kinship(
        relations(document, places, days.carried, asked.carried),
        shown_family(family, days),
        pictures("family", asked.reference, asked.days.carried),
    )


def _facts(document: Document, revision: ShownRevision, carried: Mapping[str, str]) -> Iterable[Fact]:
    coded = (("Kind", document.kind), ("Form", document.form), ("Character", document.character), ("Laterality", document.laterality))
    for label, term in coded:
        yield Fact(label, "" if term else "not coded", shown_term(term, carried))
    if document.subjects:
        yield Fact("Subjects", ", ".join(document.subjects))
    for identifier in document.identifiers:
        yield Fact(identifier.scheme.label, identifier.value)
    yield Fact("Revision", f"{revision.number}, known since {revision.day}")


def _terms(document: Document, carried: Mapping[str, str]) -> Iterator[ShownTerm]:
    for term in (document.kind, document.form, document.character, document.laterality):
        if shown := shown_term(term, carried):
            yield shown


def _contents(page: AgreementPage) -> Iterable[Link]:
    parts: tuple[tuple[str, str, object], ...] = (
        ("Standing", "standing", True),
        ("Parties", "parties", True),
        ("What happened", "events", True),
        ("By its own terms", "duration", True),
        ("Deadlines", "deadlines", page.deadlines),
        ("Provisions", "provisions", True),
        ("Related agreements", "relations", page.kinship.relations or page.kinship.family),
        ("Texts", "texts", page.texts),
        ("Sources", "sources", True),
        ("Where sources differ", "disputes", page.disputes),
        ("Revisions", "revisions", True),
        ("Cite, take away", "take", True),
    )
    yield from (Link(words, f"#{anchor}") for words, anchor, is_there in parts if is_there)
