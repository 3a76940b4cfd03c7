"""Every component of the pages, with the hard cases: all standings, long titles, other scripts, very many parties."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from catalogue.facets import Tally
from catalogue.words.passages import Piece
from parties.models import Party
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.vocabulary.deadlines import DeadlineKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.standing import PartyStanding, Standing
from web.showing.aligning import Cell, Line, line
from web.showing.badge import Badge, badge
from web.showing.bound import bound_parties
from web.showing.covering import Share
from web.showing.days import DayControl, Days, day_control
from web.showing.facetting import Facet, Value
from web.showing.filtering import Option, Select
from web.showing.happenings import Crowd, Happening, gathered, happenings
from web.showing.home import Bar
from web.showing.learning import Lesson
from web.showing.lifting import Chip
from web.showing.links import Link, ShownTerm, page, shown_term
from web.showing.outstanding import Waiting
from web.showing.participants import PartyTable, party_table
from web.showing.prospects import Line as Deadline
from web.showing.provisions import ShownProvision, provisions
from web.showing.revisions import ShownRevision
from web.showing.rivals import Dispute, disputes
from web.showing.rows import Row, few
from web.showing.styleguide_drawings import Drawings, drawings
from web.showing.texts import ShownText, texts
from web.showing.timeline import Drawing, timeline

ON = date(2026, 1, 1)
LONG = ("Exchange of Notes constituting an Agreement concerning the Continued Application, with Amendments and Reservations, "
        "of the Arrangements for the Use of Certain Facilities and Areas by Visiting Forces and their Civilian Components ")  # fmt: skip
TITLES = (
    "Security Treaty between Japan and the United States",
    (LONG * 3)[:500].strip(),
    "日本国とアメリカ合衆国との間の相互協力及び安全保障条約",
    "معاهدة الدفاع المشترك والتعاون الاقتصادي بين دول الجامعة العربية",
    "Rahmenabkommenüberdieverteidigungspolitischezusammenarbeitohneleerzeichen" * 3,
)
SAMPLE = {
    "title": TITLES[0],
    "participations": [{"party": "JPN"}, {"party": "USA"}],
    "sources": [
        {"id": "s1", "kind": "official_gazette", "title": "The gazette", "url": "https://example.org/gazette"},
        {"id": "s2", "kind": "press", "title": "A newspaper"},
    ],
    "events": [
        {"id": "e1", "kind": "signature", "date": "1951-09-08", "evidence": [
            {"source": "s1", "locator": {"article": "V"}, "quote": "Done at San Francisco.", "verified": True}]},
        {"id": "e2", "kind": "entry_into_force", "date": "1952-04-28", "evidence": [{"source": "s2"}]},
        {"id": "e3", "kind": "entry_into_force", "date": "1952-05", "weight": "rival", "note": "One says May.",
         "evidence": [{"source": "s2"}]},
        {"id": "e4", "kind": "termination", "date": "1960", "evidence": []},
        {"id": "e5", "kind": "ratification", "party": "JPN", "occurrence": "awaited", "evidence": [{"source": "s2"}]},
    ],
    "provisions": [
        {"id": "p1", "kind": "logistics", "articles": ["III"], "strength": "shall", "reciprocity": "mutual", "obligors": ["JPN", "USA"],
         "beneficiaries": ["JPN", "USA"], "quote": "Each Party shall provide support.", "evidence": [{"source": "s1", "verified": True}],
         "terms": {"categories": ["fuel"], "settlement_days": 60, "tax_free": True},
         "gaps": [{"attribute": "pricing", "missing": "not_disclosed"}]},
        {"id": "p2", "kind": "nuclear", "state": "not_disclosed"},
    ],
    "texts": [{"id": "t1", "language": "ja", "authentic": True, "url": "https://example.org/text"}],
}  # fmt: skip


@dataclass(frozen=True)
class StylePage:
    room = "styleguide"
    badges: tuple[Badge, ...]
    terms: tuple[ShownTerm, ...]
    rows: tuple[Row, ...]
    facet: Facet
    chips: tuple[Chip, ...]
    select: Select
    bars: tuple[Bar, ...]
    drawings: tuple[Drawing, ...]
    happenings: tuple[Happening | Crowd, ...]
    provisions: tuple[ShownProvision, ...]
    parties: PartyTable
    very_many: PartyTable
    deadlines: tuple[Deadline, ...]
    waiting: Waiting
    lessons: tuple[Lesson, ...]
    revisions: tuple[ShownRevision, ...]
    compared: tuple[Line, ...]
    shares: tuple[Share, ...]
    continued: Link
    other_days: DayControl
    days: DayControl
    disputes: tuple[Dispute, ...]
    texts: tuple[ShownText, ...]
    drawn: Drawings


def style_page(asked: Days) -> StylePage:
    """The page. One query, for the names of the parties."""
    names = dict(Party.objects.order_by("code").values_list("code", "name"))
    days = Days(date(1955, 1, 1), None, asked.today)
    sample, crowd = Document.model_validate(SAMPLE), _crowd(list(names))
    return StylePage(
        badges=_badges(),
        terms=tuple(term for kind in list(AgreementKind)[:5] if (term := shown_term(kind, {}))),
        rows=tuple(_row(place, title) for place, title in enumerate(TITLES)),
        facet=_facet({kind.value: 40 - place for place, kind in enumerate(list(AgreementKind)[:12])}),
        chips=(Chip("Party", "Japan", "#chips"), Chip("Words", LONG[:120], "#chips")),
        select=Select("sample", "sample", "Party", "Any party", (Option("JPN", "Japan", True), Option("USA", LONG[:90]))),
        bars=tuple(Bar(term.label, term.definition, str(10 - place), f"{100 - 10 * place}", "plain", "#bars")
                   for place, term in enumerate(Standing)),
        drawings=timeline(sample, names, days, ()),
        happenings=(*gathered(happenings(sample, names, {})), *gathered(happenings(crowd, names, {}))),
        provisions=provisions(sample, names, {}),
        parties=party_table(sample, names, bound_parties(sample, names, days), {}),
        very_many=party_table(crowd, names, bound_parties(crowd, names, days), {}),
        deadlines=tuple(_deadline(place, title) for place, title in enumerate(TITLES[:4])),
        waiting=Waiting("E0001", TITLES[1], "#waiting", badge(Standing.IN_FORCE, PartialDay("1969")), few(list(names.values())),
                        tuple(Link(name, page("party", code), "signed in 1969") for code, name in list(names.items())[:40]), (), True),
        lessons=tuple(_lesson(what, verb) for what, verb in (("recorded", "First recorded"), ("revised", "Revised"),
                                                             ("retracted", "Retracted"), ("merged", "Merged"))),
        revisions=(ShownRevision(2, "#revisions", ON, "", "1 January 2026, 12:00 UTC", "Published", False, "A note", "0" * 64),
                   ShownRevision(1, "#revisions", ON, "1 January 2025", "1 January 2025, 12:00 UTC", "Published", False, "", "f" * 64)),
        compared=(line("Kind", [Cell("Logistics"), Cell("Basing")]), line("Form", [Cell("Treaty"), Cell("Treaty")]),
                  line("Term", [Cell("Not coded", False), Cell("10 years")])),
        shares=(Share("Official gazette", "A publication.", "25", "8 %", "8"), Share("All", LONG, "320", "100 %", "100")),
        continued=Link("E0002", "#continued"),
        other_days=day_control(page("styleguide"), Days(ON, ON, asked.today)),
        days=day_control(page("styleguide"), asked, unmoved="The components look the same on every day."),
        disputes=disputes(sample, names, {}),
        texts=texts(sample, {}),
        drawn=drawings(TITLES),
    )  # fmt: skip


def _badges() -> tuple[Badge, ...]:
    """Of every standing of an agreement, and of those of a party that look otherwise."""
    of_parties = tuple(Badge(one.value.replace("_", "-"), one.label) for one in PartyStanding)
    return (*(badge(one, PartialDay("1952-04-28")) for one in Standing), badge(None), *of_parties)


def _row(place: int, title: str) -> Row:
    facts = ("Mutual defence", "Japan and United States", "signed 8 September 1951", f"E000{place + 1}")
    hints = ("title made by the register", "standing inferred") if place == 1 else ()
    passage = (Piece("… shall consult on "), Piece("mutual defence", hit=True), Piece(" from time to time …")) if place == 0 else ()
    return Row(f"E000{place + 1}", "#rows", title, badge(list(Standing)[place + 1], PartialDay("1952")), facts, hints, passage)


def _facet(tally: Tally) -> Facet:
    values = [Value(f"sample-{value}", AgreementKind(value).label, AgreementKind(value).definition, str(count), "#facet", place == 0)
              for place, (value, count) in enumerate(tally.items())]  # fmt: skip
    return Facet("sample-kind", "Kind", tuple(values[:7]), tuple(values[7:]), True)


def _crowd(codes: list[str]) -> Document:
    """An agreement with 196 parties, thirty of which consented to it, each on a day of its own."""
    acts = [{"id": f"c{place}", "kind": "ratification", "date": f"1952-01-{place:02d}", "party": code, "evidence": [{"source": "s1"}]}
            for place, code in enumerate(codes[:30], 1)]  # fmt: skip
    parties, sources = [{"party": code} for code in codes[:196]], SAMPLE["sources"]
    return Document.model_validate({"title": TITLES[0], "participations": parties, "events": acts, "sources": sources})


def _deadline(place: int, title: str) -> Deadline:
    kind = list(DeadlineKind)[place]
    party = Link("Japan", "#deadlines") if place == 1 else None
    when = ("23 June 2027", "March 2027", "2028", "Between 30 June 2027 and 29 June 2028")[place]
    return Deadline(kind=shown_term(kind, {}), value=kind.value, when=when, first=ON, last=ON, day="2027", sentence=kind.definition,
                    title=title, reference="E0001", href="#deadlines", party=party, party_code="",
                    inferred=place % 2 == 0, learnt="")  # fmt: skip


def _lesson(what: str, verb: str) -> Lesson:
    sentences = (
        ("Kind changed from nothing to logistics.", f"Title changed from “{TITLES[0]}” to “{TITLES[2]}”.") if what == "revised" else ()
    )
    return Lesson(what=what, verb=verb, title=TITLES[3] if what == "merged" else TITLES[0], reference="E0001", number=2, href="#lessons",
                  revision_href="#lessons", at=datetime(2026, 1, 1, 12, tzinfo=UTC), moment="12:00 UTC", day="1 January 2026",
                  note="Entered twice." if what == "retracted" else "", sentences=sentences, left_off="and 3 more" * bool(sentences),
                  into="E0002" if what == "merged" else "", into_href="#lessons" if what == "merged" else "")  # fmt: skip
