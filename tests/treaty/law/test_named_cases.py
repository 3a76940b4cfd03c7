"""The cases of the field by which the law of standing is judged.

`seen` is a day that the starting register has verified in a source; `told` is one that nobody has verified, and its
evidence says so. Clauses are as the starting list gives them.
"""

from typing import Any

from tests.factories import pact
from tests.lives import on, pair, party, period, standing
from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.law.applying import applications, survival
from treaty.law.bindings import bindings
from treaty.law.deadlines import deadlines
from treaty.law.doubts import doubts
from treaty.law.explaining import account
from treaty.law.pairs import between
from treaty.law.terms import term_on, terms
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing

IN_FORCE, IN_NOTICE, ENDED = Standing.IN_FORCE, Standing.IN_NOTICE, Standing.ENDED


def seen(key: str, kind: str, date: str, **said: Any) -> dict[str, Any]:
    """An event on a day that is verified."""
    return {"id": key, "kind": kind, "date": date, "evidence": [{"source": "s1", "verified": True, "note": "read there"}], **said}


def told(key: str, kind: str, date: str | None, **said: Any) -> dict[str, Any]:
    """An event on a day that nobody has verified."""
    return {"id": key, "kind": kind, "date": date, "evidence": [{"source": "s1", "verified": False}], **said}


def treaty(title: str, parties: str, *events: dict[str, Any], **said: Any) -> Document:
    return pact(title=title, parties=parties.split(), signed=None, events=events, **said)


VFA = treaty(
    "Agreement regarding the Treatment of US Armed Forces Visiting the Philippines",
    "PHL USA",
    seen("signed", "signature", "1998-02-10"),
    seen("force", "entry_into_force", "1999-06-01"),
    told("notice", "notice_of_termination", "2020-02-11", party="PHL"),
    told("tolled", "notice_tolled", "2020-06-01", party="PHL", concerns=["notice"], until="2020-11-30"),
    told("longer", "notice_tolled", "2020-11-11", party="PHL", concerns=["notice"], until="2021-05-31"),
    told("again", "notice_tolled", "2021-06-01", party="PHL", concerns=["notice"]),
    told("recalled", "notice_revoked", "2021-07-30", party="PHL", concerns=["notice"]),
    duration={"notice": {"anchor": "any_time", "effect_days": 180}},
)


def test_visiting_forces_agreement_us_philippines_the_clock_stops_and_the_notice_is_recalled() -> None:
    assert standing(VFA, "2020-02-10") is IN_FORCE
    assert standing(VFA, "2020-02-11") is IN_NOTICE
    assert standing(VFA, "2020-05-31") is IN_NOTICE
    tolled = period(VFA, "2020-08-09")  # the day on which 180 days would have run
    assert (tolled.standing, tolled.because.rule, tolled.because.events) == (IN_FORCE, "notice-stops", ("notice", "tolled"))
    assert standing(VFA, "2021-06-15") is IN_FORCE
    recalled = period(VFA, "2026-11-21")
    assert (recalled.standing, recalled.because.rule, recalled.because.articles) == (IN_FORCE, "notice-revoked", ("VCLT art. 68",))
    assert party(VFA, "PHL", "2020-03-01") is PartyStanding.IN_NOTICE
    assert pair(VFA, "PHL", "USA", "2020-03-01") is PairStanding.BOTH_BOUND


def test_visiting_forces_agreement_had_nothing_stopped_the_clock() -> None:
    left_alone = VFA.model_copy(update={"events": VFA.events[:3]})

    assert standing(left_alone, "2020-08-08") is IN_NOTICE
    ended = period(left_alone, "2020-08-09")
    assert (ended.standing, ended.because.rule, ended.because.basis) == (ENDED, "notice-runs-out", Basis.INFERRED)


