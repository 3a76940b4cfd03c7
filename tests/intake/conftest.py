"""The committed starting register, the files of facts it was compiled from, a database that holds it; and who brings in what."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from accounts.models import Person
from accounts.roles import Role
from intake.adapters.dcad import Dcad
from intake.cells.column import Circumstances
from intake.people import people_of_the_register
from intake.planning.making import make_plan
from intake.planning.plan import Plan
from tests.factories import NOON
from tests.intake.dcad_files import Planned, write
from tests.intake.people import somebody
from treaty.document.canonical import read_document
from treaty.document.document import Document

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "data" / "register"
PARTIES = ROOT / "data" / "parties"


@pytest.fixture(scope="session")
def facts() -> Path:
    """The folder of the files of facts, which stand outside the repository."""
    folder = Path(os.environ.get("ENTENTE_SHARED") or ROOT.parent / "shared") / "data"
    if not (folder / "curated").is_dir():
        pytest.skip(f"the files of facts are not in {folder.name}/: whether the register compiles to the committed bytes was not checked")
    return folder


@pytest.fixture(scope="session")
def register() -> dict[str, Document]:
    """Every committed document by the name it has in the lists, such as "nato-1949" or "70300" (a joined one by all of them)."""
    own = ("curated", "ukto")
    documents = [read_document(line) for path in sorted(REGISTER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return {number.value: document for document in documents for number in document.identifiers if number.scheme in own}


@pytest.fixture(scope="session")
def documents(register: dict[str, Document]) -> list[Document]:
    """Every committed document once, in the order of the references."""
    by_reference = {document.reference or "": document for document in register.values()}
    return [by_reference[reference] for reference in sorted(by_reference)]


@pytest.fixture(scope="module")
def _register_loaded(_reference: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from django.db import transaction

    from intake.loading import load_register

    with django_db_blocker.unblock(), transaction.atomic():
        load_register(REGISTER, at=NOON)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def register_loaded(_register_loaded: None, db: None) -> None:
    """A database that holds the starting register, loaded once for the tests of a module."""


@pytest.fixture
def manager(loaded: None) -> Person:
    return somebody("dana", Role.DATA_MANAGER)


@pytest.fixture
def reviewer(loaded: None) -> Person:
    return somebody("rex", Role.REVIEWER)


@pytest.fixture
def planned(loaded: None, tmp_path: Path) -> Planned:
    """The plan for a file of DCAD with such rows."""

    def planned(*rows: dict[str, str], **said: object) -> Plan:
        given = Circumstances(people_of_the_register(), NOON.date())
        return make_plan(Dcad(write(tmp_path / "dcad.csv", *rows)), given, **said)  # type: ignore[arg-type]

    return planned
