from typing import Any

import pytest

from tests.factories import event, pact
from tests.lives import on, party
from treaty.document.document import Document
from treaty.law.bindings import bindings
from treaty.law.inference import all_but
from treaty.law.standing import standing_on
from treaty.vocabulary.standing import PartyStanding

FOUR = ("BEL", "FRA", "GBR", "USA")


def alliance(*events: dict[str, Any], **said: Any) -> Document:
    return pact(**{"parties": FOUR, "signed": "1949-04-04", "in_force": "1949-08-24", "events": events, **said})


def life(document: Document, code: str) -> list[str]:
    return [f"{binding.standing} {binding.since}" for binding in bindings(document)[code]]


def test_an_agreement_in_force_binds_its_original_parties_of_whom_nothing_is_recorded() -> None:
    assert life(alliance(), "FRA") == ["signatory 1949-04-04", "party 1949-08-24"]
    bound = standing_on(on("1950-01-01"), bindings(alliance())["FRA"])
    assert bound is not None
    assert bound.is_bound
    assert (bound.because.rule, bound.because.events) == ("party-from-entry-into-force", ("e2",))


def test_one_who_ratified_before_entry_into_force_is_contracting_until_then() -> None:
    treaty = alliance(event("r", "ratification", "1949-06-01", party="FRA"))

    assert life(treaty, "FRA") == ["signatory 1949-04-04", "contracting 1949-06-01", "party 1949-08-24"]
    bound = bindings(treaty)["FRA"][-1]
    assert bound.because.events == ("r", "e2")


def test_one_who_ratified_later_is_bound_later() -> None:
    assert life(alliance(event("r", "ratification", "1950-06-01", party="FRA")), "FRA") == ["signatory 1949-04-04", "party 1950-06-01"]


def test_one_whose_consent_is_still_awaited_is_a_signatory() -> None:
    assert life(alliance(event("r", "ratification", party="FRA", occurrence="awaited")), "FRA") == ["signatory 1949-04-04"]


def test_one_who_accedes_is_bound_from_its_accession_and_was_nothing_before() -> None:
    assert life(alliance(event("a", "accession", "1952-02-18", party="TUR"), parties=[*FOUR, "TUR"]), "TUR") == ["party 1952-02-18"]
    early = alliance(event("a", "accession", "1949-05-01", party="TUR"))
    assert life(early, "TUR") == ["acceding 1949-05-01", "party 1949-08-24"]


def test_an_undated_accession_says_only_that_it_was_not_there_from_the_beginning() -> None:
    assert life(alliance(event("a", "accession", party="TUR"), parties=[*FOUR, "TUR"]), "TUR") == []


def test_one_who_notified_consent_to_an_agreement_in_force_had_not_signed_it() -> None:
    treaty = alliance(event("a", "notification_of_consent", "1982-11-24", party="BHS"), parties=[*FOUR, "BHS"])

    assert life(treaty, "BHS") == ["party 1982-11-24"]


def test_the_day_of_entry_into_force_for_a_party_stands_before_every_other() -> None:
    own = event("f", "entry_into_force_for_party", "1950-01-01", party="FRA")
    late = alliance(event("a", "accession", "1952-02-18", party="TUR"), event("f", "entry_into_force_for_party", "1952-03-01", party="TUR"))

    assert life(alliance(own), "FRA") == ["signatory 1949-04-04", "party 1950-01-01"]
    assert life(late, "TUR") == ["acceding 1952-02-18", "party 1952-03-01"]
    named = alliance(event("a", "accession", "1952-02-18", party="TUR", effective_date="1952-04-01"))
    assert life(named, "TUR") == ["acceding 1952-02-18", "party 1952-04-01"]


def test_a_later_party_waits_as_the_first_did() -> None:
    rule = {"entry_into_force": {"kind": "nth_deposit", "count": 2, "delay_days": 30}}
    treaty = alliance(event("a", "accession", "1952-03-01", party="TUR"), duration=rule)

    assert life(treaty, "TUR") == ["acceding 1952-03-01", "party 1952-03-31"]
    assert party(treaty, "TUR", "1952-03-02", inferred=all_but("later-joiner-waits-as-the-first-did")) is PartyStanding.PARTY
    at_once = {"entry_into_force": {"kind": "nth_deposit", "count": 2}}
    assert life(alliance(event("a", "accession", "1952-03-01", party="TUR"), duration=at_once), "TUR") == ["party 1952-03-01"]


