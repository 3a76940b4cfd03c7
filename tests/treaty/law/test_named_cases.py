"""Named cases of the field: who is bound to whom, and what a notice does.

`seen` is a day that the starting register has verified in a source; `told` is one that nobody has verified, and its
evidence says so. Clauses are as the starting list gives them.
"""

from tests.lives import on, pair, party, period, seen, standing, told, treaty, with_events
from treaty.law.applying import survival
from treaty.law.bindings import bindings
from treaty.law.deadlines import deadlines
from treaty.law.doubts import contradictions
from treaty.law.pairs import between
from treaty.vocabulary.assertions import Basis
from treaty.vocabulary.standing import PairStanding, PartyStanding, Standing

IN_FORCE, IN_NOTICE, ENDED = Standing.IN_FORCE, Standing.IN_NOTICE, Standing.ENDED


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


def test_outer_space_treaty_of_three_depositaries_binds_from_the_first_of_a_partys_three_deposits() -> None:
    """Signature and entry into force as UK Treaties Online gives them for its London, Moscow and Washington versions (records
    70785, 70786 and 70787). It gives no day of any deposit: those here, and how many were needed, are unverified."""
    deposits = [("GBR", "1967-10-10"), ("SUN", "1967-10-10"), ("USA", "1967-10-10"), ("AUS", "1967-10-12")]
    places = ("London", "Moscow", "Washington")
    versions = [
        {"id": f"s{n}", "kind": "treaty_list", "title": f"UK Treaties Online, record {number} ({place} version)"}
        for n, (number, place) in enumerate(zip((70785, 70786, 70787), places, strict=True), 1)
    ]
    as_listed = [{"source": one["id"]} for one in versions]
    space = treaty(
        "Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space",
        "GBR SUN USA AUS",
        told("signed", "signature", "1967-01-27") | {"evidence": as_listed},
        *(told(f"{code}-{place}".lower(), "ratification", day, party=code, place=place) for code, day in deposits[:3] for place in places),
        told("aus-1", "ratification", "1967-10-12", party="AUS", place="Washington"),
        told("aus-2", "ratification", "1968-02-01", party="AUS", place="London"),
        sources=versions,
        duration={"entry_into_force": {"kind": "nth_deposit", "count": 3}},
    )
    declared = told("force", "entry_into_force", "1967-10-10") | {"evidence": as_listed}

    begun = period(space, "1967-10-10")
    assert (begun.standing, begun.because.rule, begun.because.basis) == (IN_FORCE, "in-force-on-the-nth-deposit", Basis.INFERRED)
    assert len(begun.because.events) == 3  # one deposit of each: the other six move nothing
    assert contradictions(with_events(space, declared)) == ()
    assert standing(space, "1967-10-09") is Standing.SIGNED
    assert party(space, "AUS", "1967-10-11") is PartyStanding.SIGNATORY
    assert party(space, "AUS", "1967-10-12") is PartyStanding.PARTY
    assert pair(space, "AUS", "GBR", "1967-10-11") is PairStanding.NOT_BOUND
    assert pair(space, "AUS", "GBR", "1967-10-12") is PairStanding.BOTH_BOUND


def test_uk_ukraine_the_treaty_of_2025_can_bind_and_its_companion_declaration_makes_nobody_bound() -> None:
    """The starting list gives the signature and that the declaration is not legally binding; the other days are unverified."""
    partnership = treaty(
        "One Hundred Year Partnership Agreement",
        "GBR UKR",
        seen("signed", "signature", "2025-01-16"),
        told("ukraine", "notification_of_consent", "2025-03-03", party="UKR"),
        told("britain", "notification_of_consent", "2025-05-05", party="GBR"),
        character="binding_treaty",
        duration={"entry_into_force": {"kind": "last_notification"}, "term": {"kind": "fixed", "months": 1200}},
        relations=[{"id": "r1", "kind": "companion_of", "target_title": "Political Declaration to the Partnership"}],
    )
    declaration = treaty(
        "Political Declaration to the One Hundred Year Partnership Agreement",
        "GBR UKR",
        told("signed", "signature", "2025-01-16"),
        character="non_binding",
        relations=[{"id": "r1", "kind": "companion_of", "target_title": "One Hundred Year Partnership Agreement"}],
    )

    assert [standing(partnership, day) for day in ("2025-01-15", "2025-01-16", "2025-05-04")] == [None, Standing.SIGNED, Standing.SIGNED]
    begun = period(partnership, "2025-05-05")
    assert (begun.standing, begun.because.rule) == (IN_FORCE, "in-force-on-the-last-notification")
    assert pair(partnership, "GBR", "UKR", "2025-05-04") is PairStanding.NOT_BOUND
    assert pair(partnership, "GBR", "UKR", "2026-11-21") is PairStanding.BOTH_BOUND
    assert standing(declaration, "2026-11-21") is Standing.SIGNED
    assert not any(binding.is_bound for life in bindings(declaration).values() for binding in life)
    assert {tie.standing for tie in between("GBR", "UKR", declaration)} == {PairStanding.NOT_BOUND}


def test_uk_ukraine_until_an_entry_into_force_is_known_neither_instrument_binds() -> None:
    """As the starting list has both agreements, of 2024 and of 2025: signed, with no entry into force."""
    for title, day in (("Agreement on Security Co-operation", "2024-01-12"), ("One Hundred Year Partnership Agreement", "2025-01-16")):
        known = treaty(title, "GBR UKR", seen("signed", "signature", day))

        assert standing(known, "2026-11-21") is Standing.SIGNED
        assert party(known, "GBR", "2026-11-21") is party(known, "UKR", "2026-11-21") is PartyStanding.SIGNATORY
        assert pair(known, "GBR", "UKR", "2026-11-21") is PairStanding.NOT_BOUND
