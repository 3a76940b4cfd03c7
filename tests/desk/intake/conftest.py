"""A data manager at the desk with files, and a worker that does at once what is asked of it."""

from collections.abc import Callable, Mapping, Sequence
from csv import DictWriter
from html import unescape
from io import StringIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Person
from intake.errands import run_errand
from intake.models import Delivery, Errand
from records.vocabulary import JobState
from tests.factories import NOON

TABLE = "Treaty,A,B,Signed\nPact of X,Japan,France,4 May 1951\nPact of Y,Chile,Peru,8 June 1961\n"
PLAIN = {"column-0": "title", "column-1": "party", "column-2": "party", "column-3": "signed"}
WAYS = {"dates": "ask", "parties": "", "source_title": "A list", "source_kind": "ministry", "save_as": ""}


@pytest.fixture
def manager(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("data_manager")


@pytest.fixture
def bring(manager: Client, person: Callable[[str], Person]) -> Callable[..., Any]:
    """Send a file as the form does; what it answers."""

    def send(content: str | bytes = TABLE, name: str = "pacts.csv", data_set: str = "table") -> Any:
        raw = content.encode() if isinstance(content, str) else content
        return manager.post("/desk/intake/bring/", {"file": SimpleUploadedFile(name, raw), "data_set": data_set})

    return send


@pytest.fixture
def work() -> Callable[[], Errand]:
    """Do the last errand, as a worker would."""

    def do() -> Errand:
        errand = Errand.objects.filter(job__state=JobState.WAITING).latest("pk")
        run_errand(errand.pk, at=NOON)
        return Errand.objects.select_related("job").get(pk=errand.pk)

    return do


@pytest.fixture
def planned(bring: Callable[..., Any], manager: Client, work: Callable[[], Errand]) -> Callable[..., Delivery]:
    """A file of which the plan is made: a table of treaties, two parties and a day, else the data set that is said."""

    def make(content: str | bytes = TABLE, name: str = "pacts.csv", data_set: str = "table", **said: str) -> Delivery:
        assert bring(content, name, data_set).status_code == 302
        file = Delivery.objects.latest("pk")
        if data_set == "table":
            answer = manager.post(f"/desk/intake/{file.pk}/columns/", {**PLAIN, **WAYS, **said})
            assert answer.status_code == 302, page_of(answer)
        errand = work()
        assert errand.job.state == JobState.DONE, errand.job.report
        file.refresh_from_db()
        return file

    return make


def page_of(answer: Any) -> str:
    """Its words as somebody reads them."""
    return " ".join(unescape(answer.content.decode()).split())


def table_of(columns: Sequence[str], *rows: Mapping[str, str]) -> bytes:
    """A CSV file with these columns; what a row does not say is empty."""
    text = StringIO()
    table = DictWriter(text, columns, restval="")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode()
