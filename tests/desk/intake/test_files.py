"""Bringing a file, the list of files, and what the columns of a table mean."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from intake.adapters.atop import adapter as atop
from intake.adapters.atop import members as atop_members
from intake.models import Delivery, Errand, SavedProfile
from intake.vocabulary import DeliveryState, ErrandKind
from records.vocabulary import JobState
from tests.desk.intake.conftest import PLAIN, TABLE, WAYS, page_of, table_of
from tests.factories import NOON, pact
from tests.hostile import workbooks
from tests.intake.test_atop import ALLIANCE, MEMBER
from treaty.document.canonical import canonical_json

ALLIANCES = table_of(atop.COLUMNS, ALLIANCE)
MEMBERS = table_of(atop_members.COLUMNS, {**MEMBER, "member": "740"}, {**MEMBER, "member": "2"})
SignedIn = Callable[[str], Client]


def test_without_files_the_list_says_how_one_comes_in(manager: Client) -> None:
    page = page_of(manager.get("/desk/intake/"))

    assert "No file was brought yet." in page
    assert "/desk/intake/bring/" in page


def test_the_desk_leads_to_files_only_whom_they_are_for(signed_in: SignedIn) -> None:
    assert "/desk/intake/" in page_of(signed_in("data_manager").get("/desk/"))
    assert "/desk/intake/" not in page_of(signed_in("reviewer").get("/desk/"))


def test_a_table_that_is_brought_goes_on_to_its_columns(bring: Callable[..., Any], manager: Client) -> None:
    answer = bring()
    file = Delivery.objects.get()
    page = page_of(manager.get(answer["Location"]))

    assert answer["Location"] == f"/desk/intake/{file.pk}/columns/"
    assert "CSV, UTF-8, delimiter comma" in page
    assert "Pact of X" in page
    assert '<option value="title" selected>' in page


@pytest.mark.parametrize(
    ("content", "name", "data_set"),
    [(canonical_json(pact()) + "\n", "pacts.jsonl", "documents"), ("x,y\n1,2\n", "x.csv", "dcad")],
    ids=["documents", "not DCAD"],
)
def test_a_data_set_goes_straight_to_its_plan_or_is_refused(bring: Callable[..., Any], content: str, name: str, data_set: str) -> None:
    answer = bring(content, name, data_set)

    if data_set == "documents":
        errand = Errand.objects.get()
        assert (errand.kind, answer["Location"]) == (ErrandKind.PLAN, f"/desk/intake/work/{errand.pk}/")
    else:
        assert answer.status_code == 422
        assert "missing_column" in page_of(answer)
        assert "Row 1, column “ccode1”" in page_of(answer)
        assert "The heading holds" in page_of(answer)
        assert not Delivery.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "empty.csv", "The submitted file is empty."),
        (b"%PDF-1.7", "a.csv", "It is a PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xlsx", "It is saved as XLSX, or as CSV in UTF-8."),
        (b"A,A\n1,2\n", "a.csv", "“A” names two columns."),
        (b"Treaty,\xff\x00\n", "a.csv", "control_character"),
    ],
    ids=["empty", "PDF", "old workbook", "heading", "NUL"],
)
def test_a_file_that_is_refused_as_a_whole_says_why_and_is_not_kept(
    bring: Callable[..., Any], content: bytes, name: str, sentence: str
) -> None:
    answer = bring(content, name)

    assert answer.status_code == 422
    assert sentence in page_of(answer)
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"data_set": "table"}, {"data_set": "atlas"}, {"file": "not a file", "data_set": "table"}])
def test_a_form_without_a_file_or_a_data_set_says_what_is_missing(manager: Client, sent: dict[str, str]) -> None:
    answer = manager.post("/desk/intake/bring/", sent)

    assert answer.status_code == 422
    assert "Choose a file." in page_of(answer)


def test_atop_comes_as_one_zip_of_its_two_files(bring: Callable[..., Any], work: Callable[[], Errand]) -> None:
    assert "It is no ZIP." in page_of(bring(ALLIANCES, "atop5_1a.csv", "atop"))
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("atop5_1a.csv", ALLIANCES)
        archive.writestr("atop5_1m.csv", MEMBERS)

    assert bring(packed.getvalue(), "atop.zip", "atop").status_code == 302
    assert work().job.state == JobState.DONE
    assert "with atop5_1m.csv" in Delivery.objects.get().about


def test_a_file_beyond_the_limit_is_not_taken_in(bring: Callable[..., Any], settings: Any) -> None:
    settings.ENTENTE_UPLOAD_MB = 1
    answer = bring(b"A,B\n" + b"x,y\n" * 400_000)

    assert answer.status_code == 422
    assert "larger than 1 MB" in page_of(answer)


def test_the_list_asks_as_many_questions_for_thirty_files_as_for_three(manager: Client, person: Callable[[str], Person]) -> None:
    by, asked = person("data_manager"), []
    for number in (3, 27):
        Delivery.objects.bulk_create(
            Delivery(data_set="dcad", file_name=f"{n}.csv", file_sha256="0" * 64, counts={"create": n}, content=b"x", by=by, at=NOON)
            for n in range(number)
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = manager.get("/desk/intake/")
        asked.append(len(queries))
        assert page_of(answer).count("DCAD v1.0") == Delivery.objects.count()
        assert not any("content" in query["sql"] for query in queries if "intake_delivery" in query["sql"])

    assert asked[0] == asked[1]


def test_the_list_pages(manager: Client, person: Callable[[str], Person]) -> None:
    by = person("data_manager")
    Delivery.objects.bulk_create(Delivery(data_set="dcad", file_name=f"n{n}.csv", file_sha256="0" * 64, by=by, at=NOON) for n in range(51))

    assert "Page 1 of 2" in page_of(manager.get("/desk/intake/"))
    assert "n0.csv" in page_of(manager.get("/desk/intake/?page=2"))
    assert manager.get("/desk/intake/?page=many").status_code == 200


def test_what_a_data_set_maps_can_be_read(manager: Client) -> None:
    assert "Faults of the file" in page_of(manager.get("/desk/intake/about/dcad/"))
    assert manager.get("/desk/intake/about/nothing/").status_code == 404


def test_a_profile_makes_the_plan_and_can_be_saved_and_taken_again(bring: Callable[..., Any], manager: Client) -> None:
    bring()
    first = Delivery.objects.get()
    answer = manager.post(f"/desk/intake/{first.pk}/columns/", {**PLAIN, **WAYS, "dates": "day_first", "save_as": "ours"})
    first.refresh_from_db()
    saved = SavedProfile.objects.get()

    assert answer["Location"] == f"/desk/intake/work/{Errand.objects.get().pk}/"
    assert first.profile["fields"] == {"Treaty": "title", "A": "party", "B": "party", "Signed": "signed"}
    assert (saved.name, saved.said["dates"]) == ("ours", "day_first")

    bring(TABLE.replace("A,B", "C,D"))
    other = Delivery.objects.latest("pk")
    page = page_of(manager.get(f"/desk/intake/{other.pk}/columns/?profile={saved.pk}"))
    assert "those of the saved profile “ours”" in page
    assert '<option value="day_first" selected>' in page
    assert "those of the saved profile" not in page_of(manager.get(f"/desk/intake/{other.pk}/columns/"))


@pytest.mark.parametrize("named", ["987654", "ours", "-1", "9" * 40, "²"])
def test_a_saved_profile_that_is_not_there_is_no_fault_of_the_page(bring: Callable[..., Any], manager: Client, named: str) -> None:
    bring()
    answer = manager.get(f"/desk/intake/{Delivery.objects.get().pk}/columns/?profile={named}")

    assert answer.status_code == 200
    assert "That saved profile is not there any more" in page_of(answer)


def test_a_table_with_the_same_headings_gets_the_profile_that_was_said_last(
    planned: Callable[..., Delivery], bring: Any, manager: Client
) -> None:
    planned(**{"column-0": "short_title", "column-3": "in_force"})
    bring(TABLE + "Pact of Z,Chad,Mali,1970\n", "mended.csv")
    page = page_of(manager.get(f"/desk/intake/{Delivery.objects.latest('pk').pk}/columns/"))

    assert "those of the file “pacts.csv”, brought last" in page
    assert '<option value="short_title" selected>' in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"column-1": "", "column-2": ""}, "No column is mapped to “party”"),
        ({"column-1": "title"}, "Two columns are mapped to “title”"),
        ({"column-0": "colour"}, "colour"),
        ({"dates": "lunar"}, "lunar"),
        ({"save_as": "x" * 101}, "100"),
    ],
)
def test_a_profile_that_cannot_be_used_is_sent_back_with_the_fault_at_its_field(
    bring: Callable[..., Any], manager: Client, said: dict[str, str], sentence: str
) -> None:
    bring()
    file = Delivery.objects.get()
    answer = manager.post(f"/desk/intake/{file.pk}/columns/", {**PLAIN, **WAYS, **said})
    file.refresh_from_db()

    assert answer.status_code == 422
    assert sentence in page_of(answer)
    assert (file.profile, Errand.objects.count()) == ({}, 0)


def test_a_table_can_be_read_otherwise(bring: Callable[..., Any], manager: Client) -> None:
    bring("Treaty;A|B\nPact of “X”;Japan|France\n".encode("cp1252"))
    file = Delivery.objects.get()
    address = f"/desk/intake/{file.pk}/"
    before = page_of(manager.get(f"{address}columns/"))
    manager.post(f"{address}reading/", {"encoding": "cp1250", "delimiter": "|"})
    after = page_of(manager.get(f"{address}columns/"))

    assert "taken for Windows-1252" in before
    assert "cp1250 as asked, delimiter bar" in after
    assert '<option value="cp1250" selected>' in after


@pytest.mark.parametrize("said", [{"encoding": "ascii"}, {"encoding": "klingon"}, {"delimiter": "\x00"}, {"encoding": "utf-16"}])
def test_a_reading_that_is_impossible_says_so_and_changes_nothing(bring: Callable[..., Any], manager: Client, said: dict[str, str]) -> None:
    bring(TABLE.replace("X", "É"))
    file = Delivery.objects.get()
    answer = manager.post(f"/desk/intake/{file.pk}/reading/", said, follow=True)
    file.refresh_from_db()

    assert answer.status_code in (200, 422)
    assert "errornote" in page_of(answer) or "messagelist" in page_of(answer) or "trouble" in page_of(answer)
    assert not any(file.reading.values())


def test_a_workbook_with_several_sheets_asks_which(bring: Callable[..., Any], manager: Client, tmp_path: Any) -> None:
    rows = [("Treaty", "A", "B"), ("Pact of X", "Japan", "France")]
    bring(workbooks.write(tmp_path / "two.xlsx", rows, sheets=("Pacts", "Notes")).read_bytes(), "two.xlsx")
    address = f"/desk/intake/{Delivery.objects.get().pk}/"
    before = page_of(manager.get(f"{address}columns/"))
    manager.post(f"{address}reading/", {"sheet": "Pacts"})
    after = page_of(manager.get(f"{address}columns/"))

    assert "It has several sheets" in before
    assert "XLSX, sheet “Pacts”" in after
    assert "Pact of X" in after


def test_no_page_of_a_file_that_is_not_there_or_no_table(manager: Client, planned: Callable[..., Delivery]) -> None:
    file = planned(canonical_json(pact()) + "\n", "pacts.jsonl", "documents")

    assert manager.get(f"/desk/intake/{file.pk}/columns/").status_code == 404
    for page in ("", "columns/", "plan.csv", "plan.jsonl"):
        assert manager.get(f"/desk/intake/987654/{page}").status_code == 404
    for deed in ("reading/", "plan/", "decide/1/", "apply/", "set-aside/"):
        assert manager.post(f"/desk/intake/987654/{deed}").status_code == 404


def test_a_file_whose_columns_nobody_has_explained_leads_to_them(bring: Callable[..., Any], manager: Client) -> None:
    bring()
    pk = Delivery.objects.get().pk

    assert manager.get(f"/desk/intake/{pk}/")["Location"] == f"/desk/intake/{pk}/columns/"


def test_a_file_that_is_set_aside_is_kept_in_the_list_only(bring: Callable[..., Any], manager: Client) -> None:
    bring()
    file = Delivery.objects.get()
    page = page_of(manager.post(f"/desk/intake/{file.pk}/set-aside/", follow=True))
    file.refresh_from_db()

    assert file.state == DeliveryState.SET_ASIDE
    assert "“pacts.csv” is set aside; nothing of it was written." in page
    assert manager.get(f"/desk/intake/{file.pk}/columns/").status_code == 302
    assert "Bring in" not in page_of(manager.get(f"/desk/intake/{file.pk}/"))
