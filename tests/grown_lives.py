"""Generated lives: a few parties, events of every kind on days known or not, and clauses of every shape.

Like tests/strategies.py, Hypothesis draws a number and the life grows from it: the law is tried on many in little time.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.factories import event, pact
from treaty.document.document import Document
from treaty.law.inference import BY_ID
from treaty.vocabulary.events import EventKind, EventScope

CODES = ("FRA", "GBR", "USA")
START = date(1950, 1, 1)
DAYS = 3000
KINDS = tuple(EventKind)
CLAUSES: tuple[dict[str, Any] | None, ...] = (
    None,
    {"notice": {"anchor": "any_time", "effect_months": 12}},
    {"notice": {"anchor": "after_minimum", "months": 6, "minimum_months": 24}},
    {"entry_into_force": {"kind": "nth_deposit", "count": 2, "delay_days": 30}},
    {"entry_into_force": {"kind": "nth_deposit", "share": "2/3"}, "term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "none"}},
    {"entry_into_force": {"kind": "on_date", "date": "1951-01"}, "term": {"kind": "until_date", "until": "1955"}},
    {"entry_into_force": {"kind": "last_notification"}, "term": {"kind": "fixed", "months": 24}, "renewal": {"kind": "express"}},
    {"entry_into_force": {"kind": "exchange_of_instruments", "delay_months": 1}, "survival": "Secrets are kept."},
    {
        "entry_into_force": {"kind": "on_signature"},
        "term": {"kind": "fixed", "months": 12, "counted_from": "signature"},
        "renewal": {"kind": "tacit", "months": 12, "times": 3},
        "notice": {"anchor": "before_end_of_term", "days": 90},
    },
)
RELATIONS = ("supersedes", "terminates", "conflicts_with")


def lives() -> st.SearchStrategy[Document]:
    """Lives whose events may be sure or rival, past or awaited, declared or inferred, dated to the day, month or year or not at all."""
    return st.integers(0, 2**48).map(lambda seed: a_life(Random(seed)))


def a_life(chance: Random) -> Document:
    """Two or three parties, of which one may have days of its own, and up to eight events."""
    codes = CODES[: chance.choice((2, 3, 3))]
    parts: list[dict[str, Any]] = [{"party": code} for code in codes]
    if chance.random() < 0.2:
        parts[-1] |= {
            "begins": "1953",
            "ends": chance.choice((None, "1956-07")),
            "role": chance.choice(("party", "successor", "withdrawn")),
        }
    events: list[dict[str, Any]] = []
    for number in range(chance.randint(0, 8)):
        events.append(happening(f"h{number}", chance, codes, answers=events))
    said: dict[str, Any] = {}
    if chance.random() < 0.15:
        relation = {"id": "r1", "kind": chance.choice(RELATIONS), "target_title": "Another", "inverse": chance.random() < 0.8}
        said["relations"] = [{**relation, "effective_date": chance.choice(("1954", "1956-03-01"))}]
    return pact(
        signed=chance.choice((None, "1950-01-01", "1950-01")),
        in_force=chance.choice((None, None, "1950-06-01", "1951")),
        participations=parts,
        duration=chance.choice(CLAUSES),
        laterality=chance.choice((None, None, "multilateral")),
        events=events,
        **said,
    )


def happening(
    key: str, chance: Random, codes: tuple[str, ...] = CODES, *, earliest: int = 0, answers: list[dict[str, Any]]
) -> dict[str, Any]:
    """An event of any kind, in a scope that it may have, none of whose days can lie before `earliest` days from the start.

    `answers` are the events that it may concern.
    """
    kind = chance.choice(KINDS)
    scope = chance.choice(sorted(kind.scopes))
    one, two = chance.sample(codes, 2)
    said: dict[str, Any] = {} if scope is EventScope.AGREEMENT else {"party": one}
    if scope is EventScope.PAIR:
        said["other_party"] = two
    if kind is EventKind.SUCCESSION and chance.random() < 0.7:
        said = {"party": one, "other_party": two}
    if answers and chance.random() < 0.4:
        said["concerns"] = [chance.choice(answers)["id"]]
    if chance.random() < 0.2:
        said["effective_date"] = day(chance, earliest)
    if kind in (EventKind.SUSPENSION, EventKind.EXTENSION, EventKind.NOTICE_TOLLED, EventKind.RENEWAL_EXPRESS) and chance.random() < 0.5:
        said["until"] = day(chance, earliest + 365)
    if chance.random() < 0.1:
        said |= {"basis": "inferred", "rule": chance.choice((*BY_ID, "a-rule-of-another-house"))}
    said["occurrence"] = chance.choice(("happened",) * 9 + ("awaited",))
    said["weight"] = chance.choice(("accepted",) * 9 + ("rival",))
    return event(key, kind, None if chance.random() < 0.05 else day(chance, earliest), **said)


def day(chance: Random, earliest: int) -> str:
    """A day, month or year that cannot lie before so many days from the start, mostly known to the day."""
    found = START + timedelta(days=chance.randint(earliest, max(earliest, DAYS)))
    precision = chance.choice((10, 10, 10, 7, 4))
    text = found.isoformat()[:precision]
    if precision < 10 and date.fromisoformat(f"{text}-01-01"[:10]) < START + timedelta(days=earliest):
        return found.isoformat()  # the month or year begins before
    return text + chance.choice(("", "", "", "?", "~"))
