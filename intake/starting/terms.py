"""How long agreements last, read by eye from the key terms of the starting list, one by one.

The table is by the words themselves: terms that are changed in the list have to be read again. Only what they state beyond
doubt is coded (with an empty reading where that is nothing), and the words stand in the duration's note.
"""

from collections.abc import Mapping
from typing import Any

from treaty.document.duration import Duration
from treaty.document.evidence import Evidence

Clauses = dict[str, Any]


def fixed(months: int, **more: Any) -> Clauses:
    return {"term": {"kind": "fixed", "months": months, **more}}


def indefinite(*articles: str, **more: Any) -> Clauses:
    return {"term": {"kind": "indefinite", "articles": articles, **more}}


def tacit(months: int | None = None) -> Clauses:
    return {"renewal": {"kind": "tacit", "months": months}}


def leaving(anchor: str, **said: Any) -> Clauses:
    return {"notice": {"anchor": anchor, **said}}


ANY_YEAR = leaving("any_time", effect_months=12)
YEAR_BEFORE_END = leaving("before_end_of_term", months=12)

READINGS: Mapping[str, Clauses] = {
    "Art. 13: any party may withdraw one year after notice once the treaty has been in force 20 years": leaving(
        "after_minimum", minimum_months=240, effect_months=12, articles=("13",)
    ),
    "Art. 25: in force indefinitely; denunciation effective two years after receipt": indefinite("25")
    | leaving("any_time", effect_months=24, articles=("25",)),
    "50-year initial term (ATOP LENGTH=600 months)": fixed(600),
    "50-year term": fixed(600),
    "Indefinite; withdrawal one year after notice": indefinite() | ANY_YEAR,
    "Indefinite; terminable on one year notice": indefinite() | ANY_YEAR,
    "After 10 years either party may give one-year notice": leaving("after_minimum", minimum_months=120, effect_months=12),
    # Whether it renews tacitly is not said here.
    "5-year term, renewed for 5-year periods": fixed(60),
    "20 years, extended 10 years unless denounced one year before expiry (ATOP LENGTH=240, RENEWLGT=120)": fixed(240)
    | tacit(120)
    | YEAR_BEFORE_END,
    "30 years, tacit 5-year extension unless denounced one year before expiry": fixed(360) | tacit(60) | YEAR_BEFORE_END,
    "10 years, tacit renewal 5 years": fixed(120) | tacit(60),
    # In the ATOP codebook, SPECLGTH 3 stands for an indefinite term.
    "Art. VII: remains in force until amendment or termination is agreed (ATOP SPECLGTH=3, PROREN=0)": indefinite(
        "VII", condition="Remains in force until amendment or termination is agreed."
    ),
    "20 years, tacit renewal 5 years": fixed(240) | tacit(60),
    "25 years, tacit renewal": fixed(300) | tacit(),
    "10 years, tacit renewal": fixed(120) | tacit(),
    "10-year term, then withdrawal on one year notice": fixed(120) | leaving("after_minimum", minimum_months=120, effect_months=12),
    "5 years, extended by Protocol of 2 April 1999": fixed(60),
    "10 years, tacit renewal 10 years (ATOP LENGTH=120, RENEWLGT=120)": fixed(120) | tacit(120),
    "Indefinite": indefinite(),
    # What kind of renewal is not said.
    "20 years with renewal": fixed(240),
    "Art. XIX: denunciation one year after notice": leaving("any_time", effect_months=12, articles=("XIX",)),
    "Initial 50 years, then 20 years unless terminated": fixed(600) | tacit(240),
    "Ten years; ends if Ukraine joins NATO": fixed(120, condition="Ends if Ukraine joins NATO."),
    "100 years; companion Political Declaration is not legally binding": fixed(1200),
    "10-year term, renewed 1968, 1973, 1975, 1980, 1981, 1986, 1991, 1996, 2000": fixed(120),
    "Indefinite, review every four years": indefinite(),
    "8 years, then yearly tacit extension": fixed(96) | tacit(12),
    # Whether it renews tacitly is not said here.
    "8 years, then yearly; amended 2019-10-05 and 2021-10-14": fixed(96),
    "Initial 10 years, continues unless terminated on one year notice": fixed(120) | tacit(),
    "Initial 10 years, continues automatically unless terminated on one year notice": fixed(120) | tacit(),
    "25 years initial term": fixed(300),
    "15 years": fixed(180),
    "Terminable 180 days after written notice": leaving("any_time", effect_days=180),
    "In force 30th day after exchange of notes of 12 Aug 2025": {
        "entry_into_force": {"kind": "exchange_of_instruments", "delay_days": 30, "condition": "Exchange of notes."}
    },
    "Art. 21: one year, automatically extended annually unless notice 90 days in advance; CMI stays protected after termination": {
        "term": {"kind": "fixed", "months": 12, "articles": ("21",)},
        "renewal": {"kind": "tacit", "months": 12, "articles": ("21",)},
        "notice": {"anchor": "before_end_of_term", "days": 90, "articles": ("21",)},
        "survival": "Classified military information stays protected after termination.",
    },
    # The year is that of the payments: by the same row it was in force from 5 April 2019 and expired on 31 December 2019.
    "2019: KRW 1038.9 bn; one-year duration": {
        "applications": ({"what": "Cost-sharing payments", "begins": "2019", "ends": "2020-01-01"},)
    },
    "2021: KRW 1183.3 bn (+13.9%); 2022-2025 escalator = ROK defence-budget growth": {
        "applications": ({"what": "Cost-sharing payments", "begins": "2021", "ends": "2026-01-01"},)
    },
    "2026: KRW 1519.2 bn (+8.3%); escalator CPI; cap 5 percent; period 2026-2030": {
        "applications": ({"what": "Cost-sharing payments", "begins": "2026", "ends": "2031-01-01"},)
    },
    "Five years; host-nation support held at FY2010 level, JPY 188.1 bn": fixed(60),
    "FY2022-FY2026; runs to 2027-03-31": {"term": {"kind": "until_date", "until": "2027-03-31"}},
    "10 years": fixed(120),
    "Expires 2075-12-31; withdrawal on at least one year notice; Art. XIII(A): in force on last note": {
        "term": {"kind": "until_date", "until": "2075-12-31"},
        "notice": {"anchor": "any_time", "effect_months": 12},
        "entry_into_force": {"kind": "last_notification", "articles": ("XIII(A)",)},
    },
    "50 years": fixed(600),
    # It sets no end.
    "To the end of 2024 and beyond, unless terminated on two years notice": leaving("any_time", effect_months=24),
    "99-year initial period for Diego Garcia": {},
    "Four agreed areas at signature; amending agreement Feb 2024 added eight (seen)": {},
}

ELSEWHERE: Mapping[str, Clauses] = {
    # Its note says that the “term runs from entry into force, not signature”.
    "sino-soviet-1950": fixed(360, counted_from="entry_into_force"),
    # Its source is cited with “Art. 22: enters into force on exchange of ratifications”.
    "rus-prk-2024": {"entry_into_force": {"kind": "exchange_of_instruments", "articles": ("22",)}},
}
"""What other cells of a row tell of its duration."""


def duration_of(row_id: str, key_terms: str, evidence: Evidence) -> Duration | None:
    """The duration that key terms state; None where there are none. Raises KeyError for terms that nobody has read."""
    if not key_terms:
        return None
    said = READINGS[key_terms] | ELSEWHERE.get(row_id, {})
    return Duration.model_validate({**said, "note": f"Key terms in the starting list: {key_terms}", "evidence": (evidence,)})
