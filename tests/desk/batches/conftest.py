"""Files that were brought in as batches, and a worker that does what somebody asks for."""

import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from intake.adapters.registry import open_data_set
from intake.applying import apply_plan
from intake.cells.column import Circumstances
from intake.errands import run_errand
from intake.models import Batch, Errand
from intake.people import people_of_the_register
from intake.planning.making import make_plan
from tests.factories import NOON, pact
from treaty.document.canonical import canonical_json
from treaty.document.document import Document

People = Callable[[str], Person]
SignedIn = Callable[[str], Client]
Brought = Callable[..., Batch]


def pacts(numbers: Iterable[int], **said: Any) -> list[Document]:
    """As many pacts, none of which is likely to be another."""
    return [pact(title=f"Pact of the year {1900 + one}", signed=f"{1900 + one}-03-0{1 + one % 9}", **said) for one in numbers]


@pytest.fixture(autouse=True)
def _own_progress(settings: Any) -> None:
    """Jobs of different tests have the same numbers: what one test wished of its job is nothing to the next."""
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": secrets.token_hex(4)}
    settings.CACHES = {**settings.CACHES, "progress": memory}


@pytest.fixture
def brought(person: People, tmp_path: Path) -> Brought:
    """Brings in documents as one file; what is refused is left out."""

    def bring(documents: Iterable[Document], *, name: str = "pacts.jsonl", by: str = "data_manager") -> Batch:
        path = tmp_path / name
        path.write_text("".join(f"{canonical_json(one)}\n" for one in documents))
        plan = make_plan(open_data_set("documents", path), Circumstances(people_of_the_register(), NOON.date()))
        return apply_plan(plan, by=person(by), at=NOON, only_good=True)

    return bring


@pytest.fixture
def done() -> Callable[[], Errand]:
    """The last work that somebody asked for, once a worker has done it."""

    def work() -> Errand:
        run_errand(Errand.objects.latest("pk").pk, at=NOON)
        return Errand.objects.select_related("job").latest("pk")

    return work
