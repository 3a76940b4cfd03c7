"""The plan of a file: read, narrowed, decided, made anew, taken away, carried out, set aside."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.operations import admit
from intake.models import Batch, Delivery, Errand, PlannedRecord
from intake.vocabulary import DeliveryState, ErrandKind, Outcome
from records.vocabulary import JobState
from tests.desk.intake.conftest import PLAIN, TABLE, WAYS, page_of
from tests.factories import NOON, pact

FAULTY = TABLE + "Pact of Z,Atlantis,Mali,3/4/1970\nPact of W,Chad,Mali,5 May 1960\n"
NEAR = "Treaty,A,B,Signed\nConvention on assistance,Japan,United States,8 September 1951\n"


@pytest.fixture
def likely(loaded: None) -> Agreement:
    """An agreement that the record of `NEAR` may be."""
    admit(pact(reference="E0123", title="Pact of mutual assistance"), at=NOON, note="For a test")
    return Agreement.objects.get(record__reference="E0123")


def many(person: Person, number: int, **said: Any) -> Delivery:
    """A plan of so many records, as nothing but rows."""
    file = Delivery.objects.create(
        data_set="dcad", file_name="many.csv", file_sha256="0" * 64, state=DeliveryState.PLANNED, about="many.csv: CSV.", by=person, at=NOON
    )
    outcomes = list(Outcome)
    trouble = {
        "code": "not_a_day",
        "sentence": "It is no date.",
        "row": 3,
        "column": "Signed",
        "value": "x",
        "right": "A date.",
        "place": "",
    }
    PlannedRecord.objects.bulk_create(
        PlannedRecord(
            delivery=file, position=n, outcome=outcomes[n % 5], key=f"k{n}", rows=[n + 2], title=f"Pact {n}", group=("DCA", "DIC")[n % 2],
            suspicious=n % 3 == 0, refused=[trouble] if n % 5 == 4 else [], **said,
        )
        for n in range(number)
    )  # fmt: skip
    return file


def test_a_plan_says_what_would_become_of_each_record(planned: Callable[..., Delivery], manager: Client) -> None:
    file = planned(FAULTY)
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))

    assert "CSV, UTF-8, delimiter comma" in page
    assert "What it covers nobody has said." in page
    for words in (
        "<strong>4</strong> <span>All</span>",
        "<strong>3</strong> <span>Create</span>",
        "<strong>1</strong> <span>Refused</span>",
    ):
        assert words in page
    assert "Row 4, column “A”" in page
    assert "Atlantis" in page
    assert "unknown_party" in page
    assert "ambiguous_day" in page
    assert "What would be right:" in page


def test_a_plan_is_narrowed_to_an_outcome_a_heading_or_what_is_suspicious(manager: Client, person: Callable[[str], Person]) -> None:
    file = many(person("data_manager"), 30)

    def keys(question: str) -> set[str]:
        page = page_of(manager.get(f"/desk/intake/{file.pk}/{question}"))
        return {f"k{n}" for n in range(30) if f'<span class="key">k{n}</span>' in page}

    assert keys("") == {f"k{n}" for n in range(30)}
    assert keys("?outcome=refused") == {f"k{n}" for n in range(4, 30, 5)}
    assert keys("?suspicious=yes") == {f"k{n}" for n in range(0, 30, 3)}
    assert keys("?group=DIC&outcome=create") == {"k5", "k15", "k25"}
    assert keys("?group=") == set()


def test_a_plan_is_narrowed_to_what_is_wrong_or_remarked_upon(planned: Callable[..., Delivery], manager: Client) -> None:
    file = planned(FAULTY)
    address = f"/desk/intake/{file.pk}/"

    assert file.counts["found"] == {"unknown_party": 1, "ambiguous_day": 1, "kind-is-coded": 3, "parties-existed-on-the-day": 1}
    assert "An agreement has a kind, so that readers can ask for it.</a></th><td>3</td>" in page_of(manager.get(address))
    for found, number in file.counts["found"].items():
        assert page_of(manager.get(f"{address}?found={found}")).count('class="planned"') == number
    assert page_of(manager.get(f"{address}?found=kind-is-coded&outcome=refused")).count('class="planned"') == 0


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("?colour=blue", "A plan has no parameter “colour”"),
        ("?outcome=lost", "“lost” is no outcome; an outcome is create, change, same, asked, refused."),
        ("?suspicious=no", "“suspicious” is yes or left out"),
        ("?outcome=%00", "is no outcome"),
        ("?found=boredom", "“boredom” is nothing that can be found"),
        ("?group=%00", "“group” is a heading of the data set"),
    ],
)
def test_a_question_that_a_plan_cannot_answer_is_refused(
    manager: Client, person: Callable[[str], Person], question: str, sentence: str
) -> None:
    answer = manager.get(f"/desk/intake/{many(person('data_manager'), 3).pk}/{question}")

    assert answer.status_code == 400
    assert sentence in page_of(answer)


@pytest.mark.parametrize("question", ["?page=0", "?page=-3", "?page=many", "?page=99", "?group=Nowhere"])
def test_a_page_or_a_heading_that_there_is_not_is_no_fault(manager: Client, person: Callable[[str], Person], question: str) -> None:
    assert manager.get(f"/desk/intake/{many(person('data_manager'), 3).pk}/{question}").status_code == 200


def test_a_plan_asks_as_many_questions_for_thirty_records_as_for_three(
    manager: Client, person: Callable[[str], Person], likely: Agreement
) -> None:
    asked = []
    for number in (3, 30):
        file = many(person("data_manager"), number, agreement=likely, reference="E0123")
        with CaptureQueriesContext(connection) as queries:
            page = page_of(manager.get(f"/desk/intake/{file.pk}/"))
        asked.append(len(queries))
        assert page.count('class="planned"') == number

    assert asked[0] == asked[1]


def test_a_plan_of_a_thousand_records_shows_fifty_and_counts_all(manager: Client, person: Callable[[str], Person]) -> None:
    file = many(person("data_manager"), 1000)
    page = page_of(manager.get(f"/desk/intake/{file.pk}/?outcome=create&page=2"))

    assert page.count('class="planned"') == 50
    assert "<strong>1,000</strong> <span>All</span>" in page
    assert "Page 2 of 4" in page
    assert 'href="?outcome=create&page=3"' in page


def test_a_record_that_may_be_there_is_decided_and_the_plan_made_anew(
    planned: Callable[..., Delivery], manager: Client, work: Callable[[], Errand], likely: Agreement
) -> None:
    file = planned(NEAR)
    record = file.planned.get()
    page = page_of(manager.get(f"/desk/intake/{file.pk}/?outcome=asked"))
    assert record.outcome == Outcome.ASKED
    assert f'href="/desk/agreements/agreement/{likely.pk}/change/">E0123</a> Pact of mutual assistance' in page
    assert "the same as E0123" in page

    address, name = f"/desk/intake/{file.pk}/decide/{record.pk}/?outcome=asked", f"record-{record.pk}"
    answer = manager.post(address, {f"{name}-same_as": "E0123", f"{name}-reason": "Both are of that day."})
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))
    assert answer["Location"] == f"/desk/intake/{file.pk}/?outcome=asked#record-{record.position}"
    assert "Decided: the same as E0123, by data_manager. “Both are of that day.”" in page
    assert "1 of 1 question is answered" in page

    manager.post(f"/desk/intake/{file.pk}/plan/")
    assert work().job.state == JobState.DONE
    again = file.planned.get()
    assert (again.outcome, again.reference) == (Outcome.CHANGE, "E0123")
    assert "Decided: Both are of that day." in again.reason


def test_a_draft_without_a_number_can_be_the_one_that_is_meant(
    planned: Callable[..., Delivery], manager: Client, work: Callable[[], Errand], person: Callable[[str], Person]
) -> None:
    draft = apply(pact(title="Pact of mutual assistance"), by=person("editor"), at=NOON)
    file = planned(NEAR)
    record = file.planned.get()
    name = f"record-{record.pk}"
    manager.post(
        f"/desk/intake/{file.pk}/decide/{record.pk}/", {f"{name}-same_as": f"draft {draft.pk}", f"{name}-reason": "The same sources."}
    )
    manager.post(f"/desk/intake/{file.pk}/plan/")
    work()

    assert file.planned.get().agreement_id == draft.pk


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"same_as": "E0123", "reason": " "}, "Say how you know"),
        ({"same_as": "", "reason": "So."}, "Say which of them it is"),
        ({"same_as": "E9999", "reason": "So."}, "“E9999” is none of the agreements that it may be."),
        ({"same_as": "none", "reason": "x" * 2001}, "2000"),
        ({"same_as": "none", "reason": "a\x00b"}, ""),
        ({}, "Say which of them it is"),
    ],
)
def test_a_decision_that_cannot_be_taken_stands_at_its_record(
    planned: Callable[..., Delivery], manager: Client, likely: Agreement, said: dict[str, str], sentence: str
) -> None:
    file = planned(NEAR)
    record = file.planned.get()
    sent = {f"record-{record.pk}-{name}": value for name, value in said.items()}
    answer = manager.post(f"/desk/intake/{file.pk}/decide/{record.pk}/", sent)
    file.refresh_from_db()

    assert answer.status_code == 422
    assert sentence in page_of(answer)
    assert file.answers == {}


def test_a_decision_on_a_record_that_is_not_there_or_not_asked_about_changes_nothing(
    planned: Callable[..., Delivery], manager: Client
) -> None:
    file = planned()
    record = file.planned.first()
    assert record is not None
    name = f"record-{record.pk}"
    gone = manager.post(f"/desk/intake/{file.pk}/decide/987654/", {}, follow=True)
    settled = manager.post(f"/desk/intake/{file.pk}/decide/{record.pk}/", {f"{name}-same_as": "none", f"{name}-reason": "So."}, follow=True)
    file.refresh_from_db()

    assert "The plan was made anew since" in page_of(gone)
    assert "The plan asks nothing of a record" in page_of(settled)
    assert (file.answers, file.state) == ({}, DeliveryState.PLANNED)


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_plan_is_taken_away_in_the_lines_that_the_command_writes(
    planned: Callable[..., Delivery], manager: Client, likely: Agreement, tmp_path: Path, ending: str
) -> None:
    table = FAULTY + NEAR.partition("\n")[2]
    file = planned(table)
    answer = manager.get(f"/desk/intake/{file.pk}/plan.{ending}")
    (tmp_path / "pacts.csv").write_text(table)
    (tmp_path / "profile.json").write_text(json.dumps(file.profile))
    out = tmp_path / f"plan.{ending}"
    call_command("intake", "table", str(tmp_path / "pacts.csv"), plan=True, profile=tmp_path / "profile.json", out=out, stdout=StringIO())

    assert answer.streaming
    assert answer.getvalue() == out.read_bytes()
    assert answer["Content-Disposition"] == f'attachment; filename="plan-{file.pk}.{ending}"'


def test_a_whole_file_is_brought_in_and_leads_to_its_batch(
    planned: Callable[..., Delivery], manager: Client, work: Callable[[], Errand]
) -> None:
    file = planned()
    answer = manager.post(f"/desk/intake/{file.pk}/apply/", {"take": "all"})
    errand = work()
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))

    assert answer["Location"] == f"/desk/intake/work/{errand.pk}/"
    assert (errand.kind, errand.told, errand.job.state) == (ErrandKind.APPLY, {"only_good": False}, JobState.DONE)
    assert Agreement.objects.filter(title__startswith="Pact of").count() == 2
    assert f"/desk/batches/{Batch.objects.get().pk}/" in page
    assert "Set the file aside" not in page


def test_with_refused_rows_the_page_says_what_all_and_what_only_the_good_ones_means(
    planned: Callable[..., Delivery], manager: Client, work: Callable[[], Errand]
) -> None:
    file = planned(FAULTY)
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))
    assert "Nothing comes in as long as 1 record cannot: 1 refused, 0 to be decided." in page
    assert "3 come in. The other 1 is left out, and stands in the batch with the reasons." in page
    assert 'value="all" checked' in page
    assert "/desk/intake/bring/?data_set=table" in page

    manager.post(f"/desk/intake/{file.pk}/apply/", {"take": "good"})
    errand = work()
    assert (errand.told, errand.job.state) == ({"only_good": True}, JobState.DONE)
    assert Agreement.objects.filter(title__startswith="Pact of").count() == 3


def test_all_or_nothing_writes_nothing_while_a_row_is_refused(
    planned: Callable[..., Delivery], manager: Client, work: Callable[[], Errand]
) -> None:
    file = planned(FAULTY)
    answer = manager.post(f"/desk/intake/{file.pk}/apply/", {"take": "all"})
    if Errand.objects.filter(kind=ErrandKind.APPLY).exists():
        assert work().job.state == JobState.FAILED
    assert answer.status_code == 302
    assert not Agreement.objects.filter(title__startswith="Pact of").exists()


@pytest.mark.parametrize("said", [{}, {"take": "some"}, {"take": ["all", "x"]}])
def test_bringing_in_says_how_much_is_taken(planned: Callable[..., Delivery], manager: Client, said: Any) -> None:
    file = planned()
    page = page_of(manager.post(f"/desk/intake/{file.pk}/apply/", said, follow=True))

    assert "Say what becomes of the rest." in page or "is neither “all” nor “good”" in page
    assert not Errand.objects.filter(kind=ErrandKind.APPLY).exists()


def test_a_file_that_is_being_worked_on_is_left_alone(planned: Callable[..., Delivery], manager: Client) -> None:
    file = planned()
    manager.post(f"/desk/intake/{file.pk}/apply/", {"take": "all"})
    for deed, said in (("apply", {"take": "all"}), ("plan", {}), ("set-aside", {})):
        assert "under way" in page_of(manager.post(f"/desk/intake/{file.pk}/{deed}/", said, follow=True))
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))

    assert "See how far it is" in page
    assert "Set the file aside" not in page
    assert "Bringing in" in page_of(manager.get("/desk/intake/"))


def test_a_file_that_turns_out_unreadable_on_the_way_says_why(
    bring: Callable[..., Any], manager: Client, work: Callable[[], Errand]
) -> None:
    bring("Treaty,A,B,Signed\n" + "Pact,Japan,France,1951\n" * 300 + '"Pact,Japan,France,1951\n')
    file = Delivery.objects.get()
    manager.post(f"/desk/intake/{file.pk}/columns/", {**PLAIN, **WAYS})
    work()
    page = page_of(manager.get(f"/desk/intake/{file.pk}/"))

    assert "The file as a whole is refused" in page
    assert "Row 302" in page
    assert "damaged" in page
    assert "Bring the mended file" in page


def test_long_titles_and_many_rows_are_shown_whole_and_escaped(manager: Client, person: Callable[[str], Person]) -> None:
    file = many(person("data_manager"), 1)
    title = "<b>Treaty</b> between " + " and ".join(f"the State of {n}" for n in range(46))
    file.planned.update(title=title, rows=list(range(2, 198)))
    answer = manager.get(f"/desk/intake/{file.pk}/")

    assert len(title) > 900
    assert "&lt;b&gt;Treaty&lt;/b&gt; between" in answer.content.decode()
    assert "the State of 45" in page_of(answer)
    assert "Rows 2–197" in page_of(answer)
