"""A plan says what would become of each record, and writes nothing; what it says is then done as a whole or not at all."""

import csv
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement, Deed
from agreements.vocabulary import DeedKind
from editorial.applying import apply
from editorial.composing import compose
from editorial.operations import submit
from editorial.rules import RuleBroken
from intake.adapters.dcad import Dcad
from intake.applying import apply_plan
from intake.models import Batch, BatchLine
from intake.planning.matching import Answer
from intake.planning.plan import csv_lines, json_lines
from intake.vocabulary import Outcome
from records.models import Revision
from records.verifying import faults
from tests.digest import digest
from tests.factories import NOON, pact
from tests.intake.dcad_files import Planned, outcomes, write
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.events import EventKind


def test_a_plan_writes_nothing(planned: Planned):
    before = digest()
    plan = planned({}, {"DCAid": "DCADv1.0-9002", "ccode2": "2", "cowName2": "USA"})

    assert outcomes(plan) == ["create", "refused"]
    assert digest() == before


def test_a_second_import_of_the_same_file_changes_nothing(planned: Planned, manager: Person):
    batch = apply_plan(planned({}), by=manager, at=NOON)
    plan = planned({})
    version = Agreement.objects.get().version

    assert batch.counts["create"] == 1
    assert outcomes(plan) == ["same"]
    apply_plan(plan, by=manager, at=NOON)
    assert Agreement.objects.get().version == version
    assert outcomes(planned({})) == ["same"]


