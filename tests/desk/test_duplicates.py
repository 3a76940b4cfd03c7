from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from editorial.mergers import Merger, MergerState, NotDuplicate
from editorial.merging import merge
from editorial.operations import publish, submit
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
LIST = "/desk/agreements/agreement/"
ACSA = "Agreement on Reciprocal Provision of Supplies"


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Callable[..., Agreement]:
    return lambda **said: apply(pact(**said), by=person("editor"), at=NOON)


@pytest.fixture
def public(draft: Callable[..., Agreement], person: Callable[[str], Person]) -> Callable[..., Agreement]:
    def make(**said: Any) -> Agreement:
        agreement = draft(**said)
        publish(submit(agreement, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON)
        agreement.refresh_from_db()
        return agreement

    return make


def read(client: Client, address: str, **said: Any) -> str:
    return unescape(client.get(address, said).content.decode())


def merging(one: Agreement, other: Agreement, **said: str) -> dict[str, Any]:
    return {f"version.{one.pk}": one.version, f"version.{other.pk}": other.version, "reason": "The same text.", **said}


def test_what_is_typed_is_found_in_the_register_with_the_reasons(signed_in: SignedIn, draft: Any) -> None:
    draft(title=ACSA, signed="1996-04-15")

    page = read(signed_in("editor"), f"{LIST}duplicates/", title=ACSA, party="JPN, USA", signed="1996-04-15")

    assert "Signed on the same day, 15 April 1996." in page
    assert "Same title." in page
    assert "Same parties." in page


def test_a_fragment_is_all_that_htmx_is_given(signed_in: SignedIn, draft: Any) -> None:
    draft(title=ACSA, signed="1996-04-15")

    answer = signed_in("editor").get(f"{LIST}duplicates/", {"title": ACSA, "signed": "1996-04-15"}, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()
    assert "Same title." in answer.content.decode()
    assert (
        "No likely duplicate."
        in signed_in("editor").get(f"{LIST}duplicates/", {"title": "Fishing"}, headers={"HX-Request": "true"}).content.decode()
    )


def test_the_fields_of_the_form_are_read_as_they_stand(signed_in: SignedIn, draft: Any) -> None:
    saved = draft(title=ACSA, signed="1996-04-15", identifiers=[{"scheme": "dcad", "value": "DCADv1.0-0001"}])
    form = {
        "title": "Something", "participations-0-party": "Japan (JPN)", "participations-1-party": "USA",
        "participations-2-party": "France", "participations-2-DELETE": "on", "participations-__prefix__-party": "",
        "events-0-kind": "signature", "events-0-date": "15 April 1996", "events-1-kind": "signature", "events-1-date": "half a d",
        "identifiers-0-scheme": "dcad", "identifiers-0-value": "DCADv1.0-0001", "identifiers-1-scheme": "nonsense",
    }  # fmt: skip

    found = unescape(signed_in("editor").post(f"{LIST}duplicates/", form, headers={"HX-Request": "true"}).content.decode())
    own = signed_in("editor").post(f"{LIST}duplicates/?but={saved.pk}", form, headers={"HX-Request": "true"}).content.decode()

    assert "Same DCAD DCADv1.0-0001." in found
    assert "Same parties." in found
    assert "No likely duplicate." in own


def test_each_likely_duplicate_stands_beside_the_record(signed_in: SignedIn, draft: Any, public: Any) -> None:
    public(title=ACSA, signed="1996-04-15")
    mine = draft(title=ACSA, signed="1996-04-15", form="treaty")

    page = read(signed_in("editor"), f"{LIST}{mine.pk}/duplicates/")

    assert "E0001" in page
    assert "a draft, not public" in page
    assert "Merge the two" in page


def test_who_says_that_they_are_two_says_why_and_is_remembered(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(title=ACSA), draft(title=ACSA)
    editor = signed_in("editor")

    editor.post(f"{LIST}{one.pk}/duplicates/{other.pk}/dismiss/", {"reason": " "})
    assert not NotDuplicate.objects.exists()
    editor.post(f"{LIST}{one.pk}/duplicates/{other.pk}/dismiss/", {"reason": "Two notes of one day."})

    for agreement in (one, other):
        page = read(editor, f"{LIST}{agreement.pk}/duplicates/")
        assert "Nothing at the desk is likely to be the same" in page
        assert "1 found to be another" in page
        assert "editor, 2" in page
        assert "Two notes of one day." in page


def test_two_drafts_are_merged_and_the_other_leaves_the_list_but_not_the_desk(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(title=ACSA), draft(title="Supplies treaty", kind="acsa", note="From a press release")
    editor = signed_in("editor")
    page = read(editor, f"{LIST}{one.pk}/merge/{other.pk}/")
    assert "Kind" in page
    assert "Note changed from nothing to “From a press release”." in page

    answer = editor.post(f"{LIST}{one.pk}/merge/{other.pk}/", merging(one, other, **{"keep.kind": "other"}))

    assert answer.status_code == 302
    document = compose(one)
    assert (document.title, document.kind, document.note) == (ACSA, "acsa", "From a press release")
    assert "is merged into this one" in read(editor, LIST)  # said once
    listed = read(editor, LIST)
    assert ACSA in listed
    assert "Supplies treaty" not in listed
    assert "Supplies treaty" in read(editor, LIST, merged="yes")
    assert "It was merged into" in read(editor, f"{LIST}{other.pk}/duplicates/")


def test_what_was_merged_can_be_read_and_not_written(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(), draft(title="Pact")
    editor = signed_in("editor")
    editor.post(f"{LIST}{one.pk}/merge/{other.pk}/", merging(one, other))

    assert editor.get(f"{LIST}{other.pk}/change/").status_code == 200
    assert editor.post(f"{LIST}{other.pk}/change/", {"title": "x"}).status_code == 403
    assert compose(other).title == "Pact"


def test_a_merger_is_refused_with_its_reason_and_nothing_chosen_is_lost(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(), draft(title="Pact", kind="sofa")
    sent = merging(one, other, **{"keep.kind": "other"})
    apply(pact(title="Saved by somebody"), by=other.created_by, at=NOON, to=other)

    answer = signed_in("editor").post(f"{LIST}{one.pk}/merge/{other.pk}/", sent)

    page = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Somebody saved one of them after you opened this page" in page
    assert "The same text." in page
    assert not Merger.objects.exists()


def test_a_choice_can_be_looked_at_before_it_is_made(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(), draft(title="Pact", kind="sofa")

    answer = signed_in("editor").post(f"{LIST}{one.pk}/merge/{other.pk}/", {"look": "1", "keep.title": "other"})

    assert "Title changed from “Security Treaty” to “Pact”" in unescape(answer.content.decode())
    assert not Merger.objects.exists()


def test_a_merger_is_taken_back_at_the_desk(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(), draft(title="Pact")
    editor = signed_in("editor")
    editor.post(f"{LIST}{one.pk}/merge/{other.pk}/", merging(one, other))

    page = unescape(editor.post(f"{LIST}{other.pk}/merge/back/", follow=True).content.decode())

    assert "It is on the desk by itself again" in page
    assert Merger.objects.get().state is MergerState.TAKEN_BACK
    assert compose(one).other_titles == ()
    assert editor.get(f"{LIST}{other.pk}/change/").status_code == 200


def test_an_analyst_is_told_nothing_of_drafts(signed_in: SignedIn, draft: Any) -> None:
    one, other = draft(title=ACSA), draft(title=ACSA)
    analyst = signed_in("analyst")

    for address in ("duplicates/", f"{one.pk}/duplicates/", f"{one.pk}/merge/{other.pk}/"):
        answer = analyst.get(f"{LIST}{address}", {"title": ACSA})
        assert answer.status_code == 403
        assert ACSA not in answer.content.decode()
    for address in (f"{one.pk}/duplicates/{other.pk}/dismiss/", f"{one.pk}/merge/{other.pk}/", f"{other.pk}/merge/back/"):
        assert analyst.post(f"{LIST}{address}", {"reason": "x"}).status_code == 403
    assert not Merger.objects.exists()
    assert signed_in("editor").get(f"{LIST}999999/duplicates/").status_code == 404


def test_a_redirect_tells_nothing_of_what_is_not_public(public: Any, person: Any) -> None:
    one, other = public(), public(title="Pact")
    merge(one, other, by=person("editor"), at=NOON, reason="The same text.")
    submission = submit(one, by=person("editor"), at=NOON)
    apply(pact(title="Zyxwv secret wording"), by=person("editor"), at=NOON, to=one)
    apply(pact(title="Zyxwv secret wording too"), by=person("editor"), at=NOON, to=other)
    assert Client().get("/agreements/E0002/").status_code == 200
    publish(submission, by=person("reviewer"), at=NOON)

    for address, status in (
        ("/agreements/E0002/", 301), ("/agreements/E0002/revisions/", 200), ("/agreements/E0002/revisions/1/", 200),
        ("/agreements/E0002/revisions/2/", 200), ("/api/v1/agreements/E0002/", 301), ("/api/v1/agreements/E0002/standing/", 301),
    ):  # fmt: skip
        answer = Client().get(address)
        assert answer.status_code == status, address
        assert "Zyxwv" not in answer.content.decode() + str(answer.headers), address


def test_the_notice_tells_a_reviewer_what_publishing_ends(signed_in: SignedIn, public: Any, person: Any, rf: Any) -> None:
    from django.template import Context, Template

    one, other, third = public(), public(title="Pact"), public(signed="1951-09-08")
    merge(one, other, by=person("editor"), at=NOON, reason="The same text.")
    request = rf.get("/")
    request.user = Person.objects.create_superuser("root")

    page = Template("{% load duplicates %}{% duplicates_notice agreement %}").render(Context({"request": request, "agreement": one}))
    merged = Template("{% load duplicates %}{% duplicates_notice agreement %}").render(Context({"request": request, "agreement": other}))

    assert "Publishing it ends E0002" in page
    assert third.record.reference in page
    assert "It was merged into" in merged
