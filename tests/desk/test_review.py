"""What a reviewer sees of a submission, and that this and nothing else is published."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from desk.review.comparing import side_by_side
from desk.review.consequences import consequences
from desk.review.tallying import tally
from editorial.applying import apply
from editorial.models import Submission
from editorial.operations import publish, retract, submit
from editorial.vocabulary import SubmissionState
from records.models import Record, Revision
from tests.factories import NOON, event, pact

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]
LATER = NOON + timedelta(hours=1)
TODAY = date(2026, 11, 22)
NAMES = {"JPN": "Japan", "USA": "United States", "PHL": "Philippines"}


@pytest.fixture
def waiting(person: People) -> Submission:
    """A first version, submitted by the editor."""
    return submit(apply(pact(title="A draft", in_force="1952"), by=person("editor"), at=NOON), by=person("editor"), at=NOON)


@pytest.fixture
def again(person: People, waiting: Submission) -> Submission:
    """The same published, then changed and submitted again."""
    publish(waiting, by=person("reviewer"), at=NOON)
    changed = pact(title="A better title", parties=["JPN", "USA", "PHL"], in_force="1952", ended="1960", kind="access_basing")
    agreement = apply(changed, by=person("editor"), at=LATER, to=waiting.agreement)
    return submit(agreement, by=person("editor"), at=LATER)


def read(client: Client, submission: Submission) -> str:
    answer = client.get(f"/desk/editorial/submission/{submission.pk}/change/")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def said(page: str) -> str:
    """The page without its tags, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def decide(client: Client, submission: Submission, step: str, **sent: str) -> str:
    return unescape(client.post(f"/desk/editorial/submission/{submission.pk}/{step}/", sent, follow=True).content.decode())


def test_a_first_publication_is_shown_whole(signed_in: SignedIn, waiting: Submission) -> None:
    page = said(read(signed_in("reviewer"), waiting))

    assert "Never published" in page
    assert "Submitted by editor on 21 November 2026, 12:00, version 1" in page
    assert "Entered into force in 1952" in page
    assert "“A list of treaties”, not verified (read there)" in page
    assert "A new page, whose number is given at publication." in page
    assert "Side by side" not in page


def test_a_change_is_told_in_sentences_and_side_by_side(signed_in: SignedIn, again: Submission) -> None:
    page = read(signed_in("reviewer"), again)

    assert "E0001, compared with revision 1" in page
    assert "Title changed from “A draft” to “A better title”." in page
    assert "Party added: Philippines as party." in page
    assert "<del>A draft</del>" in page
    assert "<ins>A better title</ins>" in page
    assert "Unchanged: 2" in said(page)  # the two parties that were there


def test_the_rule_book_stands_beside_it_with_links_to_the_places(signed_in: SignedIn, person: People) -> None:
    said_late = [{"id": "x1", "kind": "announced", "date": "1951", "evidence": []}]
    submission = submit(apply(pact(events=said_late), by=person("editor"), at=NOON), by=person("editor"), at=NOON)

    page = read(signed_in("reviewer"), submission)

    assert "What happened is shown by a source." in page
    assert 'href="#events-x1"' in page
    assert 'id="events-x1"' in page


def test_publishing_publishes_the_frozen_document_that_was_read(signed_in: SignedIn, person: People, waiting: Submission) -> None:
    reviewer = signed_in("reviewer")
    page = read(reviewer, waiting)
    form = dict(re.findall(r'name="(as_read|against)" value="([^"]*)"', page))
    apply(pact(title="Typed after submission"), by=person("editor"), at=NOON, to=waiting.agreement)

    assert "is published as" in decide(reviewer, waiting, "publish", **form)
    assert "A draft" in Client().get("/agreements/E0001/").content.decode()


def test_a_document_that_is_not_the_one_read_is_not_published(signed_in: SignedIn, waiting: Submission) -> None:
    for as_read in ("0" * 64, ""):
        page = decide(signed_in("reviewer"), waiting, "publish", as_read=as_read, against="")
        assert "not the one you read" in page
    assert not Record.objects.exists()


def test_a_public_record_that_changed_since_it_was_compared_stops_the_publication(
    signed_in: SignedIn, person: People, again: Submission
) -> None:
    record = again.agreement.record
    assert record is not None
    retract(record, by=person("reviewer"), at=LATER, reason="Doubtful.")

    page = decide(signed_in("reviewer"), again, "publish", as_read=again.sha256, against="1")

    assert "not the one you compared it with" in page
    assert Revision.objects.count() == 2