def test_what_an_editor_mended_after_an_import_stays_mended(planned: Planned, manager: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    agreement = Agreement.objects.get()
    mended = compose(agreement).model_copy(update={"title": "The title of the text", "title_is_generated": False})
    apply(mended, by=manager, at=NOON, to=agreement)

    assert outcomes(planned({})) == ["same"]


def test_a_file_that_says_more_is_a_change_in_sentences(planned: Planned, manager: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    (item,) = planned({"EIFYear": "1984", "EIFMonth": "2", "EIFDay": "1"}).items

    assert item.outcome is Outcome.CHANGE
    assert item.reason == "Same DCAD DCADv1.0-9001."
    assert any("Entered into force on 1 February 1984" in sentence for sentence in item.sentences)


def test_a_day_on_which_the_file_disagrees_becomes_a_rival(planned: Planned, manager: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    apply_plan(planned({"signDay": "9"}), by=manager, at=NOON)
    signed = [event for event in compose(Agreement.objects.get()).events if event.kind is EventKind.SIGNATURE]

    assert [(str(event.date), event.weight) for event in signed] == [("1983-09-08", Weight.ACCEPTED), ("1983-09-09", Weight.RIVAL)]


def test_what_is_likely_the_same_is_asked_with_score_and_reasons(planned: Planned, manager: Person):
    apply(pact(signed="1983-09-08"), by=manager, at=NOON)
    (item,) = planned({}).items

    assert item.outcome is Outcome.ASKED
    assert "“Security Treaty” (0.62: Signed on the same day, 8 September 1983. Same parties.)" in str(item.candidates[0])


def test_an_answer_decides_what_was_asked(planned: Planned, manager: Person, reviewer: Person):
    apply(pact(signed="1983-09-08"), by=manager, at=NOON)

    (item,) = planned({}, answers={"DCADv1.0-9001": Answer("", "Another field.")}).items
    assert (item.outcome, item.reason) == (Outcome.CREATE, "Another field.")
    with pytest.raises(ValueError, match="names E9999"):
        planned({}, answers={"DCADv1.0-9001": Answer("E9999", "The same.")})


def test_a_record_with_the_same_number_is_joined_and_keeps_both_numbers(planned: Planned, manager: Person):
    there = pact(signed="1983-09-08", identifiers=[{"scheme": "dcad", "value": "DCADv1.0-9001"}, {"scheme": "tias", "value": "1234"}])
    apply(there, by=manager, at=NOON)
    apply_plan(planned({}), by=manager, at=NOON)
    document = compose(Agreement.objects.get())

    assert document.title == "Security Treaty"
    assert [number.value for number in document.identifiers] == ["DCADv1.0-9001", "1234"]
    assert {source.title for source in document.sources} == {"A list of treaties", Dcad.title}


def test_what_a_source_says_again_of_what_it_is_cited_for_is_no_change(planned: Planned, manager: Person):
    """Another coder's confidence in the same row is another note of the same source, and no news of the agreement."""
    apply_plan(planned({}), by=manager, at=NOON)

    assert outcomes(planned({"categoryConf": "low"})) == ["same"]


def test_a_key_that_stands_twice_is_refused_with_its_row(planned: Planned):
    plan = planned({}, {"signYear": "1990"})

    assert outcomes(plan) == ["create", "refused"]
    assert (plan.items[1].refused[0].code, plan.items[1].refused[0].row) == ("duplicate_key", 3)


def test_an_agreement_that_waits_for_review_is_not_changed(planned: Planned, manager: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    submit(Agreement.objects.get(), by=manager, at=NOON)
    (item,) = planned({"signDay": "9"}).items

    assert item.outcome is Outcome.REFUSED
    assert "waits for review" in item.refused[0].sentence


def test_drafts_are_brought_in_with_a_line_in_the_audit(planned: Planned, manager: Person):
    batch = apply_plan(planned({}, {"DCAid": "DCADv1.0-9002", "signMonth": "13"}), by=manager, at=NOON, only_good=True)
    deed, lines = Deed.objects.get(), list(batch.lines.all())

    assert (deed.what, deed.by) == (DeedKind.IMPORTED, manager)
    assert "dcad.csv" in deed.details[0]
    assert "record DCADv1.0-9001" in deed.details[0]
    assert Revision.objects.count() == 0
    assert [(line.key, line.outcome, bool(line.agreement)) for line in lines] == [
        ("DCADv1.0-9001", Outcome.CREATE, True),
        ("DCADv1.0-9002", Outcome.REFUSED, False),
    ]
    assert (lines[1].faults[0]["code"], lines[1].faults[0]["row"], lines[1].faults[0]["column"]) == ("impossible_day", 3, "signYear")


def test_without_the_choice_of_the_good_ones_a_plan_with_bad_ones_is_not_carried_out(planned: Planned, manager: Person):
    apply(pact(signed="1983-09-08"), by=manager, at=NOON)
    plan = planned({}, {"DCAid": "DCADv1.0-9002", "signMonth": "13"}, {"DCAid": "DCADv1.0-9003", "signYear": "1990"})
    before = digest()

    with pytest.raises(RuleBroken, match=r"^Of 3 records 1 is refused and 1 is to be decided\. "):
        apply_plan(plan, by=manager, at=NOON)
    assert digest() == before


def test_a_plan_is_not_carried_out_twice(planned: Planned, manager: Person):
    plan = planned({})
    apply_plan(plan, by=manager, at=NOON)
    before = digest()

    with pytest.raises(RuleBroken, match="was brought in after the plan was made"):
        apply_plan(plan, by=manager, at=NOON)
    assert digest() == before


def test_what_is_published_went_the_way_of_every_publication(planned: Planned, manager: Person, reviewer: Person):
    apply_plan(planned({}), by=manager, at=NOON, reviewer=reviewer)
    revision = Revision.objects.get()

    assert (revision.submitted_by_id, revision.published_by_id) == (manager.pk, reviewer.pk)
    assert [deed.what for deed in Deed.objects.order_by("pk")] == [DeedKind.IMPORTED, DeedKind.SUBMITTED, DeedKind.PUBLISHED]
    assert list(faults()) == []
    assert outcomes(planned({})) == ["same"]


@pytest.mark.parametrize("case", ["nobody may", "four eyes", "no reviewer", "saved since"])
def test_whatever_stops_it_leaves_nothing_behind(case: str, planned: Planned, manager: Person, reviewer: Person):
    apply_plan(planned({}), by=manager, at=NOON)
    plan = planned({"signDay": "9"}, {"DCAid": "DCADv1.0-9002", "signYear": "1990"})
    by, second = (reviewer, None) if case == "nobody may" else (manager, manager if case == "four eyes" else None)
    if case == "no reviewer":
        second = Person.objects.create_user("nemo")
    if case == "saved since":
        there = Agreement.objects.get()
        apply(compose(there).model_copy(update={"note": "Looked at."}), by=manager, at=NOON, to=there)
    before = digest()

    with pytest.raises(RuleBroken):
        apply_plan(plan, by=by, at=NOON, reviewer=second)
    assert digest() == before


def test_the_queries_of_a_plan_do_not_grow_with_its_rows(planned: Planned):
    def queries(rows: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            planned(*({"DCAid": f"DCADv1.0-{number:04d}", "signYear": "1990"} for number in range(1, rows + 1)))
        return len(asked)

    assert queries(3) == queries(30)


def test_a_plan_can_be_taken_away(planned: Planned):
    plan = planned({"source": "=1+1;x"}, {"DCAid": "DCADv1.0-9002", "ccode2": "2", "cowName2": "USA"})
    lines, table = [json.loads(line) for line in json_lines(plan)], list(csv.DictReader(csv_lines(plan)))

    assert lines[0]["counts"]["refused"] == 2
    assert lines[2]["refused"][0]["right"] == "Each side is another party, with its own number."
    assert {(row["code"], row["row"], row["column"]) for row in table} >= {("same_party", "3", "ccode2")}
    assert {row["value"][:1] for row in table} <= {"", "2", "'"}


def test_the_command_plans_and_applies(loaded: None, manager: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = write(tmp_path / "dcad.csv", {}, {"DCAid": "DCADv1.0-9002", "ccode2": "2", "cowName2": "USA"})
    call_command("intake", "dcad", str(path), "--plan", "--out", str(tmp_path / "plan.jsonl"))
    planned = capsys.readouterr().out

    assert "Row 3, column “ccode2”: Both sides are United States, number 2." in planned
    assert planned.endswith("Nothing was written.\n")
    assert (tmp_path / "plan.jsonl").read_text().count("\n") == 3
    assert Agreement.objects.count() == 0
    with pytest.raises(CommandError, match=r"Nothing was written\. Of 2 records 1 is refused"):
        call_command("intake", "dcad", str(path), "--apply", "--by", "dana")
    capsys.readouterr()
    call_command("intake", "dcad", str(path), "--apply", "--only-good", "--by", "dana")
    assert "as drafts" in capsys.readouterr().out
    assert (Agreement.objects.count(), Batch.objects.count(), BatchLine.objects.count()) == (1, 1, 2)
    with pytest.raises(CommandError, match="names nobody"):
        call_command("intake", "dcad", str(path), "--apply", "--publish", "--by", "dana", "--reviewer", "nobody")
