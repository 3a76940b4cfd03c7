"""The drawings of an agreement's page, and of the page about the data, as files that stand alone."""

from django.template.loader import render_to_string

from catalogue.coverage import coverage
from catalogue.judging import names_in
from catalogue.kinship import family_of
from catalogue.question import Question
from catalogue.refusing import NotFound
from treaty.document.canonical import read_document
from treaty.document.wording import day_in_words, the
from web.drawing import paint, standalone
from web.showing.covering import years_drawn
from web.showing.days import Days
from web.showing.lineage import shown_family
from web.showing.party import PartyReading
from web.showing.party import years_drawn as party_years
from web.showing.record import RecordAsked
from web.showing.timeline import timeline
from web.showing.tracks import clock_tracks, party_tracks

LINE, FAINT, ACCENT, GOOD, WAIT, GONE, STOP, TALK = "#e2ddd1", "#767d88", "#17507f", "#a9d3ba", "#ecd193", "#cfcdc6", "#eab8b1", "#cfc5e6"
INK, SOFT, PAPER = "#1a2029", "#565e6b", "#ffffff"
STANDINGS = {
    GOOD: ("in-force", "in-notice", "party"),
    WAIT: ("signed", "provisional", "signatory", "contracting", "acceding"),
    STOP: ("suspended",),
    TALK: ("negotiating",),
}
COMMON = (
    paint("text", fill=SOFT),
    paint("line grid", stroke=LINE, stroke_width="1"),
)
TIMELINE = (
    *COMMON,
    paint("rect column", fill=FAINT),
    paint("rect band", fill=GONE),
    paint("rect run", fill=GONE),
    *(paint(f"rect {part} {look}", fill=colour) for colour, looks in STANDINGS.items() for look in looks for part in ("band", "run")),
    paint("rect run in-notice", fill="#17633e"),
    paint("rect run running", fill=ACCENT),
    paint("rect run stopped", fill=PAPER, stroke=ACCENT, stroke_width="1", stroke_dasharray="3 2"),
    paint("text band", fill=INK, font_weight="600"),
    paint("text track", fill=INK),
    paint("line now", stroke=ACCENT, stroke_width="1.5", stroke_dasharray="3 2"),
    paint("text now-label", fill=ACCENT, font_weight="600"),
    paint("circle event-dot", fill=INK, stroke=PAPER, stroke_width="1.25"),
    paint("rect event-dot", fill=FAINT),
    paint("circle event-dot party", fill=FAINT),
    paint("circle event-dot rival", fill=PAPER, stroke="#7a4f00", stroke_width="1.75"),
)
FAMILY = (
    *COMMON,
    paint("path branch", stroke=FAINT, stroke_width="1.25", stroke_dasharray="2 3"),
    paint("path branch change", stroke=FAINT, stroke_width="1.25", stroke_dasharray="none"),
    paint("path branch succession", stroke=INK, stroke_width="2.5", stroke_dasharray="none"),
    paint("rect sheet", fill=PAPER, stroke="#8a8f98", stroke_width="1"),
    paint("rect sheet own", fill="#e6eef5", stroke=ACCENT, stroke_width="2"),
    paint("rect stripe", fill=GONE),
    *(paint(f"rect stripe {look}", fill=colour) for colour, looks in STANDINGS.items() for look in looks),
    paint("text name", fill=INK, font_weight="600"),
    paint("text called", fill=INK),
)

SIGNED = (*COMMON, paint("rect", fill=ACCENT))


def timeline_picture(asked: RecordAsked) -> str:
    """The timeline as SVG. Raises NotFound where there is none to draw."""
    document = read_document(asked.revision.document)
    names = names_in(document)
    tracks = (*clock_tracks(document, names, asked.days), *party_tracks(document, names, asked.days))
    drawings = timeline(document, names, asked.days, tracks)
    if not drawings:
        raise NotFound(f"Nothing in the life of {asked.reference} has a known day, so there is no timeline.")
    markup = render_to_string("components/timeline_svg.html", {"drawing": drawings[0]})
    return standalone(markup, TIMELINE, title=document.title, source=_source(asked))


def signed_picture(question: Question, days: Days, site: str) -> str:
    """The years of first signature as SVG. Raises NotFound where no agreement has one."""
    years = coverage(question).years
    if not years:
        raise NotFound("No agreement has a known year of signature, so there is nothing to draw.")
    drawing = years_drawn(years)
    markup = render_to_string("web/drawings/signed.svg", {"drawing": drawing})
    return standalone(markup, SIGNED, title=drawing.title, source=_register(days, site))


def party_years_picture(read: PartyReading, days: Days, site: str) -> str:
    """The years in which a party signed as SVG. Raises NotFound where none is known."""
    drawn = party_years(read, days)
    if drawn is None:
        raise NotFound(f"No agreement of {the(read.party.name)} has a known year of signature, so there is nothing to draw.")
    look, width, columns, ticks = drawn.drawings[0]
    shown = {"years": drawn, "look": look, "width": width, "columns": columns, "ticks": ticks}
    markup = render_to_string("web/drawings/years.svg", shown)
    return standalone(markup, SIGNED, title=drawn.title, source=_register(days, site))


def _register(days: Days, site: str) -> str:
    said = days.sentence or f"as of {day_in_words(days.on)}"
    return f"Entente register of defence agreements, {said}. {site}"


def family_picture(asked: RecordAsked) -> str:
    """The family tree as SVG. Raises NotFound for an agreement without kin."""
    days = asked.days
    family = shown_family(family_of(asked.reference, on=days.on, as_known=days.as_known, inferring=days.inferring), days)
    if family is None:
        raise NotFound(f"{asked.reference} is bound to no other agreement of the register, so there is no family to draw.")
    markup = render_to_string("components/family_svg.html", {"tree": family.trees[0]})
    title = f"Family of {asked.reference}: {read_document(asked.revision.document).title}"
    return standalone(markup, FAMILY, title=title, source=_source(asked))


def _source(asked: RecordAsked) -> str:
    inferred = "" if asked.days.inferring else ", without inference"
    revision = f"{asked.reference}, revision {asked.revision.number}"
    return f"Entente register of defence agreements, {revision}, as of {day_in_words(asked.days.on)}{inferred}. {asked.site}/"
