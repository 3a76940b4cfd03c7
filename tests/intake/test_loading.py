"""The starting register in the database: admitted once, asked for like everything else."""

from datetime import date

from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement
from catalogue.asking import ask
from catalogue.models import STILL, DataSetWindow
from catalogue.question import read_question
from editorial.composing import compose
from intake.adapters.uk_treaties import UkTreaties
from intake.loading import load_register
from intake.windows import declare_register
from records.models import Revision
from tests.factories import NOON
from tests.intake.conftest import REGISTER
from treaty.document.canonical import canonical_json
from treaty.document.document import Document

NAMES = {"JPN": "Japan", "USA": "United States of America"}


def references(query: str) -> set[str]:
    question = read_question(QueryDict(f"{query}&limit=100"), today=date(2026, 11, 21), known_parties=lambda: NAMES)
    return {entry.reference for entry in ask(question).page().entries}


def test_a_second_load_changes_nothing_and_asks_for_the_records_and_the_window(register_loaded: None, documents: list[Document]) -> None:
    before = Revision.objects.count()

    with CaptureQueriesContext(connection) as queries:
        loaded = load_register(REGISTER, at=NOON)

    assert len([query for query in queries if query["sql"].startswith("SELECT")]) == 2

    assert (loaded.admitted, loaded.there_already) == (0, len(documents))
    assert Revision.objects.count() == before == len(documents)


def test_every_line_is_published_as_it_was_committed(register_loaded: None) -> None:
    committed = {line for path in REGISTER.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()}

    assert set(Revision.objects.values_list("document", flat=True)) == committed
    assert set(Revision.objects.values_list("note", flat=True)) == {"Starting register"}


def test_the_desk_copy_of_every_agreement_composes_to_its_published_document(register_loaded: None) -> None:
    published = dict(Revision.objects.values_list("record__reference", "document"))
    composed = {document.reference: canonical_json(document) for document in map(compose, Agreement.objects.all())}

    assert [reference for reference, document in published.items() if composed[reference] != document] == []


def test_the_treaty_of_1951_is_in_force_in_1955_and_that_of_1960_in_1965(register_loaded: None, register: dict[str, Document]) -> None:
    old, new = register["us-jpn-1951"].reference, register["us-jpn-1960"].reference

    in_1955 = references("between=USA,JPN&standing=in_force&as_of=1955-01-01")
    in_1965 = references("between=USA,JPN&standing=in_force&as_of=1965-01-01")

    assert (old in in_1955, new in in_1955) == (True, False)
    assert (old in in_1965, new in in_1965) == (False, True)


def test_the_starting_register_covers_what_it_took_from_the_uk_list_once(register_loaded: None) -> None:
    declare_register(at=NOON)
    load_register(REGISTER, at=NOON)

    window = DataSetWindow.objects.get(known_until=STILL)
    assert (window.title, window.first, window.last, window.parties) == (UkTreaties.title, 1945, 1976, ["GBR"])
