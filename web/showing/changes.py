"""What the register learnt since a day, and what happened in the world since then."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from catalogue.changes import begun, count_learnt, happened, learnt
from catalogue.figures import by_party
from catalogue.models import Happening, Period
from treaty.document.clauses import clause
from treaty.document.wording import day_in_words
from treaty.law.reckoning import DayRange
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.kinds import AgreementKind
from web.changes import Asked
from web.showing.asked import parameters_of
from web.showing.badge import Badge, badge
from web.showing.days import DayControl, Days, day_control
from web.showing.filtering import Option, Select
from web.showing.learning import Lesson, lesson
from web.showing.lifting import Chip, filters
from web.showing.links import Link, page
from web.showing.sentence import sentence
from web.showing.words import counted, first_down, first_up

SHOWN = 50  # so much of the world stands on the page; the list of agreements has all


@dataclass(frozen=True)
class Day:
    """What was learnt on one day, the last first."""

    label: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class News:
    """Something that happened, or a standing that began, under the day as far as it is known."""

    when: str
    first: date
    what: str
    title: str
    reference: str
    href: str
    badge: Badge | None
    inferred: bool


@dataclass(frozen=True)
class ChangesPage:
    room = "changes"
    days: DayControl
    sentence: str
    count: str
    days_learnt: tuple[Day, ...]
    events: tuple[News, ...]
    standings: tuple[News, ...]
    all_events: Link | None
    more_standings: bool
    since: str
    latest: str
    selects: tuple[Select, ...]
    kept: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...]
    lift_all: str
    next: str
    beginning: str
    elsewhere: tuple[Link, ...]
    feed: str
    rescue: Link | None


def parameters(asked: Asked, *, today: date) -> dict[str, str]:
    """The parameters that ask the same again, from the beginning."""
    usual = parameters_of(asked.question, today=today)
    return {name: value for name, value in usual.items() if value} | {"since": "" if asked.is_usual else asked.since.isoformat()}


def changes_page(asked: Asked, names: Mapping[str, str], *, today: date) -> ChangesPage:
    """The page. Eight queries, and those of the question's own words."""
    question, kept, days = asked.question, parameters(asked, today=today), _days(asked, today)
    stretch = learnt(question, since=asked.since, cursor=question.cursor)
    lessons = [lesson(one, names, days.two_days) for one in stretch.learnt]
    events, standings = _world(asked, days)
    whole = not question.cursor and not stretch.next_cursor
    return ChangesPage(
        days=day_control(page("changes"), days, belongs_to="ask", kept=kept),
        sentence=_sentence(asked, names, today),
        count=counted(len(lessons) if whole else count_learnt(question, since=asked.since), "revision"),
        days_learnt=tuple(Day(label, tuple(group)) for label, group in groupby(lessons, key=lambda one: one.day)),
        events=events[:SHOWN],
        standings=standings[:SHOWN],
        all_events=Link("All agreements with such an event", _listed(asked, kept)) if events else None,
        more_standings=len(standings) > SHOWN,
        since=asked.since.isoformat(),
        latest=today.isoformat(),
        selects=(_parties(asked, names), _kinds(asked)),
        kept=tuple((name, value) for name, value in kept.items() if value and name not in ("party", "kind", "since", *days.two_days)),
        chips=tuple(_chips(asked, names, kept, today)),
        lift_all=page("changes"),
        next=page("changes", **kept, cursor=stretch.next_cursor) if stretch.next_cursor else "",
        beginning=page("changes", **kept) if question.cursor else "",
        elsewhere=(
            Link("Atom", page("changes_feed", **kept), "A feed of what the register learns"),
            Link("JSON", page("changes_data", **kept, cursor=question.cursor), "The page as data"),
        ),
        feed=page("changes_feed", **kept),
        rescue=None if lessons else Link("Look back further", page("changes", **{**kept, "since": "2000-01-01"})),
    )


def _sentence(asked: Asked, names: Mapping[str, str], today: date) -> str:
    said = f"What the register learnt, and what happened in the world, since {day_in_words(asked.since)}"
    narrowed = filters(asked.question, names, today=today)
    return f"{said}: {first_down(sentence(asked.question, names, today=today))}" if narrowed else said