def test_a_listed_party_that_signed_later_is_bound_by_inference() -> None:
    treaty = alliance(event("s", "signature", "1949-11-10", party="ECU"), parties=[*FOUR, "ECU"])

    assert life(treaty, "ECU") == ["party 1949-11-10"]
    assert party(treaty, "ECU", "1990-01-01", inferred=False) is PartyStanding.SIGNATORY
    assert life(alliance(event("s", "signature", "1949-11-10", party="ECU")), "ECU") == ["signatory 1949-11-10"]


@pytest.mark.parametrize("role", ["signatory_only", "negotiating", "acceding", "successor", "provisional_applier"])
def test_a_role_that_does_not_bind_leaves_a_participant_unbound(role: str) -> None:
    treaty = pact(in_force="1952", participations=[{"party": "JPN"}, {"party": "USA", "role": role}])

    assert life(treaty, "USA") == []


def test_observers_and_depositaries_are_no_parties() -> None:
    treaty = pact(in_force="1952", participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "CHE", "role": "depositary"}])

    assert set(bindings(treaty)) == {"JPN", "USA"}


def test_one_that_is_said_to_have_left_nobody_knows_when_has_no_standing() -> None:
    gone = [{"party": "JPN"}, {"party": "USA"}, {"party": "FRA", "role": "withdrawn"}]

    assert life(pact(in_force="1952", participations=gone), "FRA") == []
    gone[2]["ends"] = "1966"
    assert life(pact(in_force="1952", participations=gone), "FRA") == ["signatory 1951-09-08", "party 1952", "withdrawn 1966"]


def test_a_party_listed_with_days_of_its_own_is_bound_between_them() -> None:
    listed = [{"party": "JPN"}, {"party": "USA"}, {"party": "FRA", "begins": "1960", "ends": "1966-07-01"}]

    assert life(pact(in_force="1952", participations=listed), "FRA") == ["party 1960", "withdrawn 1966-07-01"]


def test_a_withdrawal_ends_the_binding_of_one_and_it_may_return() -> None:
    left = event("w", "withdrawal_effective", "1966-07-01", party="FRA")
    back = event("a", "accession", "2009-04-01", party="FRA")

    assert life(alliance(left, back), "FRA") == ["signatory 1949-04-04", "party 1949-08-24", "withdrawn 1966-07-01", "party 2009-04-01"]
    assert life(alliance(left), "USA")[-1] == "party 1949-08-24"


def test_the_end_of_the_agreement_ends_all_bindings() -> None:
    late = event("r", "signature", "1949-09-01", party="TUR")
    treaty = alliance(late, ended="1955-01-01")

    assert life(treaty, "FRA")[-1] == "ended 1955-01-01"
    assert life(treaty, "TUR") == ["signatory 1949-09-01", "none 1955-01-01"]


def test_what_ends_it_for_one_party_leaves_the_others() -> None:
    treaty = alliance(event("x", "state_extinction", "1990-10-03", party="GBR"))

    assert life(treaty, "GBR")[-1] == "ended 1990-10-03"
    assert party(treaty, "USA", "1995-01-01") is PartyStanding.PARTY


def test_a_signatory_that_declares_so_will_not_become_a_party() -> None:
    declined = [
        event("s", "signature", "2000-12-31", party="USA"),
        event("d", "declaration_not_to_become_party", "2002-05-06", party="USA"),
    ]
    treaty = pact(parties=["FRA", "GBR"], signed=None, in_force="2002-07-01", events=declined)

    assert life(treaty, "USA") == ["signatory 2000-12-31", "declined 2002-05-06"]


def test_a_suspension_for_one_party_or_for_all_lies_over_its_standing() -> None:
    one = event("s", "suspension", "1960-01-01", party="FRA")
    back = event("r", "resumption", "1963-01-01", party="FRA")
    whole = [event("w", "suspension", "1961-01-01"), event("v", "resumption", "1962-01-01")]
    treaty = alliance(one, back, *whole)

    assert party(treaty, "FRA", "1962-06-01") is PartyStanding.SUSPENDED
    assert party(treaty, "USA", "1961-06-01") is PartyStanding.SUSPENDED
    assert party(treaty, "USA", "1962-06-01") is PartyStanding.PARTY
    resumed = bindings(treaty)["FRA"][-1]
    assert (resumed.standing, resumed.because.rule, resumed.because.events) == (PartyStanding.PARTY, "overlay-over", ("r",))
    assert resumed.because.articles == ("VCLT art. 72",)


