"""The calendar of deadlines: what ends, renews or falls due, month by month, and who still has to act."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from catalogue.asking import ask
from catalogue.figures import by_party
from catalogue.looking_ahead import Asked
from catalogue.prospects import prospects_of, yet_to_act
from catalogue.question import Question
from treaty.document.wording import day_in_words
from treaty.vocabulary.deadlines import DeadlineKind
from web.showing.asked import parameters_of
from web.showing.days import DayControl, Days, day_control
from web.showing.facetting import Facet, Value
from web.showing.filtering import Option, Select
from web.showing.home import Bar
from web.showing.lifting import Chip, filters
from web.showing.links import Link, page
from web.showing.outstanding import Waiting, waiting
from web.showing.prospects import Line, Month, by_month, lines_of
from web.showing.sentence import sentence
from web.showing.words import counted, first_down, number

SHOWN = 500  # so many lines stand on one page; the data and the calendar file hold all


@dataclass(frozen=True)
class CalendarPage:
    room = "deadlines"
    sentence: str
    note: str
    count: str
    months: tuple[Month, ...]
    bars: tuple[Bar, ...]
    facet: Facet | None
    chips: tuple[Chip, ...]
    lift_all: str
    parties: Select
    until: str
    kept: tuple[tuple[str, str], ...]
    days: DayControl
    elsewhere: tuple[Link, ...]
    left_off: str
    in_force: tuple[Waiting, ...]
    awaiting: tuple[Waiting, ...]
    waiting_count: str
    rescue: Link | None


@dataclass(frozen=True)
class Calendar:
    """All that is asked for, before any of it is laid out. `kinds` counts each kind, whichever are asked for."""

    sentence: str
    lines: tuple[Line, ...]
    kinds: Mapping[str, int]
    outstanding: tuple[Waiting, ...]


def calendar(asked: Asked, names: Mapping[str, str], *, today: date) -> Calendar:
    """The answer. Four queries, and those of the question's own words and organisations."""
    question = asked.question
    days = Days(question.on, question.as_known, today, question.inferring)
    entries = ask(question).entries.values("pk")
    lines = lines_of(prospects_of(entries, question, until=asked.until), days)
    return Calendar(
        sentence=_sentence(asked, names, today),
        lines=tuple(line for line in lines if not asked.kinds or line.value in asked.kinds),
        kinds=Counter(line.value for line in lines),
        outstanding=waiting(yet_to_act(entries, question), days) if _wants_consents(asked) else (),
    )


def _wants_consents(asked: Asked) -> bool:
    return not asked.kinds or DeadlineKind.CONSENT_OUTSTANDING in asked.kinds


def _sentence(asked: Asked, names: Mapping[str, str], today: date) -> str:
    """ "What ends, renews or falls due from 22 November 2026 to 22 November 2028, under agreements to which Japan is a party …"."""
    said = f"What ends, renews or falls due from {day_in_words(asked.question.on)} to {day_in_words(asked.until)}"
    narrows = any(parameters_of(asked.question, today=asked.question.on).values())
    return f"{said}, under {first_down(sentence(asked.question, names, today=today))}" if narrows else said


def parameters(asked: Asked, *, today: date) -> dict[str, str]:
    """The parameters that ask the same again."""
    usual = parameters_of(asked.question, today=today)
    usual = {name: value for name, value in usual.items() if name not in ("order", "limit")}
    return {**usual, "deadline": ",".join(asked.kinds), "until": "" if asked.is_usual else asked.until.isoformat()}


def calendar_page(asked: Asked, names: Mapping[str, str], *, today: date) -> CalendarPage:
    found = calendar(asked, names, today=today)
    question, kept = asked.question, parameters(asked, today=today)
    lines = found.lines[:SHOWN]
    months = by_month(lines)
    left_off = len(found.lines) - len(lines)
    in_force = tuple(one for one in found.outstanding if one.in_force)
    return CalendarPage(
        sentence=found.sentence,
        note="" if asked.kinds else "Each as seen from that day; what nobody has coded has no deadline here.",
        count=counted(len(found.lines), "deadline"),
        months=months,
        bars=tuple(_bars(months)),
        facet=_facet(found.kinds, asked, kept),
        chips=tuple(_chips(asked, names, kept, today)),
        lift_all=page("deadlines"),
        parties=_parties(question, names, by_party(on=question.on)),
        until=asked.until.isoformat(),
        kept=tuple(_unasked(kept)),
        days=day_control(page("deadlines"), Days(question.on, question.as_known, today), belongs_to="ask"),
        elsewhere=(
            Link("iCalendar", page("deadlines_calendar", **kept), "A calendar to subscribe to"),
            Link("JSON", page("deadlines_data", **kept), "Every line as data"),
            Link("the agreements", page("agreements", **_listed(asked, kept)), "The list of agreements that have one of these deadlines"),
        ),
        left_off=f"The first {number(SHOWN)} are shown, and {number(left_off)} are not: give an earlier day, or a party."
        if left_off
        else "",
        in_force=in_force,
        awaiting=tuple(one for one in found.outstanding if not one.in_force),
        waiting_count=counted(len(found.outstanding), "agreement"),
        rescue=None if lines else _farther(asked, kept),
    )


