"""A file is kept with its content until it was brought in or set aside, and what is said of it is refused aloud where it is wrong."""

from pathlib import Path
from typing import Any

import pytest

from accounts.models import Person
from accounts.roles import Role
from agreements.models import Agreement
from editorial.applying import apply
from editorial.rules import NotByThisPerson, RuleBroken
from intake.deliveries import decide, opened, opened_table, receive, say_profile, say_reading, set_aside
from intake.errands import ask_for, run_errand
from intake.models import Delivery, SavedProfile
from intake.reading.refusing import FileRefused
from intake.table.profile import Profile
from intake.vocabulary import DeliveryState, ErrandKind, Outcome
from tests.factories import NOON, pact
from tests.hostile import workbooks
from tests.intake.people import somebody
from tests.intake.tables import PROFILE, table


def bring(content: bytes, by: Person, **said: Any) -> Delivery:
    told: dict[str, Any] = {"name": "pacts.csv", "data_set": "table", "by": by, "at": NOON, **said}
    return receive(content, **told)


def test_a_file_is_kept_and_opened_again(manager: Person):
    delivery = Delivery.objects.get(pk=bring(table(3), manager).pk)

    with opened_table(delivery) as kept:
        assert kept.heading[:3] == ("No", "Treaty", "One")
        assert len(list(kept.rows)) == 3
    with pytest.raises(RuleBroken, match="Say first what its columns mean"), opened(delivery):
        pass
    say_profile(delivery, PROFILE, by=manager, at=NOON)
    with opened(Delivery.objects.get(pk=delivery.pk)) as data_set:
        assert (data_set.about.name, data_set.about.sha256) == ("pacts.csv", delivery.file_sha256)


@pytest.mark.parametrize(
    ("content", "said", "code"),
    [
        (b"", {}, "empty"),
        (b"%PDF-1.7 ...", {}, "wrong_type"),
        (b"a,a\n1,2\n", {}, "heading"),
        (b'[{"title": "A"}]', {"name": "pacts.json"}, "wrong_type"),
        (b"a,b\n1,2\n", {"data_set": "dcad"}, "missing_column"),
        (b"a,b\n1,2\n", {"data_set": "documents"}, "wrong_type"),
        (b"a" * (50 * 2**20 + 1), {}, "too_large"),
    ],
)
def test_a_file_that_is_not_what_it_is_said_to_be_is_not_kept(manager: Person, content: bytes, said: dict[str, str], code: str):
    with pytest.raises(FileRefused) as refused:
        bring(content, manager, **said)

    assert refused.value.refusal.code == code
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"data_set": "treaties"}, "“treaties” is no data set; known are atop, dcad, documents, table, uk, un."),
        ({"only": "defence"}, "table has no part “defence”"),
        ({"reading": {"letters": "big"}}, "“letters” is none of them"),
        ({"reading": {"delimiter": "::"}}, "A delimiter is one character"),
    ],
)
def test_what_is_said_of_a_file_is_refused_where_it_means_nothing(manager: Person, said: dict[str, Any], sentence: str):
    with pytest.raises(RuleBroken, match=sentence):
        bring(table(1), manager, **said)
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize("name", ["rot13", "hex", "utf-99", "\x00", "punycode", "unicode_escape"])
def test_an_encoding_is_one_of_texts(manager: Person, name: str):
    with pytest.raises(FileRefused, match="No encoding of texts is called “"):
        say_reading(bring(table(1), manager), {"encoding": name}, by=manager)


def test_only_a_data_manager_brings_files(manager: Person):
    delivery = bring(table(1), manager)
    editor = somebody("eve", Role.EDITOR)

    for step in (
        lambda: bring(table(1), editor),
        lambda: say_profile(delivery, PROFILE, by=editor, at=NOON),
        lambda: say_reading(delivery, {}, by=editor),
        lambda: decide(delivery, "P1", "", "No.", by=editor),
        lambda: set_aside(delivery, by=editor),
    ):
        with pytest.raises(NotByThisPerson, match="a data manager may"):
            step()


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\files\\passwd", "pass\x00wd", "", "..", "n" * 300 + ".csv"])
def test_a_name_is_a_name_and_not_a_way(manager: Person, name: str):
    delivery = bring(table(1), manager, name=name)

    assert len(delivery.file_name) <= 120
    assert not set(delivery.file_name) & set("/\\\x00")
    with opened_table(delivery) as kept:
        assert kept.about.name == delivery.file_name


