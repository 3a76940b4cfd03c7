"""How long agreements last, read by eye from the key terms of the starting list, one by one.

Only what the words state beyond doubt is coded; the words themselves stand in the duration's note.
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

TERMS: Mapping[str, Clauses] = {
    # "Art. 13: any party may withdraw one year after notice once the treaty has been in force 20 years"
    "nato-1949": leaving("after_minimum", minimum_months=240, effect_months=12, articles=("13",)),
    # "Art. 25: in force indefinitely; denunciation effective two years after receipt"
    "tiar-1947": indefinite("25") | leaving("any_time", effect_months=24, articles=("25",)),
    # "50-year initial term (ATOP LENGTH=600 months)"
    "brussels-1948": fixed(600),
    # "50-year term"
    "dunkirk-1947": fixed(600),
    # "Indefinite; withdrawal one year after notice"
    "anzus-1951": indefinite() | ANY_YEAR,
    "manila-1954": indefinite() | ANY_YEAR,
    # "Indefinite; terminable on one year notice"
    "us-phl-mdt-1951": indefinite() | ANY_YEAR,
    "us-kor-mdt-1953": indefinite() | ANY_YEAR,
    "us-roc-mdt-1954": indefinite() | ANY_YEAR,
    # "After 10 years either party may give one-year notice"
    "us-jpn-1960": leaving("after_minimum", minimum_months=120, effect_months=12),
    # "5-year term, renewed for 5-year periods": whether tacitly is not said
    "baghdad-1955": fixed(60),
    # "20 years, extended 10 years unless denounced one year before expiry"
    "warsaw-1955": fixed(240) | tacit(120) | YEAR_BEFORE_END,
    # "30 years, tacit 5-year extension unless denounced one year before expiry"; note: "term runs from entry into force, not signature"
    "sino-soviet-1950": fixed(360, counted_from="entry_into_force") | tacit(60) | YEAR_BEFORE_END,
    # "10 years, tacit renewal 5 years"
    "ussr-prk-1961": fixed(120) | tacit(60),
    # "Art. VII: remains in force until amendment or termination is agreed (ATOP SPECLGTH=3, PROREN=0)"; SPECLGTH 3 is indefinite
    "prc-prk-1961": indefinite("VII", condition="Remains in force until amendment or termination is agreed."),
    # "20 years, tacit renewal 5 years"
    "ind-sun-1971": fixed(240) | tacit(60),
    # "25 years, tacit renewal"
    "sun-vnm-1978": fixed(300) | tacit(),
    # "10 years, tacit renewal"
    "fin-sun-1948": fixed(120) | tacit(),
    "rus-prk-2000": fixed(120) | tacit(),
    # "10-year term, then withdrawal on one year notice"
    "arab-jd-1950": fixed(120) | leaving("after_minimum", minimum_months=120, effect_months=12),
    # "5 years, extended by Protocol of 2 April 1999"
    "cst-1992": fixed(60),
    # "10 years, tacit renewal 10 years (ATOP LENGTH=120, RENEWLGT=120)"
    "aze-tur-2010": fixed(120) | tacit(120),
    # "Indefinite"; source: "Art. 22: enters into force on exchange of ratifications"
    "rus-prk-2024": indefinite() | {"entry_into_force": {"kind": "exchange_of_instruments", "articles": ("22",)}},
    # "20 years with renewal": of what kind is not said
    "rus-irn-2025": fixed(240),
    # "Art. XIX: denunciation one year after notice"
    "nato-sofa-1951": leaving("any_time", effect_months=12, articles=("XIX",)),
    # "Initial 50 years, then 20 years unless terminated"
    "biot-1966": fixed(600) | tacit(240),
    # "Ten years; ends if Ukraine joins NATO"
    "uk-ukr-2024": fixed(120, condition="Ends if Ukraine joins NATO."),
    # "100 years; companion Political Declaration is not legally binding"
    "uk-ukr-2025": fixed(1200),
    # "10-year term, renewed 1968, 1973, 1975, 1980, 1981, 1986, 1991, 1996, 2000"
    "norad-1958": fixed(120),
    # "Indefinite, review every four years"
    "norad-2006": indefinite(),
    # "8 years, then yearly tacit extension"
    "us-esp-1988": fixed(96) | tacit(12),
    # "8 years, then yearly; …": whether tacitly is not said
    "us-grc-1990": fixed(96),
    # "Initial 10 years, continues unless terminated on one year notice"
    "us-bgr-2006": fixed(120) | tacit(),
    "us-phl-edca-2014": fixed(120) | tacit(),
    # "25 years initial term"
    "us-aus-fpa-2014": fixed(300),
    # "15 years"
    "us-png-2023": fixed(180),
    # "Terminable 180 days after written notice"
    "us-phl-vfa-1998": leaving("any_time", effect_days=180),
    # "In force 30th day after exchange of notes of 12 Aug 2025"
    "jpn-phl-raa-2024": {"entry_into_force": {"kind": "exchange_of_instruments", "delay_days": 30, "condition": "Exchange of notes."}},
    # "Art. 21: one year, automatically extended annually unless notice 90 days in advance; CMI stays protected after termination"
    "jpn-kor-gsomia-2016": {
        "term": {"kind": "fixed", "months": 12, "articles": ("21",)},
        "renewal": {"kind": "tacit", "months": 12, "articles": ("21",)},
        "notice": {"anchor": "before_end_of_term", "days": 90, "articles": ("21",)},
        "survival": "Classified military information stays protected after termination.",
    },
    # "2019: KRW 1038.9 bn; one-year duration"
    "us-kor-sma-10": fixed(12),
    # "2021: …; 2022-2025 escalator …"; note: "11th SMA period ran to the end of 2025"
    "us-kor-sma-11": {"applications": ({"what": "Cost-sharing payments", "begins": "2021", "ends": "2026"},)},
    # "… period 2026-2030"; note: "in-force interval is not application period"
    "us-kor-sma-12": {"applications": ({"what": "Cost-sharing payments", "begins": "2026", "ends": "2031"},)},
    # "Five years; …"
    "us-jpn-sma-2011": fixed(60),
    # "FY2022-FY2026; runs to 2027-03-31"
    "us-jpn-sma-2022": {"term": {"kind": "until_date", "until": "2027-03-31"}},
    # "10 years"
    "us-ind-comcasa-2018": fixed(120),
    # "Expires 2075-12-31; withdrawal on at least one year notice; Art. XIII(A): in force on last note"
    "aukus-nnpa-2024": {
        "term": {"kind": "until_date", "until": "2075-12-31"},
        "notice": {"anchor": "any_time", "effect_months": 12},
        "entry_into_force": {"kind": "last_notification", "articles": ("XIII(A)",)},
    },
    # "50 years"
    "aus-gbr-geelong-2025": fixed(600),
    # "To the end of 2024 and beyond, unless terminated on two years notice": no end is set
    "us-afg-bsa-2014": leaving("any_time", effect_months=24),
}
NOT_CODED = {
    "uk-mus-chagos-2025": "“99-year initial period for Diego Garcia” is the period of one part of it.",
    "us-nor-2021": "The key terms speak of agreed areas, not of the term.",
}
"""Key terms that say nothing certain on the agreement's own life; they stand in the note."""


def duration_of(row_id: str, key_terms: str, evidence: Evidence) -> Duration | None:
    """The duration of one row; None where its key terms say nothing. Raises KeyError for terms that nobody has read."""
    if not key_terms:
        return None
    said = {} if row_id in NOT_CODED else TERMS[row_id]
    note = f"Key terms in the starting list: {key_terms}"
    return Duration.model_validate({**said, "note": note, "evidence": (evidence,)})
