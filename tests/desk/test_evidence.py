"""The evidence of an agreement: each fact with its citations, who read them, and the rivals among its events."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import Person
from agreements.citing import mark_verified
from agreements.models import Agreement, Evidence, Source
from agreements.preferring import Undecided, prefer_by_rank, prefer_event
from desk.evidence.facts import EvidenceOf
from desk.evidence.forms import mark_of
from editorial.applying import apply
from editorial.composing import compose
from tests.factories import NOON, pact
from treaty.vocabulary.assertions import Weight

SignedIn = Callable[[str], Client]
SOURCES = [
    {"id": "s1", "kind": "data_set", "title": "A list of treaties"},
    {"id": "s2", "kind": "depositary", "title": "Status list", "publisher": "Depositary"},
    {"id": "s3", "kind": "press", "title": "A newspaper"},
]
SIGNED_TWICE = [
    {"id": "e5", "kind": "entry_into_force", "date": "1960-05-19", "evidence": [{"source": "s3"}]},
    {"id": "e6", "kind": "entry_into_force", "date": "1960-06-23", "evidence": [{"source": "s1"}, {"source": "s2", "quote": "In force."}]},
]
DURATION = {"term": {"kind": "indefinite"}}


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    said: dict[str, Any] = {
        "events": SIGNED_TWICE,
        "sources": SOURCES,
        "duration": DURATION,
        "provisions": [{"id": "p1", "kind": "logistics"}],
    }
    return apply(pact(title="A draft", relations=[{"id": "r1", "kind": "amends", "target": "E0001"}], **said), by=person("editor"), at=NOON)


def page_of(agreement: Agreement, rest: str = "") -> str:
    return f"/desk/agreements/agreement/{agreement.pk}/evidence/{rest}"


def test_every_fact_stands_there_and_those_without_a_source_say_so(signed_in: SignedIn, draft: Agreement) -> None:
    page = unescape(signed_in("editor").get(page_of(draft)).content.decode())

    for words in (
        "The record as a whole",
        "Japan as party",
        "Signed, on 8 September 1951",
        "How it begins",
        "Amends E0001",
        "Logistics: present",
    ):
        assert words in page
    assert page.count("No source yet.") == 5, "two parties, the duration, the relation and the provision"
    assert "Data set, rank 8" in page


def test_the_page_can_be_narrowed_to_what_is_unverified_or_has_no_source(
    signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]
) -> None:
    evidence = Evidence.objects.about_the_whole().get()
    mark_verified(evidence, of=draft, by=person("editor"), at=NOON)
    found = EvidenceOf(draft)

    assert [found.count(key) for key in ("", "unverified", "unsourced")] == [9, 8, 5]
    assert "The record as a whole" not in signed_in("editor").get(page_of(draft, "?show=unverified")).content.decode()
    assert "8 September" not in signed_in("editor").get(page_of(draft, "?show=unsourced")).content.decode()
    assert signed_in("editor").get(page_of(draft, "?show=nonsense")).status_code == 404


@pytest.mark.parametrize("fact", ["record", "duration", "participation", "event", "relation", "provision"])
def test_any_fact_can_cite_several_sources_with_place_and_quote(signed_in: SignedIn, draft: Agreement, fact: str) -> None:
    address = next(key for key in EvidenceOf(draft).facts if key.startswith(fact))
    before, editor = len(EvidenceOf(draft).facts[address].citations), signed_in("editor")
    listed = draft.listed_sources.get(key="s2")
    sent = {"listed": listed.pk, "article": "IV", "page": "12", "quote": "Line one\r\nline two", "note": ""}

    assert editor.post(page_of(draft, f"{address}/add/"), sent).status_code == 302
    new = Source.objects.create(kind="parliament", title="Hansard")
    assert editor.post(page_of(draft, f"{address}/add/"), {"listed": "", "source": new.pk}).status_code == 302

    citations = EvidenceOf(draft).facts[address].citations
    assert len(citations) == before + 2
    assert ("Status list", "IV", "12", "Line one\nline two") in [(c.listed.source.title, c.article, c.page, c.quote) for c in citations]
    assert [source.title for source in compose(draft).sources][-1] == "Hansard"
    draft.refresh_from_db()
    assert draft.version == 3


def test_verifying_is_one_click_and_says_who_and_when(signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]) -> None:
    evidence = Evidence.objects.about_the_whole().get()
    address = page_of(draft, f"record/{evidence.pk}/verify/")

    signed_in("editor").post(address, {"verified": "yes", "seen": mark_of(evidence)})

    evidence.refresh_from_db()
    assert (evidence.verified, evidence.verified_by) == (True, person("editor"))
    page = " ".join(signed_in("editor").get(page_of(draft)).content.decode().split())
    assert f'by editor on <time datetime="{evidence.verified_at:%Y-%m-%d}' in page

    signed_in("reviewer").post(address, {"verified": "yes", "seen": mark_of(evidence)})
    evidence.refresh_from_db()
    assert evidence.verified_by == person("editor"), "the first reading stays"

    signed_in("editor").post(address, {"verified": "no", "seen": mark_of(evidence)})
    evidence.refresh_from_db()
    assert (evidence.verified, evidence.verified_by, evidence.verified_at) == (False, None, None)
    draft.refresh_from_db()
    assert draft.version == 3, "each of the two changes is counted"


def test_a_click_speaks_for_what_was_on_the_page(signed_in: SignedIn, draft: Agreement) -> None:
    evidence = Evidence.objects.about_the_whole().get()
    seen = mark_of(evidence)
    Evidence.objects.filter(pk=evidence.pk).update(quote="Something else")

    answer = signed_in("editor").post(page_of(draft, f"record/{evidence.pk}/verify/"), {"verified": "yes", "seen": seen}, follow=True)

    assert "read it again" in answer.content.decode()
    assert not Evidence.objects.get(pk=evidence.pk).verified


def test_a_changed_citation_has_to_be_read_again(signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]) -> None:
    evidence = Evidence.objects.about_the_whole().get()
    mark_verified(evidence, of=draft, by=person("editor"), at=NOON)
    sent = {"listed": evidence.listed_id, "article": "", "page": "", "quote": "", "note": "", "seen": mark_of(evidence)}
    address = page_of(draft, f"record/{evidence.pk}/")

    signed_in("reviewer").post(address, sent)
    assert Evidence.objects.get(pk=evidence.pk).verified, "nothing in it changed"

    signed_in("reviewer").post(address, {**sent, "quote": "Other words"})
    evidence.refresh_from_db()
    assert (evidence.quote, evidence.verified, evidence.verified_by) == ("Other words", False, None)


def test_a_stale_edit_of_a_citation_is_refused_with_both_and_nothing_lost(signed_in: SignedIn, draft: Agreement) -> None:
    evidence = Evidence.objects.about_the_whole().get()
    sent = {"listed": evidence.listed_id, "seen": mark_of(evidence)}
    signed_in("reviewer").post(page_of(draft, f"record/{evidence.pk}/"), {**sent, "quote": "Theirs"})

    page = unescape(signed_in("editor").post(page_of(draft, f"record/{evidence.pk}/"), {**sent, "quote": "Mine"}).content.decode())

    assert "Somebody changed this citation after you opened it" in page
    assert "“Theirs”" in page and ">\nMine</textarea>" in page
    assert Evidence.objects.get(pk=evidence.pk).quote == "Theirs"


def test_a_citation_is_removed_and_only_under_its_own_fact_and_agreement(
    signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]
) -> None:
    other = apply(pact(title="Another"), by=person("editor"), at=NOON)
    foreign = other.evidence.about_the_whole().get()
    editor = signed_in("editor")

    assert editor.post(page_of(draft, f"record/{foreign.pk}/remove/")).status_code == 404
    assert editor.post(page_of(draft, f"duration/{draft.evidence.about_the_whole().get().pk}/remove/")).status_code == 404
    assert editor.post(page_of(other, f"record/{foreign.pk}/remove/")).status_code == 302
    assert not other.evidence.about_the_whole().exists()


def test_sources_are_found_by_title_publisher_and_address_and_nothing_typed_is_lost(signed_in: SignedIn, draft: Agreement) -> None:
    Source.objects.create(kind="ministry", title="Press release", publisher="MOFA", url="https://www.mofa.go.jp/file_1.html")
    address = page_of(draft, "record/add/")
    for words in ("press RELEASE", "mofa", "go.jp/file_1"):
        page = signed_in("editor").post(address, {"words": words, "quote": "Typed", "_find": "1"}).content.decode()
        assert "Press release (MOFA) · Ministry or armed force, rank 5" in page
        assert ">\nTyped</textarea>" in page
        assert "errornote" not in page
    assert "Nothing in the library" in signed_in("editor").post(address, {"words": "xyzzy", "_find": "1"}).content.decode()


def test_who_verified_stays_where_the_same_citation_stays(draft: Agreement, person: Callable[[str], Person]) -> None:
    for citation in [*Evidence.objects.filter(agreement=draft)]:
        mark_verified(citation, of=draft, by=person("editor"), at=NOON)
    document = compose(draft)
    events = tuple(
        event.model_copy(update={"evidence": tuple(one.model_copy(update={"quote": "Changed"}) for one in event.evidence)})
        if event.id == "e5"
        else event
        for event in document.events
    )

    apply(document.model_copy(update={"events": events}), by=person("reviewer"), at=NOON, to=draft)

    readers = {(one.event.key if one.event else "record"): one.verified_by for one in draft.evidence.select_related("event", "verified_by")}
    assert readers == {"record": person("editor"), "e1": person("editor"), "e5": None, "e6": person("editor")}


def test_the_database_knows_who_verified_only_of_what_is_verified(draft: Agreement, person: Callable[[str], Person]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.evidence.update(verified=False, verified_by=person("editor"), verified_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.evidence.update(verified=True, verified_by=None, verified_at=NOON)


def test_rivals_stand_side_by_side_with_their_sources_and_ranks(signed_in: SignedIn, draft: Agreement) -> None:
    page = unescape(signed_in("editor").get(page_of(draft)).content.decode())

    rivals = page.partition("Rival values")[2].partition("The record as a whole")[0]
    assert "19 May 1960" in rivals and "23 June 1960" in rivals
    assert "A newspaper, press, rank 9" in rivals and "depositary, rank 2" in rivals


def test_the_value_with_the_best_source_is_preferred_by_rank(signed_in: SignedIn, draft: Agreement) -> None:
    event = draft.events.get(key="e5")

    signed_in("editor").post(page_of(draft, "prefer/"), {"event": event.pk, "how": "rank"})

    assert dict(draft.events.filter(key__in=("e5", "e6")).values_list("key", "weight")) == {"e5": Weight.RIVAL, "e6": Weight.ACCEPTED}
    draft.refresh_from_db()
    assert draft.version == 2


def test_a_value_preferred_by_hand_needs_a_reason_and_publishes_it(signed_in: SignedIn, draft: Agreement) -> None:
    event, editor = draft.events.get(key="e5"), signed_in("editor")

    refused = editor.post(page_of(draft, "prefer/"), {"event": event.pk, "how": "hand", "reason": " "}, follow=True)
    assert "Say why this value is preferred" in refused.content.decode()
    editor.post(page_of(draft, "prefer/"), {"event": event.pk, "how": "hand", "reason": "Both governments say so."})

    said = {event.id: (event.weight, event.note) for event in compose(draft).events}
    assert said["e5"] == (Weight.ACCEPTED, "Preferred to its rivals: Both governments say so.")
    assert said["e6"] == (Weight.RIVAL, "")


def test_a_tie_of_ranks_is_refused_with_a_sentence(draft: Agreement, person: Callable[[str], Person]) -> None:
    draft.evidence.filter(listed__key="s2").delete()
    draft.evidence.filter(listed__key="s3").update(listed=draft.listed_sources.get(key="s1"))

    with pytest.raises(Undecided, match="sources of the same rank; choose by hand"):
        prefer_by_rank(draft.events.get(key="e5"), by=person("editor"), at=NOON)
    draft.evidence.all().delete()
    with pytest.raises(Undecided, match="None of the values has a source"):
        prefer_by_rank(draft.events.get(key="e5"), by=person("editor"), at=NOON)
    with pytest.raises(Undecided, match="no rivals"):
        prefer_event(draft.events.get(key="e1"), by=person("editor"), at=NOON, reason="So.")


def test_an_analyst_sees_no_evidence_of_drafts_and_changes_none(signed_in: SignedIn, draft: Agreement) -> None:
    evidence = draft.evidence.about_the_whole().get()

    for rest in ("", "record/add/", f"record/{evidence.pk}/"):
        assert signed_in("analyst").get(page_of(draft, rest)).status_code == 403
    for rest in ("prefer/", f"record/{evidence.pk}/remove/", f"record/{evidence.pk}/verify/"):
        assert signed_in("analyst").post(page_of(draft, rest), {"verified": "yes", "seen": mark_of(evidence)}).status_code == 403
    assert draft.evidence.filter(verified=True).count() == 0


def test_the_page_costs_the_same_for_three_facts_and_for_thirty(
    signed_in: SignedIn, person: Callable[[str], Person], django_assert_max_num_queries: Any
) -> None:
    for count in (3, 30):
        said = {"date": "1951", "party": "JPN", "evidence": [{"source": "s1", "verified": True}] * 3}
        events = [{"id": f"x{number}", "kind": "announced", **said} for number in range(count)]
        provisions = [{"id": f"p{number}", "kind": "logistics", "evidence": [{"source": "s1"}]} for number in range(count)]
        agreement = apply(pact(events=events, provisions=provisions), by=person("editor"), at=NOON)
        client = signed_in("editor")
        with django_assert_max_num_queries(16):
            assert client.get(page_of(agreement)).status_code == 200
