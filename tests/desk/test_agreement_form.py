"""Entering an agreement: parties by any name, days as people write them, citations in the same save."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement, Evidence, Source
from editorial.applying import apply
from editorial.composing import compose
from editorial.models import Submission
from editorial.operations import publish
from tests.desk.sending import ADD, address_of, one_more, opened
from tests.factories import NOON, event, pact

SignedIn = Callable[[str], Client]
PRESS = {"new_source_title": "Japan and the Philippines sign", "new_source_kind": "press", "new_source_url": "https://news.example/1"}


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in("editor")


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", in_force="1952"), by=person("editor"), at=NOON)


def faults(client: Client, sent: dict[str, Any], address: str = ADD) -> str:
    answer = client.post(address, sent)
    assert answer.status_code == 200, "it was saved"
    return unescape(answer.content.decode())


def saved(client: Client, sent: dict[str, Any], address: str = ADD) -> Agreement:
    answer = client.post(address, sent)
    assert answer.status_code == 302, [fault for fault in answer.context["errors"] if fault]
    return Agreement.objects.order_by("-changed_at", "-pk")[0]


def test_a_new_draft_is_saved_cited_in_one_save(editor: Client) -> None:
    sent = {
        **opened(editor),
        **PRESS,
        "title": "Acquisition and Cross-Servicing Agreement",
        "kind": "acsa",
        "add_parties": "Japan; PHL",
        "new_source_published": "16 Jan 2026",
        "events-0-kind": "signature",
        "events-0-date": "Jan 2026",
        "events-0-cite_quote": "signed by the two foreign ministers",
        "events-0-cite_verified": "on",
        "events-1-kind": "ratification",
        "events-1-party": "Japan",
        "events-1-occurrence": "awaited",
        "events-1-cite_article": "par. 3",
    }

    document = compose(saved(editor, sent))

    assert [(part.party, part.role) for part in document.participations] == [("JPN", "party"), ("PHL", "party")]
    assert [(source.title, str(source.published), source.url) for source in document.sources] == [
        ("Japan and the Philippines sign", "2026-01-16", "https://news.example/1")
    ]
    signature, ratification = document.events
    assert (str(signature.date), signature.evidence[0].quote, signature.evidence[0].verified) == (
        "2026-01",
        "signed by the two foreign ministers",
        True,
    )
    assert (ratification.party, ratification.evidence[0].locator.article) == ("JPN", "par. 3")
    assert [evidence.source for evidence in document.evidence] == [document.sources[0].id]


def test_a_source_of_the_library_is_cited_by_title_address_or_number_and_listed_by_itself(editor: Client, draft: Agreement) -> None:
    gazette = Source.objects.create(kind="official_gazette", title="The Gazette", url="https://gazette.example/7")
    for typed in ("The Gazette", "https://gazette.example/7", f"The Gaz… [S{gazette.pk}]"):
        sent = opened(editor, address_of(draft)) | {"events-0-cite_source": typed, "events-0-cite_article": "p. 7"}
        saved(editor, sent, address_of(draft))

    assert draft.listed_sources.filter(source=gazette).count() == 1
    assert Evidence.objects.filter(event__agreement=draft, listed__source=gazette, article="p. 7").count() == 3


def test_evidence_is_entered_for_a_party_the_duration_and_the_record(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft)) | {"participations-0-cite_quote": "Japan"}
    sent = one_more(sent, "duration", term_kind="fixed", term_months="120", cite_article="IX", applications="[]")
    sent |= {"duration-0-entry_into_force_delay_days": 0, "duration-0-entry_into_force_delay_months": 0, "duration-0-notice_months": 0}
    sent |= {"duration-0-notice_days": 0, "duration-0-notice_effect_months": 0, "duration-0-notice_effect_days": 0}
    sent = one_more(sent, "evidence", about="record", source="A list of treaties", article="preface")

    document = compose(saved(editor, sent, address_of(draft)))

    assert document.participations[0].evidence[0].quote == "Japan"
    assert document.duration is not None
    assert document.duration.evidence[0].locator.article == "IX"
    assert [evidence.locator.article for evidence in document.evidence] == ["", "preface"]


def test_what_is_quoted_needs_a_source(editor: Client) -> None:
    sent = opened(editor) | {"title": "T", "events-0-kind": "signature", "events-0-cite_quote": "signed"}

    assert "Name the source that says so, or enter a new one." in faults(editor, sent)


@pytest.mark.parametrize(
    "typed",
    ["Japan\nUnited States", "jpn, usa", "COW 740; United States of America", "iso JP; cow 2", "USA, Japan, JPN"],
)
def test_several_parties_are_entered_in_one_field_by_any_name_or_code(editor: Client, typed: str) -> None:
    agreement = saved(editor, opened(editor) | {"title": "T", "add_parties": typed})

    assert {part.party.code for part in agreement.participations.all()} == {"JPN", "USA"}


def test_a_comma_inside_a_name_divides_nothing(editor: Client) -> None:
    agreement = saved(editor, opened(editor) | {"title": "T", "add_parties": "Korea, Republic of"})

    assert [part.party.code for part in agreement.participations.all()] == ["KOR"]


def test_a_party_that_stands_there_already_is_not_added_again(editor: Client, draft: Agreement) -> None:
    saved(editor, opened(editor, address_of(draft)) | {"add_parties": "Japan, Philippines"}, address_of(draft))

    assert [part.party.code for part in draft.participations.all()] == ["JPN", "USA", "PHL"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Phillipines", "No party is known as “Phillipines”; did you mean Philippines (PHL)?"),
        ("Congo", "“Congo” may mean"),
        ("740", "write the name or our own code, or the system before the number, such as COW 740"),
        ("Atlantis", "No party is known as “Atlantis”"),
    ],
)
def test_a_name_that_is_unknown_or_means_several_is_refused_with_the_candidates(editor: Client, typed: str, said: str) -> None:
    page = faults(editor, opened(editor) | {"title": "T", "add_parties": f"Japan; {typed}"})

    assert said in page
    assert f"Japan; {typed}</textarea>" in page
    assert said in faults(editor, one_more(opened(editor) | {"title": "T"}, "participations", party=typed))


def test_a_party_keeps_its_label_when_the_form_is_sent_back_unchanged(editor: Client, draft: Agreement) -> None:
    sent = opened(editor, address_of(draft))

    assert sent["participations-0-party"] == "Japan (JPN)"
    before = compose(draft)
    saved(editor, sent, address_of(draft))
    assert compose(draft) == before


def test_a_day_is_read_as_typed_and_shown_back_in_words(editor: Client, draft: Agreement) -> None:
    saved(editor, opened(editor, address_of(draft)) | {"events-0-date": "8th of Sept. 1951"}, address_of(draft))

    page = editor.get(address_of(draft)).content.decode()
    assert 'id="id_events-0-date_words">8 September 1951</span>' in page
    assert str(draft.events.all()[0].date) == "1951-09-08"


def test_figures_that_may_be_read_in_two_ways_are_refused_at_the_field(editor: Client) -> None:
    page = faults(editor, opened(editor) | {"title": "T", "events-0-kind": "signature", "events-0-date": "03/04/2023"})

    assert "“03/04/2023” may be read in two ways; write 1951, October 2020, 16 October 2020 or 2020-10-16" in page
    assert 'value="03/04/2023"' in page


def test_the_chosen_word_stands_with_its_definition_and_the_words_under_their_headings(editor: Client, draft: Agreement) -> None:
    page = unescape(editor.get(address_of(draft)).content.decode())

    assert '<optgroup label="Consenting to be bound">' in page
    assert 'id="id_kind_definition">The parties promise active military support if one of them is attacked.' in page
    assert "ATOP 5.1 codebook, DEFENSE" in page
    assert 'data-term="EventKind:expiry">Its term ran out without renewal.' in page


def test_new_rows_come_with_sensible_defaults(editor: Client) -> None:
    sent = opened(editor)

    assert (sent["events-0-occurrence"], sent["events-0-weight"], sent["events-0-basis"]) == ("happened", "accepted", "declared")
    assert '<option value="party" selected>' in editor.get(ADD).content.decode()


def test_each_save_is_counted_once(editor: Client, draft: Agreement) -> None:
    saved(editor, opened(editor, address_of(draft)) | {"add_parties": "Philippines", "events-0-place": "Tokyo", **PRESS}, address_of(draft))

    draft.refresh_from_db()
    assert (draft.version, str(draft.changed_by)) == (2, "editor")


def test_parties_are_suggested_by_any_name_time_and_code(editor: Client) -> None:
    def suggested(typed: str) -> list[str]:
        return [row["value"] for row in editor.get("/desk/agreements/agreement/suggest/parties/", {"q": typed}).json()["found"]]

    assert suggested("jap")[0] == "Japan (JPN)"
    assert "Côte d'Ivoire (CIV)" in [name.replace("’", "'") for name in suggested("cote d ivoire")]
    assert "Sri Lanka (LKA)" in suggested("ceylon")
    assert "Japan (JPN)" in suggested("cow 740")
    detail = editor.get("/desk/agreements/agreement/suggest/parties/", {"q": "ceylon"}).json()["found"][0]["detail"]
    assert detail.startswith("state, 1948")
    assert "Ceylon" in detail
    assert suggested("") == []


def test_sources_are_suggested_by_title_publisher_and_address(editor: Client) -> None:
    source = Source.objects.create(kind="press", title="A pact is signed", publisher="The Herald", url="https://herald.example/9")
    for typed in ("pact signed", "herald", "herald.example/9"):
        found = editor.get("/desk/agreements/agreement/suggest/sources/", {"q": typed}).json()["found"]
        assert [row["value"] for row in found] == [f"A pact is signed [S{source.pk}]"]


def test_nobody_without_a_desk_copy_is_shown_suggestions(signed_in: SignedIn) -> None:
    for what in ("parties", "sources"):
        assert signed_in("analyst").get(f"/desk/agreements/agreement/suggest/{what}/", {"q": "jap"}).status_code == 403


@pytest.mark.parametrize(("parties", "events"), [(3, 3), (30, 60)])
def test_the_form_opens_in_twenty_five_queries_at_any_size(
    editor: Client, person: Callable[[str], Person], django_assert_max_num_queries: Any, parties: int, events: int
) -> None:
    from parties.models import Party

    codes = list(Party.objects.states().values_list("code", flat=True)[:parties])
    said = [event(f"x{n}", "ratification", f"19{10 + n}", party=codes[n % parties]) for n in range(events)]
    agreement = apply(pact(parties=codes, signed=None, events=said), by=person("editor"), at=NOON)
    with django_assert_max_num_queries(25):
        sent = opened(editor, address_of(agreement))

    assert sent["events-TOTAL_FORMS"] == str(events)
    saved(editor, sent, address_of(agreement))


@pytest.mark.parametrize("typed", ["Côte", "cote d ivoire", "CIV", "437"])
def test_the_list_of_parties_is_searched_by_any_name_and_code(editor: Client, typed: str) -> None:
    assert "Ivoire" in unescape(editor.get("/desk/parties/party/", {"q": typed}).content.decode())


def test_the_list_of_agreements_is_searched_by_title_party_source_and_reference(editor: Client, draft: Agreement) -> None:
    for typed in ("draft", "japan", "jpn", "States draft", "list of treaties"):
        assert "A draft" in editor.get("/desk/agreements/agreement/", {"q": typed}).content.decode(), typed
    for typed in ("nothing", "japan nothing", "Fiji"):
        assert "A draft" not in editor.get("/desk/agreements/agreement/", {"q": typed}).content.decode(), typed


def test_the_list_says_how_far_each_has_come_and_whose_it_is(signed_in: SignedIn, draft: Agreement) -> None:
    def listed(client: Client, **asked: str) -> bool:
        return "A draft" in client.get("/desk/agreements/agreement/", asked).content.decode()

    editor, reviewer = signed_in("editor"), signed_in("reviewer")
    assert listed(editor, state="draft", whose="mine")
    assert not listed(reviewer, whose="mine")
    act = {"_selected_action": draft.pk, "action": "submit_for_review"}
    editor.post("/desk/agreements/agreement/", act)
    assert listed(editor, state="waiting")
    waiting = Submission.objects.get()
    publish(waiting, by=Person.objects.get(username="reviewer"), at=waiting.submitted_at)
    assert listed(editor, state="published")
    saved(editor, opened(editor, address_of(draft)) | {"note": "changed"}, address_of(draft))
    assert listed(editor, state="edited")
    assert not listed(editor, state="published")


def test_the_short_ways_in_add_nothing_that_the_person_may_not_add(loaded: None) -> None:
    newcomer = Person.objects.create(username="newcomer", is_staff=True)
    newcomer.user_permissions.add(*Permission.objects.filter(codename__in=["add_agreement", "add_event"]))
    client = Client()
    client.force_login(newcomer)
    sent = opened(client) | {"title": "T", "events-0-kind": "signature"}

    assert "You may not add parties." in faults(client, sent | {"add_parties": "Japan"})
    assert "You may not add sources to the library." in faults(client, sent | PRESS)
    assert "You may not cite sources here." in faults(client, sent | {"events-0-cite_quote": "signed"})
    assert not Agreement.objects.exists()
    assert not Source.objects.exists()
