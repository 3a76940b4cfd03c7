"""The first page of the desk: what waits for whom."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.checking import check_up
from editorial.operations import admit, publish, return_submission, submit
from tests.factories import NOON, event, pact

SignedIn = Callable[[str], Client]
People = Callable[[str], Person]


def section(client: Client, slug: str) -> str:
    """What one list on the home page says."""
    page = unescape(client.get("/desk/").content.decode())
    assert f'id="list-{slug}"' in page, page
    return page.split(f'id="list-{slug}"')[1].split("</section>")[0]


def entered(person: People, title: str, *, by: str = "editor", **said: Any) -> Agreement:
    agreement = apply(pact(title=title, **said), by=person(by), at=NOON)
    check_up(agreement, on=NOON.date())
    return agreement


def test_an_editor_finds_drafts_of_their_own_and_nobody_elses(signed_in: SignedIn, person: People) -> None:
    entered(person, "Mine")
    entered(person, "Somebody else's", by="reviewer")

    drafts = section(signed_in("editor"), "drafts")

    assert "Mine" in drafts
    assert "Somebody else's" not in drafts


def test_what_was_returned_stands_there_with_its_comment_until_it_is_submitted_again(signed_in: SignedIn, person: People) -> None:
    agreement = entered(person, "A pact")
    return_submission(submit(agreement, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON, comment="Cite article 4.")

    assert "“Cite article 4.”" in section(signed_in("editor"), "returned")
    assert "Nothing has come back to you." in section(signed_in("reviewer"), "returned")

    submit(agreement, by=person("editor"), at=NOON)
    assert "Nothing has come back to you." in section(signed_in("editor"), "returned")


def test_a_reviewer_sees_others_submissions_first_and_their_own_marked(signed_in: SignedIn, person: People) -> None:
    submit(entered(person, "My own", by="reviewer"), by=person("reviewer"), at=NOON)
    submit(entered(person, "An editor's"), by=person("editor"), at=NOON + timedelta(hours=1))

    waiting = section(signed_in("reviewer"), "waiting")

    assert waiting.index("An editor's") < waiting.index("My own")
    assert "Yours: somebody else must publish it" in waiting.split("My own")[1]
    assert "My own" not in section(signed_in("editor"), "waiting")


def test_a_single_editor_is_allowed_only_where_every_page_says_so(signed_in: SignedIn, person: People, settings: Any) -> None:
    submission = submit(entered(person, "My own", by="reviewer"), by=person("reviewer"), at=NOON)
    client, banner = signed_in("reviewer"), "This installation allows a single editor"
    pages = ("/desk/", f"/desk/editorial/submission/{submission.pk}/change/")
    assert [banner in client.get(address).content.decode() for address in pages] == [False, False]

    settings.ENTENTE_FOUR_EYES = False

    assert [banner in client.get(address).content.decode() for address in pages] == [True, True]


def test_the_rule_book_speaks_of_ones_drafts(signed_in: SignedIn, person: People) -> None:
    entered(person, "Half a pact", parties=["JPN"])
    entered(person, "A pact without a kind", kind=None)

    said = section(signed_in("editor"), "findings")

    assert "Cannot be submitted" in said
    assert "An agreement has at least two parties" in said
    assert "Nobody has coded its kind." in said


def test_a_person_who_reads_only_sees_publications_and_no_word_of_a_draft(signed_in: SignedIn, person: People) -> None:
    agreement = entered(person, "Public wording")
    publish(submit(agreement, by=person("editor"), at=NOON), by=person("reviewer"), at=NOON)
    apply(pact(title="Unpublished wording"), by=person("editor"), at=NOON, to=agreement)
    client = signed_in("analyst")

    page = client.get("/desk/").content.decode()

    assert "Public wording" in page
    assert "Unpublished wording" not in page
    assert "list-drafts" not in page
    assert [client.get(f"/desk/work/{slug}/").status_code for slug in ("publications", "drafts", "unverified")] == [200, 403, 403]


TODAY = timezone.now().date()
CASES = {
    "expired": pact(
        reference="E0901", title="Ran out", in_force="1990-01-01", signed="1990-01-01",
        duration={"term": {"kind": "fixed", "months": 60, "counted_from": "entry_into_force"}, "renewal": {"kind": "none"}},
    ),
    "unratified": pact(reference="E0902", title="Never in force", signed="1990-01-01"),
    "unverified": pact(reference="E0903", title="Hearsay", in_force="1990-01-01"),
    "conflicts": pact(
        reference="E0904", title="Two dates", in_force="1990-01-01", events=[event("x1", "entry_into_force", "1991-01-01", weight="rival")]
    ),
}  # fmt: skip


@pytest.mark.parametrize("slug", CASES)
def test_a_record_that_needs_attention_is_listed_where_it_does(signed_in: SignedIn, slug: str) -> None:
    admit(CASES[slug], at=NOON, note="For a test")

    assert CASES[slug].title in section(signed_in("editor"), slug)
    for other in {"expired", "unratified", "conflicts"} - {slug}:
        assert CASES[slug].title not in section(signed_in("editor"), other)


def test_a_young_signature_and_a_declared_end_need_no_attention(signed_in: SignedIn) -> None:
    recent = (TODAY - timedelta(days=400)).isoformat()
    admit(pact(reference="E0905", title="Signed lately", signed=recent), at=timezone.now(), note="For a test")
    admit(pact(reference="E0906", title="Ended in words", in_force="1990", ended="1995"), at=NOON, note="For a test")

    for slug in ("expired", "unratified"):
        page = section(signed_in("editor"), slug)
        assert "Signed lately" not in page
        assert "Ended in words" not in page


def test_an_empty_desk_says_so_and_names_the_next_step(signed_in: SignedIn) -> None:
    page = unescape(signed_in("editor").get("/desk/").content.decode())

    assert "You have no drafts." in page
    assert '<a href="/desk/agreements/agreement/add/">Enter an agreement</a>' in page
    assert "No two sources contradict one another." in page


def test_long_lists_are_cut_counted_and_led_on_to_pages(signed_in: SignedIn, person: People) -> None:
    for number in range(53):
        apply(pact(title=f"Draft {number:02}"), by=person("editor"), at=NOON)
    client = signed_in("editor")

    assert "See all 53" in section(client, "drafts")
    first, second = (client.get(f"/desk/work/drafts/?page={page}").content.decode() for page in (1, 2))
    assert (first.count("line-title"), second.count("line-title")) == (50, 3)
    assert client.get("/desk/work/nothing/").status_code == 404


def test_the_home_page_costs_the_same_for_three_rows_and_for_thirty(
    signed_in: SignedIn, person: People, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client, editor, reviewer = signed_in("reviewer"), person("editor"), person("reviewer")
    spent = []
    for count in (3, 27):
        for number in range(count):
            rival = [event("x1", "entry_into_force", "1991", weight="rival")]
            entered(person, f"Draft {number}", by="reviewer", kind=None, events=rival)
            submit(entered(person, f"Waits {number}"), by=editor, at=NOON)
            return_submission(submit(entered(person, "Back"), by=reviewer, at=NOON), by=editor, at=NOON, comment="Why?")
            publish(submit(entered(person, "Out", signed="1990"), by=editor, at=NOON), by=reviewer, at=NOON)
        with django_assert_max_num_queries(15) as queries:
            assert client.get("/desk/").status_code == 200
        spent.append(len(queries))

    assert spent[0] == spent[1]
