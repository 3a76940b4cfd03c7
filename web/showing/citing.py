"""How to cite an agreement as a revision of the register has it, in four forms."""

from dataclasses import dataclass
from datetime import UTC

from catalogue.judging import names_in
from exports.citations import Cited, bibtex, cited, csl_json, plain, ris
from treaty.document.canonical import read_document
from treaty.document.document import Document
from treaty.document.wording import Names
from web.showing.days import DayControl, day_control
from web.showing.links import page
from web.showing.record import RecordAsked


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
    days: DayControl
    forms: tuple[Form, ...]


def citation(document: Document, names: Names, asked: RecordAsked) -> Cited:
    """What is cited when a page is: its revision, by the revision's own address."""
    known = asked.revision.published_at.astimezone(UTC).date()
    url = f"{asked.site}{page('revision', asked.reference, asked.revision.number)}"
    return cited(document, names, revision=asked.revision.number, known=known, accessed=asked.days.today, url=url)


def citation_of(asked: RecordAsked) -> Cited:
    """The same of a record whose document nobody has read yet. One query."""
    document = read_document(asked.revision.document)
    return citation(document, names_in(document), asked)


def cite_page(asked: RecordAsked) -> CitePage:
    """The page with every form. One query."""
    said, known = citation_of(asked), asked.which
    forms = (
        Form("Plain words", "plain", plain(said), "For a footnote or a note."),
        Form("BibTeX", "bibtex", bibtex(said), "For LaTeX.", page("cite_bib", said.reference, **known), "cite.bib"),
        Form("RIS", "ris", ris(said), "For EndNote, Zotero, Mendeley and others.", page("cite_ris", said.reference, **known), "cite.ris"),
        Form("CSL-JSON", "csl", csl_json(said), "For citation processors.", page("cite_json", said.reference, **known), "cite.json"),
    )
    return CitePage(
        reference=said.reference,
        href=page("agreement", said.reference, **asked.days.carried),
        title=said.title,
        permalink=said.url,
        number=said.revision,
        days=day_control(page("cite", said.reference), asked.days, knows=asked.number is None, kept=asked.carried),
        forms=forms,
    )
