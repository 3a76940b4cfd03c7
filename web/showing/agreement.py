"""The page of one agreement: everything its document says, in ready words."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalogue.judging import names_in
from catalogue.reading import places_of, revisions_of
from records.models import Revision
from treaty.document.canonical import read_document
from treaty.document.document import Document
from treaty.document.wording import day_in_words
from web.showing.bound import bound_parties
from web.showing.days import DayControl, Days, day_control
from web.showing.deadlines import ShownDeadline, deadlines_of
from web.showing.evidence import Citation, ShownSource, citations, sources, verification
from web.showing.happenings import Happening, happenings
from web.showing.inference import inference
from web.showing.life import Life, life_of
from web.showing.links import API, Link, ShownTerm, shown_term, with_query
from web.showing.participants import PartyTable, counted_parties, party_table, territories
from web.showing.provisions import ShownProvision, provisions
from web.showing.relations import ShownRelation, relations
from web.showing.revisions import ShownRevision, shown_revision
from web.showing.terms_of_life import TermsOfLife, terms_of_life
from web.showing.texts import ShownText, Titled, other_titles, texts
from web.showing.timeline import Drawing, timeline

LONG, VERY_LONG = 120, 260  # letters of a title, from which on it is set smaller


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    term: ShownTerm | None = None


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
    drawings: tuple[Drawing, ...]
    parties: PartyTable
    territories: PartyTable
    happenings: tuple[Happening, ...]
    terms_of_life: TermsOfLife | None
    deadlines: tuple[ShownDeadline, ...]
    provisions: tuple[ShownProvision, ...]
    relations: tuple[ShownRelation, ...]
    texts: tuple[ShownText, ...]
    sources: tuple[ShownSource, ...]
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    other_titles: tuple[Titled, ...]
    revision: ShownRevision
    revisions: tuple[ShownRevision, ...]
    contents: tuple[Link, ...]
    cite: str
    json: str
    days: DayControl


def agreement_page(revision: Revision, reference: str, days: Days, *, site: str, href: str, knows: bool = True) -> AgreementPage:
    """The page of a document as one revision holds it, judged on the days asked for. Three queries."""
    document = read_document(revision.document)
    names = names_in(document)
    shown = shown_revision(revision, reference)
    deadlines = deadlines_of(document, names, days)
    return AgreementPage(
        reference=reference,
        href=href,
        title=document.title,
        title_size="very-long" if len(document.title) > VERY_LONG else "long" if len(document.title) > LONG else "short",
        short_title=document.short_title,
        title_is_generated=document.title_is_generated,
        counted_parties=counted_parties(document),
        terms=tuple(term for term in map(shown_term, (document.kind, document.form, document.character, document.laterality)) if term),
        summary=document.summary,
        note=document.note,
        life=life_of(document, names, days),
        inference=inference(document, href, days) if knows else None,
        verification=verification(document),
        drawings=timeline(document, names, days),
        parties=party_table(document, names, bound_parties(document, names, days)),
        territories=territories(document, names),
        happenings=happenings(document, names),
        terms_of_life=terms_of_life(document),
        deadlines=deadlines,
        provisions=provisions(document, names),
        relations=relations(document, places_of({one.target for one in document.relations if one.target}), days.carried),
        texts=texts(document),
        sources=sources(document),
        citations=citations(document, document.evidence),
        facts=tuple(_facts(document, shown)),
        other_titles=other_titles(document),
        revision=shown,
        revisions=tuple(shown_revision(one, reference) for one in revisions_of(reference)),
        contents=tuple(_contents(document, due=bool(deadlines))),
        cite=_cite(document, shown, site),
        json=with_query(f"{API}/agreements/{reference}/", days.two_days if knows else {}),
        days=day_control(href, days, knows=knows, kept={"inferred": days.carried["inferred"]}),
    )


def _facts(document: Document, revision: ShownRevision) -> Iterable[Fact]:
    coded = (("Kind", document.kind), ("Form", document.form), ("Character", document.character), ("Laterality", document.laterality))
    for label, term in coded:
        yield Fact(label, "" if term else "not coded", shown_term(term))
    if document.subjects:
        yield Fact("Subjects", ", ".join(document.subjects))
    for identifier in document.identifiers:
        yield Fact(identifier.scheme.label, identifier.value)
    yield Fact("Revision", f"{revision.number}, known since {revision.day}")


def _contents(document: Document, *, due: bool) -> Iterable[Link]:
    yield Link("Standing", "#standing")
    yield Link("Parties", "#parties")
    yield Link("What happened", "#events")
    yield Link("By its own terms", "#duration")
    if due:
        yield Link("Deadlines", "#deadlines")
    yield Link("Provisions", "#provisions")
    if document.relations:
        yield Link("Related agreements", "#relations")
    if document.texts:
        yield Link("Texts", "#texts")
    yield Link("Sources", "#sources")
    yield Link("Revisions", "#revisions")


def _cite(document: Document, revision: ShownRevision, site: str) -> str:
    """One plain line that leads back to exactly this revision."""
    title = document.title if len(document.title) <= LONG * 2 else document.short_title or f"{document.title[: LONG * 2]}…"
    address = f"{site.rstrip('/')}{revision.href}"
    said = ("Entente register of defence agreements", document.reference or "", f"revision {revision.number}", day_in_words(revision.on))
    return f"“{title}”, {', '.join(said)}. {address}"