def test_a_return_needs_a_comment(signed_in: SignedIn, waiting: Submission) -> None:
    reviewer = signed_in("reviewer")
    assert "Say in a comment why you return it." in decide(reviewer, waiting, "return", comment=" ")

    assert "is returned to editor" in decide(reviewer, waiting, "return", comment="Cite article 4.")

    waiting.refresh_from_db()
    assert (waiting.state, waiting.comment) == (SubmissionState.RETURNED, "Cite article 4.")


def test_who_submitted_it_sees_no_button_and_is_refused_without_one(signed_in: SignedIn, person: People) -> None:
    own = submit(apply(pact(), by=person("reviewer"), at=NOON), by=person("reviewer"), at=NOON)
    reviewer = signed_in("reviewer")

    page = read(reviewer, own)

    assert "somebody else must decide" in page
    assert "Publish</button>" not in page
    assert "Somebody else must publish what you submitted" in decide(reviewer, own, "publish", as_read=own.sha256, against="")
    assert not Record.objects.exists()


def test_an_editor_reads_a_submission_and_cannot_decide(signed_in: SignedIn, waiting: Submission) -> None:
    editor = signed_in("editor")
    assert "Publish</button>" not in read(editor, waiting)

    for step in ("publish", "return"):
        address = f"/desk/editorial/submission/{waiting.pk}/{step}/"
        assert editor.post(address, {"as_read": waiting.sha256, "against": "", "comment": "x"}).status_code == 403
    assert editor.post(f"/desk/editorial/submission/{waiting.pk}/change/", {}).status_code == 403
    assert signed_in("analyst").get(f"/desk/editorial/submission/{waiting.pk}/change/").status_code == 403


def test_steps_stand_on_the_agreements_own_page(signed_in: SignedIn, person: People) -> None:
    agreement = apply(pact(), by=person("editor"), at=NOON)
    address = f"/desk/agreements/agreement/{agreement.pk}"

    assert "Submit for review" in signed_in("editor").get(f"{address}/change/").content.decode()
    assert "waits for review" in signed_in("editor").post(f"{address}/submit/", follow=True).content.decode()
    assert "Withdraw from review" in signed_in("editor").get(f"{address}/change/").content.decode()
    assert "Withdraw from review" not in signed_in("reviewer").get(f"{address}/change/").content.decode()
    assert "is withdrawn" in signed_in("editor").post(f"{address}/withdraw/", follow=True).content.decode()
    assert "nothing of it waits" in signed_in("editor").post(f"{address}/withdraw/", follow=True).content.decode()
    for wrong in ("submit", "withdraw", "retract"):
        assert signed_in("analyst").post(f"{address}/{wrong}/").status_code == 403


def test_a_document_at_fault_is_refused_on_its_own_page_with_the_reason(signed_in: SignedIn, person: People) -> None:
    agreement = apply(pact(parties=["JPN"]), by=person("editor"), at=NOON)

    page = signed_in("editor").post(f"/desk/agreements/agreement/{agreement.pk}/submit/", follow=True).content.decode()

    assert "An agreement has at least two parties" in page
    assert not Submission.objects.exists()


def test_a_retraction_asks_for_its_reason_first(signed_in: SignedIn, waiting: Submission, person: People) -> None:
    publish(waiting, by=person("reviewer"), at=NOON)
    reviewer, address = signed_in("reviewer"), f"/desk/agreements/agreement/{waiting.agreement_id}/retract/"

    assert "the public will read this" in reviewer.get(address).content.decode()
    assert "Say why it is retracted" in reviewer.post(address, {"reason": " "}).content.decode()
    assert Client().get("/agreements/E0001/").status_code == 200

    assert "is retracted" in unescape(reviewer.post(address, {"reason": "A hoax."}, follow=True).content.decode())
    gone = Client().get("/agreements/E0001/")
    assert (gone.status_code, "A hoax." in gone.content.decode()) == (410, True)
    assert "nothing to retract" in reviewer.get(address).content.decode()


