from hypothesis import given

from tests.factories import event, pact
from tests.strategies import documents
from treaty.document.document import Document
from treaty.document.evidence import Evidence
from treaty.document.uniting import conflicts, relations_between, unite
from treaty.document.uniting_events import Choices
from treaty.vocabulary.assertions import Weight

UNTS = {"scheme": "unts", "value": "34/243"}
DCAD = {"scheme": "dcad", "value": "DCADv1.0-0001"}
GAZETTE = [{"id": "s1", "kind": "official_gazette", "title": "A gazette"}]


def said_in(document: Document, evidence: Evidence) -> tuple[object, ...]:
    """A citation whichever key its source has, and whether it is verified or not."""
    source = next(source for source in document.sources if source.id == evidence.source)
    return (source.model_copy(update={"id": "s"}), evidence.locator, evidence.quote, evidence.note)


@given(documents())
def test_a_record_united_with_its_own_copy_is_itself(document: Document):
    assert unite(document, document) == document
    assert conflicts(document, document) == []


@given(documents(), documents())
def test_no_fact_of_either_is_lost(one: Document, other: Document):
    united = unite(one, other)

    for document in (one, other):
        assert set(document.identifiers) <= set(united.identifiers)
        assert set(document.subjects) <= set(united.subjects)
        assert set(document.other_titles) <= set(united.other_titles)
        assert {source.model_copy(update={"id": "s"}) for source in document.sources} <= {
            source.model_copy(update={"id": "s"}) for source in united.sources
        }
        assert {(part.party, part.role) for part in document.participations} <= {(part.party, part.role) for part in united.participations}
        kept = {said_in(united, evidence) for _, evidence in united.all_evidence()}
        assert {said_in(document, evidence) for _, evidence in document.all_evidence()} <= kept
        for happened in document.events:
            assert any(
                (happened.kind, happened.party, happened.other_party) == (event.kind, event.party, event.other_party)
                and (
                    happened.date is None
                    or (event.date and happened.date.first <= event.date.last and event.date.first <= happened.date.last)
                )
                for event in united.events
            ), happened
        assert len({provision.id for provision in united.provisions}) == len(united.provisions)
        assert {repr(text.model_copy(update={"id": "t", "source": None})) for text in document.texts} <= {
            repr(text.model_copy(update={"id": "t", "source": None})) for text in united.texts
        }


@given(documents(), documents())
def test_uniting_twice_adds_nothing(one: Document, other: Document):
    united = unite(one, other)

    assert unite(united, united) == united


def test_the_survivor_keeps_its_word_and_gaps_are_filled_from_the_other():
    one = pact(title="Security Treaty", form=None, summary="Bases.", identifiers=[UNTS])
    other = pact(title="Treaty of Security", form="treaty", summary="", kind="sofa", identifiers=[UNTS, DCAD])

    united = unite(one, other)

    assert (united.title, united.form, united.kind, united.summary) == ("Security Treaty", "treaty", "mutual_defence", "Bases.")
    assert [title.title for title in united.other_titles] == ["Treaty of Security"]
    assert [number.value for number in united.identifiers] == ["34/243", "DCADv1.0-0001"]
    assert [conflict.path for conflict in conflicts(one, other)] == ["title", "kind"]


def test_what_was_chosen_stands_instead():
    united = unite(pact(title="Security Treaty"), pact(title="Treaty of Security", kind="sofa"), {"title": "other", "kind": "other"})

    assert (united.title, united.kind) == ("Treaty of Security", "sofa")
    assert [title.title for title in united.other_titles] == ["Security Treaty"]


def test_a_title_that_the_register_made_gives_way_to_one_from_a_source():
    united = unite(pact(title="Pact of Japan and the United States", title_is_generated=True), pact(title="Security Treaty"))

    assert (united.title, united.title_is_generated, united.other_titles) == ("Security Treaty", False, ())


def test_one_event_in_both_stands_once_with_the_citations_of_both():
    united = unite(pact(in_force="1952-04-28"), pact(in_force="1952-04-28", sources=GAZETTE))

    assert [(one.id, [evidence.source for evidence in one.evidence]) for one in united.events] == [
        ("e1", ["s1", "s2"]),
        ("e2", ["s1", "s2"]),
    ]
    assert [source.title for source in united.sources] == ["A list of treaties", "A gazette"]


def test_another_day_becomes_a_rival_or_the_accepted_one_where_it_is_chosen():
    one, other = pact(in_force="1952-04-28"), pact(in_force="1952-05-01")

    (conflict,) = conflicts(one, other)
    assert (conflict.path, str(conflict.ours.date), str(conflict.theirs.date)) == ("events.e2", "1952-04-28", "1952-05-01")
    chosen: tuple[tuple[Choices, str], ...] = (({}, "1952-04-28"), ({"events.e2": "other"}, "1952-05-01"))
    for choices, accepted in chosen:
        united = unite(one, other, choices)
        days = {str(event.date): event.weight for event in united.events if event.kind == "entry_into_force"}
        assert {day for day, weight in days.items() if weight is Weight.ACCEPTED} == {accepted}
        assert len(days) == 2


def test_a_day_known_more_exactly_is_the_same_event():
    united = unite(pact(signed="1951"), pact(signed="1951-09-08", sources=GAZETTE))

    assert [(str(one.date), len(one.evidence)) for one in united.events] == [("1951-09-08", 2)]


def test_what_may_happen_often_is_not_a_rival():
    extended = [event("e9", "extension", "1960")]

    united = unite(pact(events=extended), pact(events=[event("e9", "extension", "1970")]))

    assert [(one.id, str(one.date), one.weight) for one in united.events if one.kind == "extension"] == [
        ("e9", "1960", Weight.ACCEPTED),
        ("e10", "1970", Weight.ACCEPTED),
    ]


def test_events_that_answer_others_answer_them_under_their_new_keys():
    notice = [
        event("e5", "notice_of_termination", "1960", party="JPN"),
        event("e6", "notice_revoked", "1961", party="JPN", concerns=["e5"]),
    ]
    mine = [event("e5", "extension", "1955")]

    united = unite(pact(events=mine), pact(events=notice))

    revoked = next(one for one in united.events if one.kind == "notice_revoked")
    answered = next(one for one in united.events if one.id == revoked.concerns[0])
    assert answered.kind == "notice_of_termination"


def test_relations_of_the_one_to_the_other_fall_away():
    one = pact(
        reference="E0001", relations=[{"id": "r1", "kind": "same_as", "target": "E0002"}, {"id": "r2", "kind": "amends", "target": "E0003"}]
    )
    other = pact(
        reference="E0002", relations=[{"id": "r1", "kind": "cites", "target": "E0001"}, {"id": "r2", "kind": "cites", "target": "E0004"}]
    )

    united = unite(one, other)

    assert united.reference == "E0001"
    assert [(relation.id, relation.target) for relation in united.relations] == [("r2", "E0003"), ("r3", "E0004")]
    assert [relation.kind for relation in relations_between(one, other)] == ["cites"]


def test_what_somebody_verified_stays_verified():
    seen = {"source": "s1", "locator": {"article": "I"}, "verified": True}
    unseen = {**seen, "verified": False}

    assert [evidence.verified for evidence in unite(pact(evidence=[unseen]), pact(evidence=[seen])).evidence] == [True]
    assert [evidence.verified for evidence in unite(pact(evidence=[seen]), pact(evidence=[unseen])).evidence] == [True]
