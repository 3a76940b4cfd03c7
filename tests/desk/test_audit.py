"""Who did what: a line for every deed, by whatever path it was done."""

import ast
import csv
import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin import ModelAdmin
from django.db import DatabaseError, transaction
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement, Deed, Source
from agreements.operations import note_change
from agreements.vocabulary import DeedKind
from desk.audit.saving import LeavesALine
from desk.site import desk
from editorial.applying import apply
from editorial.models import CheckUp, Submission
from editorial.operations import admit, publish, retract, return_submission, submit, withdraw
from parties.models import Party
from provisions.models import Provision
from tests.desk.test_desk import form
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", in_force="1952"), by=person("editor"), at=NOON)


def lines(agreement: Agreement) -> list[tuple[str, int]]:
    return [(deed.what.value, deed.version) for deed in Deed.objects.filter(agreement=agreement)]


def last(agreement: Agreement) -> Deed:
    deed = Deed.objects.filter(agreement=agreement).last()
    assert deed is not None
    return deed


def test_a_record_tells_its_life_from_first_draft_to_retraction(draft: Agreement, person: Callable[[str], Person]) -> None:
    editor, reviewer = person("editor"), person("reviewer")
    withdraw(submit(draft, by=editor, at=NOON), by=editor, at=NOON)
    return_submission(submit(draft, by=editor, at=NOON), by=reviewer, at=NOON, comment="Which article?")
    apply(pact(title="Mended"), by=editor, at=NOON, to=draft)
    revision = publish(submit(draft, by=editor, at=NOON), by=reviewer, at=NOON)
    retract(revision.record, by=reviewer, at=NOON + timedelta(hours=1), reason="A hoax.")

    assert lines(draft) == [
        ("entered", 1), ("submitted", 1), ("withdrawn", 1), ("submitted", 1), ("returned", 1),
        ("saved", 2), ("submitted", 2), ("published", 2), ("retracted", 2),
    ]  # fmt: skip
    said = {deed.what.value: deed for deed in Deed.objects.filter(agreement=draft)}
    assert said["returned"].details == ["Which article?"]
    assert "Title changed from “A draft” to “Mended”." in said["saved"].details
    assert said["retracted"].details[0] == "A hoax."
    assert said["published"].details[0].startswith("E0001, revision 1, SHA-256 ")
    assert [said[what].by for what in ("submitted", "published")] == [editor, reviewer]


def test_a_line_can_be_neither_changed_nor_struck(draft: Agreement) -> None:
    for wrong in (lambda: Deed.objects.update(what=DeedKind.MERGED), lambda: Deed.objects.all().delete()):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            wrong()
    assert lines(draft) == [("entered", 1)]


def test_an_admitted_document_leaves_one_line_and_costs_one_query_for_it(loaded: None) -> None:
    record = admit(pact(reference="E0412"), at=NOON, note="Starting register").record

    (deed,) = Deed.objects.filter(agreement__record=record)
    assert (deed.what, deed.by, deed.details) == (DeedKind.ADMITTED, None, ["Starting register, as E0412."])


def test_noting_a_deed_costs_three_queries_and_a_step_one(
    draft: Agreement, person: Callable[[str], Person], django_assert_num_queries: Any
) -> None:
    editor = person("editor")
    with django_assert_num_queries(5):  # three, and the two of its own transaction
        note_change(draft, by=editor, at=NOON)
    with django_assert_num_queries(3):
        note_change(draft, by=editor, at=NOON, what=DeedKind.SUBMITTED)


def test_a_save_by_the_form_says_which_fields_and_rows_changed(signed_in: SignedIn, draft: Agreement) -> None:
    sent = form(
        draft,
        title="A better title",
        **{"events-TOTAL_FORMS": 1, "events-0-agreement": draft.pk, "events-0-kind": "expiry", "events-0-date": "1970"},
        **{"events-0-occurrence": "happened", "events-0-basis": "declared", "events-0-weight": "accepted"},
    )

    assert signed_in("editor").post(f"/desk/agreements/agreement/{draft.pk}/change/", sent).status_code == 302

    assert lines(draft) == [("entered", 1), ("saved", 2)]
    assert "Title: from “A draft” to “A better title”." in last(draft).details
    assert "Event added: Expired in 1970." in last(draft).details
    assert CheckUp.objects.get(agreement=draft).version == 2