def test_provisional_application_lies_over_consent_and_ends_when_the_agreement_binds() -> None:
    applied = event("p", "provisional_application_start", "1949-05-01")
    consented = event("r", "ratification", "1949-06-01", party="FRA")
    treaty = alliance(applied, consented)

    spans = bindings(treaty)["FRA"]
    assert [(one.standing, one.consent) for one in spans] == [
        (PartyStanding.SIGNATORY, PartyStanding.SIGNATORY),
        (PartyStanding.PROVISIONAL, PartyStanding.SIGNATORY),
        (PartyStanding.PROVISIONAL, PartyStanding.CONTRACTING),
        (PartyStanding.PARTY, PartyStanding.PARTY),
    ]


def test_one_party_may_apply_provisionally_and_cease_to() -> None:
    own = [
        event("p", "provisional_application_start", "1949-05-01", party="FRA"),
        event("q", "provisional_application_end", "1949-06-01", party="FRA"),
    ]
    whole = [event("p", "provisional_application_start", "1949-05-01"), event("q", "provisional_application_end", "1949-06-01")]

    assert life(alliance(*own, in_force=None), "FRA") == ["signatory 1949-04-04", "provisional 1949-05-01", "signatory 1949-06-01"]
    assert life(alliance(*own, in_force=None), "USA") == ["signatory 1949-04-04"]
    assert life(alliance(*whole, in_force=None), "USA") == ["signatory 1949-04-04", "provisional 1949-05-01", "signatory 1949-06-01"]


def test_a_successor_is_bound_from_the_succession_and_its_predecessor_no_longer() -> None:
    succeeded = event("s", "succession", "1992-01-13", party="RUS", other_party="SUN", effective_date="1991-12-26")
    treaty = pact(parties=["SUN", "FRA", "USA"], signed="1972-01-01", in_force="1972-06-01", events=[succeeded])

    assert life(treaty, "RUS") == ["party 1991-12-26"]
    assert life(treaty, "SUN") == ["signatory 1972-01-01", "party 1972-06-01", "predecessor 1991-12-26"]
    listed = pact(in_force="1972", participations=[{"party": "USA"}, {"party": "SUN", "role": "predecessor", "ends": "1991-12-26"}])
    assert life(listed, "SUN")[-1] == "predecessor 1991-12-26"


def test_an_extension_by_some_ends_the_term_for_the_others() -> None:
    clause = {"term": {"kind": "fixed", "months": 60}, "renewal": {"kind": "express"}}
    joined = [event(f"x{code.lower()}", "extension", "1954-04-02", party=code) for code in ("BEL", "FRA")]
    treaty = alliance(*joined, duration=clause)

    assert life(treaty, "GBR")[-1] == "ended 1954-08-24"
    assert party(treaty, "GBR", "1960-01-01", inferred=False) is PartyStanding.PARTY
    assert party(treaty, "FRA", "1960-01-01") is PartyStanding.PARTY
    assert life(alliance(*joined), "GBR")[-1] == "party 1949-08-24"
    assert life(alliance(event("x", "extension", party="BEL"), duration=clause), "GBR")[-1] == "party 1949-08-24"


def test_a_definitive_signature_consents_and_an_exchange_of_notes_does_so_for_all() -> None:
    exchanged = pact(signed=None, events=[event("n", "exchange_of_notes", "1951-01-01")])
    signed = pact(signed=None, events=[event("s", "definitive_signature", "1951-01-01", party="JPN")])

    assert life(exchanged, "JPN") == ["contracting 1951-01-01"]
    assert life(signed, "JPN") == ["contracting 1951-01-01"]


def test_a_suspended_agreement_that_ends_lets_all_go() -> None:
    treaty = alliance(event("s", "suspension", "1960-01-01"), ended="1961-01-01")

    assert life(treaty, "FRA")[-2:] == ["suspended 1960-01-01", "ended 1961-01-01"]