def test_a_workbook_with_several_sheets_waits_until_one_is_named(manager: Person, tmp_path: Path):
    workbooks.write(tmp_path / "pacts.xlsx", [["A"], ["1"]], sheets=("One", "Two"))
    delivery = bring((tmp_path / "pacts.xlsx").read_bytes(), manager, name="pacts.xlsx")

    assert (delivery.state, delivery.fault["code"]) == (DeliveryState.BROUGHT, "sheet")
    with pytest.raises(FileRefused):
        say_reading(delivery, {"sheet": "Three"}, by=manager)
    say_reading(delivery, {"sheet": "Two"}, by=manager)
    kept = Delivery.objects.get(pk=delivery.pk)
    assert (kept.fault, kept.reading["sheet"]) == ({}, "Two")
    with opened_table(kept) as sheet:
        assert sheet.heading == ("A",)


def test_a_profile_is_kept_under_its_name_and_replaced(manager: Person):
    delivery = bring(table(1), manager)
    say_profile(delivery, PROFILE, by=manager, at=NOON, save_as=" The  ministry ")
    say_profile(delivery, PROFILE, by=manager, at=NOON, save_as="The ministry")

    assert [(one.name, one.said["fields"]) for one in SavedProfile.objects.all()] == [("The ministry", dict(PROFILE.fields))]
    with pytest.raises(FileRefused, match="It has no column “Land”"):
        say_profile(delivery, Profile("other", {"Land": "party"}), by=manager, at=NOON)
    assert Delivery.objects.get(pk=delivery.pk).profile == PROFILE.said()


def test_what_the_plan_asks_is_decided_with_a_reason(manager: Person):
    apply(pact(title="Pact number 1", signed="1961-05-02", in_force="1961-06-01", parties=("ITA", "ESP")), by=manager, at=NOON)
    delivery = say_profile(bring(table(1), manager), PROFILE, by=manager, at=NOON)
    plan(delivery, by=manager)
    there = Agreement.objects.get()
    assert delivery.planned.get().outcome is Outcome.ASKED

    with pytest.raises(RuleBroken, match="asks nothing of a record “P7”"):
        decide(delivery, "P7", "", "No.", by=manager)
    with pytest.raises(RuleBroken, match="Say how you know"):
        decide(delivery, "P1", "", " ", by=manager)
    with pytest.raises(RuleBroken, match="The desk has no agreement “E9999”"):
        decide(delivery, "P1", "E9999", "The same.", by=manager)
    decide(delivery, "P1", f"draft {there.pk}", "Both are of the same day.", by=manager)
    with pytest.raises(RuleBroken, match="plan has to be made first"):
        ask_for(ErrandKind.APPLY, by=manager, at=NOON, delivery=delivery)
    plan(delivery, by=manager)
    assert (delivery.planned.get().outcome, delivery.planned.get().agreement_id) == (Outcome.CHANGE, there.pk)
    assert delivery.planned.get().reason == "Decided: Both are of the same day."


def test_what_is_set_aside_is_emptied_and_says_nothing_more(manager: Person):
    delivery = say_profile(bring(table(2), manager), PROFILE, by=manager, at=NOON)
    plan(delivery, by=manager)
    set_aside(delivery, by=manager)
    kept = Delivery.objects.get(pk=delivery.pk)

    assert (kept.state, bytes(kept.content), kept.planned.count()) == (DeliveryState.SET_ASIDE, b"", 0)
    with pytest.raises(RuleBroken, match="set aside already"):
        say_profile(kept, PROFILE, by=manager, at=NOON)
    with pytest.raises(RuleBroken, match="not kept any more"), opened_table(kept):
        pass


def plan(delivery: Delivery, *, by: Person) -> None:
    run_errand(ask_for(ErrandKind.PLAN, by=by, at=NOON, delivery=delivery).pk, at=NOON)
