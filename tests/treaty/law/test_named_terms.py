"""Named cases of the field: how agreements enter into force, last, renew, pay and end.

`seen` is a day that the starting register has verified in a source; `told` is one that nobody has verified, and its
evidence says so. Clauses are as the starting list gives them.
"""

from tests.lives import on, pair, period, seen, standing, told, treaty, with_events
from treaty.document.days import PartialDay
from treaty.law.applying import applications
from treaty.law.deadlines import deadlines
from treaty.law.doubts import doubts
from treaty.law.explaining import account
from treaty.law.inference import chosen
from treaty.law.standing import periods
from treaty.law.terms import term_on, terms
from treaty.vocabulary.standing import PairStanding, Standing

IN_FORCE, IN_NOTICE, ENDED = Standing.IN_FORCE, Standing.IN_NOTICE, Standing.ENDED


def test_atomal_1955_gives_way_to_atomal_1964_on_one_day() -> None:
    old = treaty(
        "Co-operation regarding Atomic Information, 1955",
        "GBR USA FRA",
        seen("signed", "signature", "1955-06-22"),
        seen("force", "entry_into_force", "1956-03-29"),
        seen("superseded", "supersession", "1965-03-12"),
    )
    new = treaty(
        "Co-operation regarding Atomic Information, 1964",
        "GBR USA FRA",
        seen("signed", "signature", "1964-06-18"),
        seen("force", "entry_into_force", "1965-03-12"),
    )

    for day, which in (("1965-03-11", old), ("1965-03-12", new)):
        assert [one for one in (old, new) if standing(one, day) is IN_FORCE] == [which]
    assert period(old, "1965-03-12").because.articles == ("VCLT art. 59",)


def test_norad_lives_through_nine_renewals_until_it_is_replaced() -> None:
    years = ("1968", "1973", "1975", "1980", "1981", "1986", "1991", "1996", "2000")
    norad = treaty(
        "North American Air Defence Command",
        "CAN USA",
        seen("signed", "signature", "1958-05-12"),
        told("force", "entry_into_force", "1958-05-12"),
        *(told(f"renewal-{year}", "renewal_express", year) for year in years),
        told("replaced", "supersession", "2006-05-12", basis="inferred", rule="superseded-when-the-successor-enters-into-force"),
        duration={"term": {"kind": "fixed", "months": 120}, "renewal": {"kind": "express"}},
    )
    never_renewed = norad.model_copy(update={"events": norad.events[:2]})

    assert [standing(norad, day) for day in ("1968-05-12", "1999-12-31", "2006-05-11", "2006-05-12")] == [
        IN_FORCE,
        IN_FORCE,
        IN_FORCE,
        ENDED,
    ]
    assert standing(norad, "2010-01-01", inferred=False) is IN_FORCE
    ends = [span.ends.shown.text if span.ends else None for span in terms(norad, until=on("2006-01-01"))]
    assert ends == ["1968-05-12", *[None] * 9]  # how long each renewal lasted is not known, so that no end is
    assert period(never_renewed, "1968-05-12").because.rule == "atop-not-renewed"


def test_the_twelfth_special_measures_agreement_is_in_force_before_it_pays() -> None:
    sma = treaty(
        "Special Measures Agreement (12th)",
        "KOR USA",
        seen("signed", "signature", "2024-11-04"),
        seen("force", "entry_into_force", "2024-11-29"),
        duration={"applications": [{"what": "Cost-sharing payments", "begins": "2026", "ends": "2031"}]},
    )
    (payments,) = applications(sma)

    assert standing(sma, "2025-06-01") is IN_FORCE
    assert [payments.covers(on(day)) for day in ("2025-06-01", "2026-01-01", "2030-12-31", "2031-01-01")] == [False, True, True, False]


def test_japan_australia_acsa_of_2010_gives_way_to_that_of_2017() -> None:
    old = treaty(
        "Acquisition and Cross-Servicing Agreement, 2010",
        "AUS JPN",
        told("signed", "signature", "2010-05-19"),
        seen("force", "entry_into_force", "2013-01-31"),
        relations=[{"id": "r1", "kind": "supersedes", "inverse": True, "target_title": "ACSA 2017", "effective_date": "2017-09-06"}],
    )
    new = treaty(
        "Acquisition and Cross-Servicing Agreement, 2017",
        "AUS JPN",
        seen("signed", "signature", "2017-01-14"),
        told("force", "entry_into_force", "2017-09-06"),
    )

    assert [standing(old, "2017-09-05"), standing(new, "2017-09-05")] == [IN_FORCE, Standing.SIGNED]
    assert [standing(old, "2017-09-06"), standing(new, "2017-09-06")] == [ENDED, IN_FORCE]
    assert period(old, "2017-09-06").because.rule == "superseded-when-the-successor-enters-into-force"
    assert standing(old, "2017-09-06", inferred=False) is IN_FORCE


def test_the_pfp_sofa_binds_its_own_parties_though_its_words_are_those_of_another_treaty() -> None:
    pfp = treaty(
        "Status of forces of the Partnership for Peace",
        "SWE USA",
        seen("signed", "signature", "1995-06-19"),
        told("force", "entry_into_force", "1996-01-13"),
        told("sweden", "ratification", "1996-11-13", party="SWE"),
        relations=[{"id": "r1", "kind": "incorporates_by_reference", "target_title": "NATO SOFA", "effective_date": "1953-08-23"}],
    )

    assert standing(pfp, "1996-01-12") is Standing.SIGNED
    assert pair(pfp, "SWE", "USA", "1996-06-01") is PairStanding.NOT_BOUND
    assert pair(pfp, "SWE", "USA", "1996-11-13") is PairStanding.BOTH_BOUND