def test_rows_changed_and_removed_inline_are_told_apart(signed_in: SignedIn, draft: Agreement) -> None:
    signature, force = draft.events.order_by("position")
    kept = {"occurrence": "happened", "basis": "declared", "weight": "accepted", "concerns": ""}
    rows = [
        {"id": signature.pk, "kind": "signature", "date": "1951-09"},
        {"id": force.pk, "kind": "entry_into_force", "date": "1952", "DELETE": "on"},
    ]
    sent = form(draft, **{"events-TOTAL_FORMS": 2, "events-INITIAL_FORMS": 2}, kind="mutual_defence")
    for number, row in enumerate(rows):
        sent |= {f"events-{number}-{name}": value for name, value in {"agreement": draft.pk, **kept, **row}.items()}

    assert signed_in("editor").post(f"/desk/agreements/agreement/{draft.pk}/change/", sent).status_code == 302

    said = last(draft).details
    assert any("date: from “1951-09-08” to “1951-09”." in sentence for sentence in said), said
    assert "Event removed: Entered into force in 1952." in said


def paths(draft: Agreement, source: Source) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Every way in which somebody can write at the desk: who, where, what."""
    provision = {
        "agreement": draft.pk, "kind": "logistics", "shown_kind": "logistics", "state": "present", "articles": "IV", "seen_version": "",
        "evidence-TOTAL_FORMS": 0, "evidence-INITIAL_FORMS": 0,
    }  # fmt: skip
    listed = {"action": "submit_for_review", "_selected_action": [draft.pk]}
    return {
        "the form": ("editor", f"agreements/agreement/{draft.pk}/change", form(draft, title="Typed")),
        "a new provision": ("editor", "provisions/provision/add", provision),
        "a provision changed": ("editor", "provisions/provision/{provision}/change", {**provision, "articles": "V", "seen_version": 2}),
        "a provision struck": ("editor", "provisions/provision/{provision}/delete", {"post": "yes"}),
        "its source": ("editor", f"agreements/source/{source.pk}/change", {"kind": "data_set", "title": "A list", "seen_version": 1}),
        "submitted from the list": ("editor", "agreements/agreement", listed),
        "withdrawn": ("editor", f"agreements/agreement/{draft.pk}/withdraw", {}),
        "submitted": ("editor", f"agreements/agreement/{draft.pk}/submit", {}),
        "returned": ("reviewer", "editorial/submission/{submission}/return", {"comment": "Why?"}),
        "submitted again": ("editor", f"agreements/agreement/{draft.pk}/submit", {}),
        "published": ("reviewer", "editorial/submission/{submission}/publish", {"as_read": "{sha256}", "against": ""}),
        "retracted": ("reviewer", f"agreements/agreement/{draft.pk}/retract", {"reason": "A hoax."}),
    }


def test_every_path_of_the_desk_leaves_exactly_one_line(signed_in: SignedIn, draft: Agreement) -> None:
    source = Source.objects.get()
    for name, (role, address, sent) in paths(draft, source).items():
        there = Deed.objects.filter(agreement=draft).count()
        submission, provision = Submission.objects.first(), Provision.objects.first()
        found = {
            "submission": submission.pk if submission else "",
            "provision": provision.pk if provision else "",
            "sha256": submission.sha256 if submission else "",
        }
        sent = {key: value.format(**found) if value == "{sha256}" else value for key, value in sent.items()}
        answer = signed_in(role).post(f"/desk/{address.format(**found)}/", sent)
        assert answer.status_code == 302, (name, answer.context and answer.context.get("errors"))
        assert Deed.objects.filter(agreement=draft).count() == there + 1, name

    assert last(draft).what is DeedKind.RETRACTED


def test_whoever_may_be_written_at_the_desk_leaves_a_line() -> None:
    """Every page of the admin that writes an agreement, a row of one or a source is one that leaves a line."""
    silent = [
        model.__name__
        for model, page in desk._registry.items()
        if model._meta.app_label in ("agreements", "provisions")
        if not isinstance(page, LeavesALine) and type(page).has_change_permission is ModelAdmin.has_change_permission
    ]

    assert silent == []


WRITES = {"save", "update", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "delete"}
# The admin's own saves, which end in `LeavesALine`, and what is not a row of an agreement.
NAMED = {
    ("desk/admin/agreements.py", "save_formset"),
    ("desk/admin/agreements.py", "save_model"),
    ("desk/admin/base.py", "count_save"),
    ("desk/admin/provisions.py", "save_formset"),
    ("desk/forms/citing.py", "__init__"),  # what the agreement's form saves with its rows
    ("desk/forms/citing.py", "_add_parties"),
    ("desk/forms/citing.py", "_write"),
    ("desk/texts/views.py", "_keep"),  # a form that is not yet to save its row
    ("desk/account/second_factor.py", "picture"),  # a drawing
    ("desk/rest/views/texts.py", "post"),  # a form that is not yet to save its row
    ("desk/rest/views/texts.py", "deed"),
    ("desk/rest/keeping.py", "once"),  # answers that are kept for programs
    ("desk/rest/keeping.py", "_take_over"),
    ("desk/rest/keeping.py", "forget"),
}


def test_nothing_in_the_desk_writes_an_agreement_past_the_audit() -> None:
    """A function here that writes rows by itself is named above, with the line that it leaves shown by the test of all paths."""
    found = set()
    for path in sorted((ROOT / "desk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                called = (call.func.attr for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute))
                if WRITES & set(called):
                    found.add((path.relative_to(ROOT).as_posix(), node.name))

    assert found <= NAMED


def test_the_history_is_a_page_that_costs_the_same_for_three_deeds_and_for_thirty(
    signed_in: SignedIn, person: Callable[[str], Person], draft: Agreement, django_assert_max_num_queries: Any
) -> None:
    client = signed_in("editor")
    for count in (3, 27):
        for _ in range(count):
            note_change(draft, by=person("editor"), at=NOON, details=["Title."])
        with django_assert_max_num_queries(8):
            page = client.get(f"/desk/agreements/agreement/{draft.pk}/history/").content.decode()

    assert "31 deeds" in page
    assert page.count("<strong title=") == 31


def test_the_history_is_exported_whole_for_people_of_the_desk(
    signed_in: SignedIn, person: Callable[[str], Person], draft: Agreement
) -> None:
    note_change(draft, by=person("reviewer"), at=NOON, details=["=HYPERLINK(1)", "Second."])
    address = f"/desk/agreements/agreement/{draft.pk}/history"

    table = signed_in("editor").get(f"{address}.csv").getvalue().decode()
    told = signed_in("editor").get(f"{address}.json").json()

    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["by"], row["what"], row["version"]) for row in rows] == [("editor", "entered", "1"), ("reviewer", "saved", "2")]
    assert rows[1]["details"] == "'=HYPERLINK(1)\nSecond."  # no spreadsheet takes it for a formula
    assert [deed["what"] for deed in told["deeds"]] == ["entered", "saved"]
    for export in ("/", ".csv", ".json"):
        assert signed_in("analyst").get(address + export).status_code == 403
        assert Client().get(address + export).status_code == 302


def test_a_changed_source_is_told_to_every_agreement_that_lists_it(
    signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]
) -> None:
    other = apply(pact(title="Another"), by=person("editor"), at=NOON)
    sent = {"kind": "data_set", "title": "A better list", "seen_version": 1}

    assert signed_in("editor").post(f"/desk/agreements/source/{Source.objects.get().pk}/change/", sent).status_code == 302

    for agreement in (draft, other):
        assert last(agreement).details == ["The source “A better list”.", "Title: from “A list of treaties” to “A better list”."]
        assert last(agreement).version == 1


def test_an_agreement_with_a_history_is_not_deleted_by_anybody(loaded: None, draft: Agreement) -> None:
    client = Client()
    client.force_login(Person.objects.create_superuser("root"))

    page = client.post(f"/desk/agreements/agreement/{draft.pk}/delete/", {"post": "yes"})

    assert "It cannot be deleted" in page.content.decode()
    assert Agreement.objects.filter(pk=draft.pk).exists()
    assert Party.objects.filter(code="JPN").exists()