def test_gsomia_japan_korea_notice_is_suspended_hours_before_it_would_take_effect_and_later_withdrawn() -> None:
    gsomia = treaty(
        "Agreement on the Protection of Classified Military Information",
        "JPN KOR",
        seen("signed", "signature", "2016-11-23"),
        told("force", "entry_into_force", "2016-11-23"),
        told("notice", "notice_of_termination", "2019-08-23", party="KOR"),
        told("suspended", "notice_tolled", "2019-11-22", party="KOR", concerns=["notice"]),
        told("normal", "notice_revoked", "2023-03-21", party="KOR", concerns=["notice"]),
        duration={
            "term": {"kind": "fixed", "months": 12},
            "renewal": {"kind": "tacit", "months": 12},
            "notice": {"anchor": "before_end_of_term", "days": 90, "articles": ["21"]},
            "survival": "Classified military information stays protected after termination.",
        },
    )
    left_alone = gsomia.model_copy(update={"events": gsomia.events[:3]})

    (effect,) = [one for one in deadlines(gsomia, on=on("2019-09-01"), names={}) if one.kind == "notice_takes_effect"]
    assert effect.days is not None
    assert effect.days.first == on("2019-11-23")
    assert [standing(gsomia, day) for day in ("2019-08-23", "2019-11-21", "2019-11-22", "2023-03-21")] == [
        IN_NOTICE,
        IN_NOTICE,
        IN_FORCE,
        IN_FORCE,
    ]
    assert period(gsomia, "2024-01-01").because.events == ("notice", "normal")
    assert period(left_alone, "2019-11-23").because.rule == "notice-at-the-end-of-the-term"
    protected = survival(left_alone)
    assert protected is not None
    assert protected.covers(on("2026-11-21"))
    (last,) = [one for one in deadlines(gsomia, on=on("2019-05-01"), names={}) if one.kind == "last_day_for_notice"]
    assert last.sentence.startswith("Notice has to be given by 24 August 2019")


RIO = treaty(
    "Inter-American Treaty of Reciprocal Assistance",
    "BRA CHL MEX USA NIC ECU",
    seen("signed", "signature", "1947-09-02"),
    told("nicaragua", "signature", "1948-10-15", party="NIC"),
    seen("force", "entry_into_force", "1948-12-03"),
    told("ecuador", "signature", "1949-11-10", party="ECU"),
    told("notice", "notice_of_denunciation", "2002-09", party="MEX"),
    duration={"notice": {"anchor": "any_time", "effect_months": 24, "articles": ["25"]}, "term": {"kind": "indefinite"}},
)


def test_rio_treaty_a_denunciation_takes_effect_after_two_years_for_its_author_alone() -> None:
    assert party(RIO, "MEX", "2002-08-31") is PartyStanding.PARTY
    assert party(RIO, "MEX", "2002-09-01") is PartyStanding.IN_NOTICE
    left = bindings(RIO)["MEX"][-1]
    assert (left.standing, left.since.text, left.because.rule) == (PartyStanding.WITHDRAWN, "2004-09", "notice-runs-out")
    assert pair(RIO, "MEX", "USA", "2004-08-31") is PairStanding.BOTH_BOUND
    assert pair(RIO, "MEX", "USA", "2004-09-01") is PairStanding.NOT_BOUND
    assert pair(RIO, "BRA", "USA", "2004-09-01") is PairStanding.BOTH_BOUND
    assert standing(RIO, "2026-11-21") is IN_FORCE
    (exit_,) = deadlines(RIO, on=on("2026-11-21"), names={})
    assert exit_.sentence == "A notice given on 21 November 2026 would take effect on 21 November 2028."


def test_rio_treaty_later_signatories_are_bound_from_their_own_day() -> None:
    assert party(RIO, "NIC", "1948-12-03") is PartyStanding.PARTY
    assert party(RIO, "ECU", "1949-11-09") is None
    assert party(RIO, "ECU", "1949-11-10") is PartyStanding.PARTY


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


def test_collective_security_treaty_three_do_not_join_the_extension_of_1999() -> None:
    extending = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
    cst = treaty(
        "Collective Security Treaty",
        "ARM KAZ KGZ RUS TJK UZB GEO AZE BLR",
        seen("signed", "signature", "1992-05-15"),
        told("georgia", "accession", "1993-09-09", party="GEO"),
        told("azerbaijan", "accession", "1993-09-24", party="AZE"),
        told("belarus", "accession", "1993-12-31", party="BLR"),
        seen("force", "entry_into_force", "1994-04-20"),
        *(told(f"extension-{code.lower()}", "extension", "1999-04-02", party=code) for code in extending),
        duration={"term": {"kind": "fixed", "months": 60}},
    )

    assert party(cst, "GEO", "1994-04-19") is PartyStanding.ACCEDING
    assert party(cst, "GEO", "1999-04-19") is PartyStanding.PARTY
    gone = {code for code in bindings(cst) if party(cst, code, "1999-04-20") is PartyStanding.ENDED}
    assert gone == {"AZE", "GEO", "UZB"}
    assert bindings(cst)["UZB"][-1].because.rule == "term-not-extended-by-a-party"
    assert standing(cst, "2026-11-21") is IN_FORCE
    assert pair(cst, "ARM", "AZE", "1999-04-20") is PairStanding.NOT_BOUND
    assert pair(cst, "ARM", "RUS", "1999-04-20") is PairStanding.BOTH_BOUND