def test_the_sino_soviet_alliance_lasts_thirty_years_from_its_entry_into_force_and_not_from_its_signature() -> None:
    alliance = treaty(
        "Treaty of Friendship, Alliance and Mutual Assistance",
        "CHN SUN",
        seen("signed", "signature", "1950-02-14"),
        told("force", "entry_into_force", "1950-04-11"),
        told("notice", "notice_of_termination", "1979-04-03", party="CHN"),
        duration={
            "term": {"kind": "fixed", "months": 360, "counted_from": "entry_into_force"},
            "renewal": {"kind": "tacit", "months": 60},
            "notice": {"anchor": "before_end_of_term", "months": 12},
        },
    )

    first = term_on(on("1970-01-01"), alliance, chosen(True))
    assert first is not None
    assert first.ends is not None
    assert first.ends.shown.text == "1980-04-11"
    assert standing(alliance, "1980-02-14") is IN_NOTICE
    assert standing(alliance, "1980-04-10") is IN_NOTICE
    ended = period(alliance, "1980-04-11")
    assert (ended.standing, ended.because.rule) == (ENDED, "notice-at-the-end-of-the-term")
    late = alliance.events[2].model_copy(update={"date": PartialDay("1979-04-11")})
    too_late = alliance.model_copy(update={"events": (*alliance.events[:2], late)})
    assert standing(too_late, "1980-04-11") is IN_NOTICE
    assert standing(too_late, "1985-04-11") is ENDED


def test_reciprocal_access_agreement_japan_philippines_is_in_force_thirty_days_after_the_notes() -> None:
    raa = treaty(
        "Reciprocal access",
        "JPN PHL",
        seen("signed", "signature", "2024-07-08"),
        seen("notes", "exchange_of_notes", "2025-08-12"),
        duration={"entry_into_force": {"kind": "exchange_of_instruments", "delay_days": 30}},
    )

    assert standing(raa, "2025-09-10") is Standing.SIGNED
    assert period(raa, "2025-09-11").because.rule == "in-force-on-the-exchange"
    assert standing(raa, "2025-09-11", inferred=False) is Standing.SIGNED


def test_the_afghan_security_agreement_is_disputed_and_the_register_does_not_decide() -> None:
    bsa = treaty(
        "Security and Defense Cooperation Agreement",
        "AFG USA",
        seen("signed", "signature", "2014-09-30"),
        seen("force", "entry_into_force", "2015-01-01"),
        told("disputed", "status_disputed", "2021", note="Succession of governments."),
        duration={"notice": {"anchor": "any_time", "effect_months": 24}},
    )

    assert standing(bsa, "2026-11-21") is IN_FORCE
    assert doubts(bsa, on=on("2026-11-21"), names={}) == ("Status disputed in 2021: Succession of governments.",)
    assert doubts(bsa, on=on("2020-11-21"), names={}) == ()
    changed = with_events(bsa, told("government", "recognition_of_government_change", "2021-08", party="AFG"))
    assert doubts(changed, on=on("2026-11-21"), names={"AFG": "Afghanistan"})[1:] == (
        "Change of government of Afghanistan, or of its recognition, in August 2021",
    )
    for known in (bsa, changed):  # a new government inherits what bound the state, until a source says otherwise
        assert periods(known) == periods(bsa)
        assert pair(known, "AFG", "USA", "2026-11-21") is PairStanding.BOTH_BOUND
        assert account(known, {}, on=on("2026-11-21")).startswith("In force since 1 January 2015")
        assert "In doubt: " in account(known, {}, on=on("2026-11-21"))


def test_edca_us_philippines_reads_as_one_account() -> None:
    edca = treaty(
        "Enhanced Defense Cooperation",
        "PHL USA",
        seen("signed", "signature", "2014-04-28"),
        seen("force", "entry_into_force", "2014-06-25"),
        duration={
            "term": {"kind": "fixed", "months": 120},
            "renewal": {"kind": "tacit"},
            "notice": {"anchor": "any_time", "effect_months": 12, "articles": ["XII"]},
        },
    )

    assert account(edca, {}, on=on("2026-11-21")) == (
        "In force since 25 June 2014: entered into force on 25 June 2014, as “A list of treaties” (verified) says (VCLT art. 24). "
        "Initial term of 10 years ended on 25 June 2024; it continues unless notice is given; "
        "either party may leave it on 1 year's notice (art. XII)."
    )


def test_aukus_runs_until_its_last_day() -> None:
    aukus = treaty(
        "Cooperation related to Naval Nuclear Propulsion",
        "AUS GBR USA",
        told("force", "entry_into_force", "2025-01-17"),
        duration={"term": {"kind": "until_date", "until": "2075-12-31"}, "renewal": {"kind": "none"}},
    )

    assert standing(aukus, "2075-12-31") is IN_FORCE
    assert period(aukus, "2076-01-01").because.rule == "term-ran-out"
    assert [one.sentence for one in deadlines(aukus, on=on("2026-11-21"), names={})] == ["The last day of its term is 31 December 2075."]