def _days(asked: Asked, today: date) -> Days:
    return Days(asked.question.on, asked.question.as_known, today)


def _world(asked: Asked, days: Days) -> tuple[tuple[News, ...], tuple[News, ...]]:
    """What happened, and the standings that began. Two queries."""
    events = happened(asked.question, since=asked.since, limit=SHOWN)
    standings = begun(asked.question, since=asked.since, limit=SHOWN)
    return tuple(_event(one, days) for one in events), tuple(_standing(one, days) for one in standings)


def _event(one: Happening, on: Days) -> News:
    party = one.party.name if one.party else None
    days = DayRange.between(one.first, one.last) if one.first and one.last else None
    when = first_up(days.words.removeprefix("on ").removeprefix("in ")) if days else ""
    what = clause(one.kind, party, None, awaited=False)
    return _news(when, one.first or date.min, what, one, None, False, on)


def _standing(one: Period, on: Days) -> News:
    return _news(day_in_words(one.since), one.begins, one.standing.label, one, badge(one.standing), one.basis is Basis.INFERRED, on)


def _news(when: str, first: date, what: str, one: Happening | Period, shown: Badge | None, inferred: bool, on: Days) -> News:
    entry = one.entry
    return News(
        when, first, what.rstrip(", "), entry.title, entry.reference, page("agreement", entry.reference, **on.two_days), shown, inferred
    )


def _listed(asked: Asked, kept: Mapping[str, str]) -> str:
    own = {name: value for name, value in kept.items() if name != "since"}
    return page("agreements", **own, event_from=asked.since.isoformat())


def _parties(asked: Asked, names: Mapping[str, str]) -> Select:
    question = asked.question
    codes = sorted({*by_party(on=question.on), *question.parties}, key=lambda code: names.get(code, code).casefold())
    chosen = next(iter(question.parties), "")
    return Select("party", "party", "Party", "Any party", tuple(Option(code, names.get(code, code), code == chosen) for code in codes))


def _kinds(asked: Asked) -> Select:
    chosen = next(iter(asked.question.kinds), None)
    kinds = sorted(AgreementKind, key=lambda kind: kind.label.casefold())
    return Select("kind", "kind", "Kind", "Any kind", tuple(Option(kind.value, kind.label, kind is chosen) for kind in kinds))


def _chips(asked: Asked, names: Mapping[str, str], kept: Mapping[str, str], today: date) -> Iterator[Chip]:
    for one in filters(asked.question, names, today=today):
        others = {name: value for name, value in parameters_of(one.without, today=today).items() if value}
        yield Chip(one.label, one.value, page("changes", **{**others, "since": kept["since"]}))
    if not asked.is_usual:
        yield Chip("Since", day_in_words(asked.since), page("changes", **{**kept, "since": ""}))


def changes_said(asked: Asked, names: Mapping[str, str], *, today: date, site: str) -> dict[str, object]:
    """The page as data."""
    root, kept = site.rstrip("/"), parameters(asked, today=today)
    stretch = learnt(asked.question, since=asked.since, cursor=asked.question.cursor)
    days = _days(asked, today)
    events, standings = _world(asked, days)
    following = page("changes_data", **kept, cursor=stretch.next_cursor) if stretch.next_cursor else ""
    return {
        "question": _sentence(asked, names, today),
        "since": asked.since.isoformat(),
        "learnt": [_said(lesson(one, names, days.two_days), root) for one in stretch.learnt],
        "next": root + following if following else None,
        "happened": list(_told(events[:SHOWN], root)),
        "standings_begun": list(_told(standings[:SHOWN], root)),
    }


def _said(one: Lesson, root: str) -> dict[str, object]:
    return {
        "what": one.what,
        "agreement": one.reference,
        "revision": one.number,
        "title": one.title,
        "published_at": one.at.isoformat().replace("+00:00", "Z"),
        "note": one.note,
        "changes": one.sentences,
        "merged_into": one.into or None,
        "url": root + one.href,
    }


def _told(news: Iterable[News], root: str) -> Iterator[dict[str, object]]:
    for one in news:
        yield {
            "agreement": one.reference,
            "title": one.title,
            "what": one.what,
            "when": one.when,
            "first": one.first.isoformat(),
            "url": root + one.href,
        }