def test_anzus_is_suspended_between_two_of_three() -> None:
    anzus = treaty(
        "Security Treaty between Australia, New Zealand and the United States",
        "AUS NZL USA",
        seen("signed", "signature", "1951-09-01"),
        told("force", "entry_into_force", "1952-04-29"),
        told("suspended", "suspension", "1986-08", party="USA", other_party="NZL"),
    )

    assert standing(anzus, "1990-01-01") is IN_FORCE
    assert pair(anzus, "NZL", "USA", "1986-07-31") is PairStanding.BOTH_BOUND
    assert pair(anzus, "NZL", "USA", "1986-08-01") is PairStanding.SUSPENDED_BETWEEN
    assert pair(anzus, "AUS", "USA", "1990-01-01") is pair(anzus, "AUS", "NZL", "1990-01-01") is PairStanding.BOTH_BOUND
    assert between("NZL", "USA", anzus)[-1].because.events == ("force", "suspended")


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

    first = term_on(on("1970-01-01"), terms(alliance, until=on("1970-01-01")))
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


def test_seato_the_end_of_the_organisation_is_not_the_end_of_the_treaty() -> None:
    seato = treaty(
        "Southeast Asia Collective Defense Treaty",
        "AUS FRA GBR NZL PAK PHL THA USA",
        seen("signed", "signature", "1954-09-08"),
        seen("force", "entry_into_force", "1955-02-19"),
        told("pakistan", "withdrawal_effective", "1973-11-07", party="PAK"),
        told("dissolved", "communication", "1977-06-30", note="The organisation was dissolved."),
        duration={"notice": {"anchor": "any_time", "effect_months": 12}, "term": {"kind": "indefinite"}},
    )

    assert standing(seato, "2026-11-21") is IN_FORCE
    assert party(seato, "PAK", "1973-11-07") is PartyStanding.WITHDRAWN
    assert pair(seato, "THA", "USA", "2026-11-21") is PairStanding.BOTH_BOUND


def test_a_treaty_with_three_depositaries_binds_from_the_first_of_a_partys_three_deposits() -> None:
    deposits = [("GBR", "1967-10-10"), ("SUN", "1967-10-10"), ("USA", "1967-10-10"), ("AUS", "1967-10-12")]
    places = ("London", "Moscow", "Washington")
    space = treaty(
        "A treaty with depositaries in London, Moscow and Washington",
        "GBR SUN USA AUS",
        told("signed", "signature", "1967-01-27"),
        *(told(f"{code}-{place}".lower(), "ratification", day, party=code, place=place) for code, day in deposits[:3] for place in places),
        told("aus-1", "ratification", "1967-10-12", party="AUS", place="Washington"),
        told("aus-2", "ratification", "1968-02-01", party="AUS", place="London"),
        duration={"entry_into_force": {"kind": "nth_deposit", "count": 3}},
    )

    begun = period(space, "1967-10-10")
    assert (begun.standing, begun.because.rule, begun.because.basis) == (IN_FORCE, "in-force-on-the-nth-deposit", Basis.INFERRED)
    assert standing(space, "1967-10-09") is Standing.SIGNED
    assert party(space, "AUS", "1967-10-11") is PartyStanding.SIGNATORY
    assert party(space, "AUS", "1967-10-12") is PartyStanding.PARTY


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
        "a party may leave it by notice of 1 year (art. XII)."
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
    assert [one.sentence for one in deadlines(aukus, on=on("2026-11-21"), names={})] == ["Its last day is 31 December 2075."]
