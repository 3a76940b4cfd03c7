"""Events of the law of treaties and whom they concern."""

from treaty.vocabulary.consent import EXPRESSED_BY, ConsentMode
from treaty.vocabulary.events import SCOPES, EventKind, EventScope


def test_every_kind_of_event_concerns_someone():
    assert set(SCOPES) == set(EventKind)
    assert all(SCOPES.values())


def test_consent_to_be_bound_is_one_partys_act():
    for kind in (EventKind.RATIFICATION, EventKind.ACCEPTANCE, EventKind.APPROVAL, EventKind.ACCESSION, EventKind.SUCCESSION):
        assert SCOPES[kind] == {EventScope.PARTY}


def test_a_suspension_can_befall_the_agreement_a_party_or_a_pair():
    assert SCOPES[EventKind.SUSPENSION] == set(EventScope)


def test_entry_into_force_concerns_the_agreement_and_for_a_party_the_party():
    assert SCOPES[EventKind.ENTRY_INTO_FORCE] == {EventScope.AGREEMENT}
    assert SCOPES[EventKind.ENTRY_INTO_FORCE_FOR_PARTY] == {EventScope.PARTY}


def test_every_means_of_consent_is_expressed_by_an_event():
    assert set(EXPRESSED_BY) == set(ConsentMode)
    assert all(EXPRESSED_BY.values())


def test_a_kind_of_event_is_found_by_its_value():
    assert EventKind("notice_tolled") is EventKind.NOTICE_TOLLED
    assert EventKind("notice_tolled").source == "VCLT art. 68"