def test_the_page_costs_the_same_for_a_short_treaty_and_a_long_one(
    signed_in: SignedIn, person: People, django_assert_num_queries: Any
) -> None:
    reviewer = signed_in("reviewer")
    spent = []
    for count, letter, signed in ((3, "T", "1951-09-08"), (60, "W", "1988-02-01")):  # nobody takes the one for the other
        events = [event(f"x{n}", "announced", "1951", party="JPN") for n in range(count)]
        one = apply(pact(title=letter * 500, signed=signed, events=events), by=person("editor"), at=NOON)
        publish(submit(one, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON)
        apply(
            pact(title=letter * 499, signed=signed, events=[*events, event("y", "announced", "1952")]),
            by=person("editor"),
            at=LATER,
            to=one,
        )
        submission = submit(one, by=person("editor"), at=LATER)
        with django_assert_num_queries(21) as queries:
            read(reviewer, submission)
        spent.append(len(queries))

    assert spent[0] == spent[1]


# What changes in public, as the law reads both documents


def effects(before: Any, after: Any) -> dict[str, list[str]]:
    groups = consequences(before, after, on=TODAY, names=NAMES, reference="E0001")
    return {group.heading: [effect.sentence for effect in group.shown] for group in groups}


def test_an_end_moves_the_record_from_the_lists_of_what_is_in_force() -> None:
    found = effects(pact(in_force="1952"), pact(in_force="1952", ended="1960"))

    assert found["Standing today"] == ["In force → Ended."]
    assert found["Standing of its parties today"] == ["Japan: Party → Ended.", "United States: Party → Ended."]
    assert found["Between two parties today"] == ["Japan and United States: both bound → nothing holds."]
    assert "Agreements ended" in found["Lists that it enters"]
    assert "Agreements in force" in found["Lists that it leaves"]
    assert "In force for Japan" in found["Lists that it leaves"]


def test_a_new_party_is_listed_on_its_page() -> None:
    found = effects(pact(in_force="1952"), pact(in_force="1952", parties=["JPN", "USA", "PHL"]))

    assert "The page of the Philippines lists it." in found["Pages"]
    assert "Agreements of Philippines" in found["Lists that it enters"]
    assert "It enters the lists “between” 2 pairs of parties." in found["Between two parties today"]


def test_a_note_changes_one_page_and_no_list() -> None:
    found = effects(pact(in_force="1952"), pact(in_force="1952", note="Seen in the archive."))

    assert found == {"Pages": ["The page of E0001 shows a new revision."]}


def test_kinds_and_provisions_are_lists_too() -> None:
    found = effects(pact(), pact(kind="access_basing", provisions=[{"id": "p1", "kind": "logistics"}]))

    assert [list_ for list_ in found["Lists that it leaves"] if "kind" in list_] == ["Agreements of the kind “Mutual defence”"]
    assert "Agreements with provisions on logistics" in found["Lists that it enters"]


def test_what_the_law_says_of_the_lists_is_what_the_catalogue_then_answers(signed_in: SignedIn, person: People, again: Submission) -> None:
    """Every list that the page names has the record after publication, and every one it leaves has it no longer."""
    page = read(signed_in("reviewer"), again)
    enters = re.findall(r'href="(/agreements/\?[^"]+)"', page.split("Lists that it enters")[1].split("Lists that it leaves")[0])
    leaves = re.findall(r'href="(/agreements/\?[^"]+)"', page.split("Lists that it leaves")[1].split("</section>")[0])
    assert enters
    assert leaves
    public = Client()
    for address, there in [*((one, False) for one in enters), *((one, True) for one in leaves)]:
        assert ("/agreements/E0001/" in public.get(address).content.decode()) is there, address

    publish(again, by=person("reviewer"), at=LATER)

    for address, there in [*((one, True) for one in enters), *((one, False) for one in leaves)]:
        assert ("/agreements/E0001/" in public.get(address).content.decode()) is there, address


def test_a_comparison_marks_what_changed_and_folds_what_did_not() -> None:
    before = pact(events=[event("x1", "announced", "1950"), event("x2", "announced", "1951")])
    after = pact(events=[event("x2", "announced", "1953"), event("x3", "announced", "1954")], signed="1951-09-08")

    events = next(section for section in side_by_side(before, after, NAMES) if section.anchor == "events")

    assert {item.anchor: item.change for item in events.items} == {
        "events-e1": "", "events-x2": "changed", "events-x3": "added", "events-x1": "removed",
    }  # fmt: skip
    (date_,) = next(item for item in events.changed if item.anchor == "events-x2").differing
    assert (date_.label, date_.before, date_.after) == ("Date", "1951", "1953")


def test_the_tally_counts_facts_verified_reported_and_bare() -> None:
    verified = {"source": "s1", "verified": True, "note": "read there"}
    events: list[dict[str, Any]] = [
        {"id": "x1", "kind": "announced", "date": "1950", "evidence": [verified]},
        {"id": "x2", "kind": "announced", "evidence": []},
    ]

    rows = {row.label: (row.verified, row.reported, row.bare) for row in tally(pact(events=events))}

    assert rows["Events"] == (1, 1, 1)
    assert rows["Parties"] == (0, 0, 2)