def _unasked(kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the form does not ask for and carries along; of several parties it asks for the first."""
    yield from ((name, value) for name, value in kept.items() if value and name not in ("party", "until", "as_of", "as_known"))
    yield from (("party", code) for code in kept["party"].split(",")[1:])


def _listed(asked: Asked, kept: Mapping[str, str]) -> dict[str, str]:
    """The list's own parameters for the same agreements."""
    return {
        **{name: value for name, value in kept.items() if name not in ("deadline", "until")},
        "deadline_before": asked.until.isoformat(),
    }


def _farther(asked: Asked, kept: Mapping[str, str]) -> Link | None:
    """Where nothing is found: ten years ahead."""
    later = date(min(asked.until.year + 10, 9998), 12, 31)
    return Link(f"Look ahead to {day_in_words(later)}", page("deadlines", **{**kept, "until": later.isoformat()}))


def _bars(months: tuple[Month, ...]) -> Iterator[Bar]:
    most = max((len(month.lines) for month in months), default=0)
    for month in months:
        length = f"{max(2.0, 100 * len(month.lines) / most):.1f}"
        yield Bar(month.label, "", number(len(month.lines)), length, "plain", f"#{month.id}")


def _facet(kinds: Mapping[str, int], asked: Asked, kept: Mapping[str, str]) -> Facet | None:
    """The kinds of deadline with how many of each there are, whichever are chosen."""
    values = []
    for kind in DeadlineKind:
        chosen = kind in asked.kinds
        if not kinds.get(kind.value) and not chosen:
            continue
        others = [one.value for one in asked.kinds if one is not kind]
        href = page("deadlines", **{**kept, "deadline": ",".join(others if chosen else [*others, kind.value])})
        values.append(Value(f"facet-deadline-{kind.value}", kind.label, kind.definition, number(kinds.get(kind.value, 0)), href, chosen))
    return Facet("deadline", "Kind of deadline", tuple(values), (), bool(asked.kinds)) if values else None


def _chips(asked: Asked, names: Mapping[str, str], kept: Mapping[str, str], today: date) -> Iterator[Chip]:
    own = {name: kept[name] for name in ("deadline", "until")}
    for one in filters(asked.question, names, today=today):
        others = {name: value for name, value in parameters_of(one.without, today=today).items() if name not in ("order", "limit")}
        yield Chip(one.label, one.value, page("deadlines", **{**others, **own}))
    for kind in asked.kinds:
        left = ",".join(other.value for other in asked.kinds if other is not kind)
        yield Chip("Deadline", kind.label, page("deadlines", **{**kept, "deadline": left}))
    if not asked.is_usual:
        yield Chip("Until", day_in_words(asked.until), page("deadlines", **{**kept, "until": ""}))


def _parties(question: Question, names: Mapping[str, str], offered: Mapping[str, int]) -> Select:
    codes = sorted({*offered, *question.parties}, key=lambda code: names.get(code, code).casefold())
    chosen = next(iter(question.parties), "")
    return Select("party", "party", "Party", "Any party", tuple(Option(code, names.get(code, code), code == chosen) for code in codes))


def calendar_said(asked: Asked, names: Mapping[str, str], *, today: date, site: str) -> dict[str, object]:
    """The page as data: every deadline, and every agreement for which some still have to act."""
    found = calendar(asked, names, today=today)
    root = site.rstrip("/")
    return {
        "question": found.sentence,
        "as_of": asked.question.on.isoformat(),
        "as_known": asked.question.as_known.isoformat() if asked.question.as_known else None,
        "until": asked.until.isoformat(),
        "deadlines": [_said(line, root) for line in found.lines],
        "consents_outstanding": [
            {"agreement": one.reference, "title": one.title, "url": root + one.href, "in_force": one.in_force, "parties": one.codes}
            for one in found.outstanding
        ],
    }


def _said(line: Line, root: str) -> dict[str, object]:
    return {
        "agreement": line.reference,
        "title": line.title,
        "kind": line.value,
        "party": line.party_code or None,
        "day": line.day,
        "first": line.first.isoformat(),
        "last": line.last.isoformat(),
        "basis": "inferred" if line.inferred else "declared",
        "sentence": line.sentence,
        "url": root + line.href,
    }
