"""How to cite an agreement as a revision of the register has it, in four forms."""

from dataclasses import dataclass
from datetime import UTC

from catalogue.judging import names_in
from exports.citations import Cited, bibtex, cited, csl_json, plain, ris
from records.models import Revision
from treaty.document.canonical import read_document
from treaty.document.document import Document
from treaty.document.wording import Names
from web.showing.days import DayControl, Days, day_control
from web.showing.links import page


@dataclass(frozen=True)
class Form:
    """One form of a citation. `href` is the file with it; empty for plain words."""

    name: str
    anchor: str
    words: str
    note: str
    href: str = ""
    file: str = ""


@dataclass(frozen=True)
class CitePage:
    room = "agreements"
    reference: str
    href: str
    title: str
    permalink: str
    number: int
    forms: tuple[Form, ...]
    days: DayControl


def citation_of(revision: Revision, reference: str, days: Days, *, site: str) -> Cited:
    """What is cited when a page is: its revision, by the revision's own address. One query."""
    document = read_document(revision.document)
    return citation(document, names_in(document), revision, reference, days, site=site)


def citation(document: Document, names: Names, revision: Revision, reference: str, days: Days, *, site: str) -> Cited:
    known = revision.published_at.astimezone(UTC).date()
    url = f"{site.rstrip('/')}{page('revision', reference, revision.number)}"
    return cited(document, names, revision=revision.number, known=known, accessed=days.today, url=url)


def cite_page(said: Cited, days: Days, *, href: str) -> CitePage:
    known = {"as_known": days.carried["as_known"]}
    forms = (
        Form("Plain words", "plain", plain(said), "For a footnote or a note."),
        Form("BibTeX", "bibtex", bibtex(said), "For LaTeX.", page("cite_bib", said.reference, **known), "cite.bib"),
        Form("RIS", "ris", ris(said), "For EndNote, Zotero, Mendeley and others.", page("cite_ris", said.reference, **known), "cite.ris"),
        Form("CSL-JSON", "csl", csl_json(said), "For citation processors.", page("cite_json", said.reference, **known), "cite.json"),
    )
    return CitePage(
        reference=said.reference,
        href=page("agreement", said.reference, **days.carried),
        title=said.title,
        permalink=said.url,
        number=said.revision,
        forms=forms,
        days=day_control(href, days),
    )
