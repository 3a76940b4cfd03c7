from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from records.models import Job, Ledger, Record, Revision, StoredText
from records.operations import append_revision, mint_record, store_text
from records.protection import append_only, check_protection, protect, unprotected
from records.tasks import verify
from records.verifying import faults
from records.vocabulary import JobState
from tests.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> list[Revision]:
    """Three revisions of two records, and a stored text."""
    one, other = mint_record(), mint_record()
    store_text(b"Article 1", media_type="text/plain", at=NOON)
    return [append_revision(record, document=f'{{"n":{n}}}', by=None, at=NOON) for n, record in enumerate((one, other, one))]


def sql(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def settle() -> None:
    """PostgreSQL lets nobody alter or empty a table while checks of new rows are pending."""
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")


def test_revisions_are_numbered_hashed_and_chained(chain: list[Revision]) -> None:
    assert [(revision.serial, revision.record.reference, revision.number) for revision in chain] == [
        (1, "E0001", 1),
        (2, "E0002", 1),
        (3, "E0001", 2),
    ]
    assert len({revision.chain for revision in chain}) == 3
    assert Ledger.objects.get().chain == chain[-1].chain
    assert list(faults()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda: Revision.objects.update(document="{}"),
        lambda: Revision.objects.filter(serial=1).delete(),
        lambda: Revision.objects.get(serial=1).save(),
        lambda: Revision.objects.get(serial=3).delete(),
        lambda: Record.objects.update(reference="E0009"),
        lambda: StoredText.objects.update(size=1),
        lambda: StoredText.objects.get().delete(),
        lambda: sql("UPDATE records_revision SET document = '{}'"),
        lambda: sql("DELETE FROM records_revision"),
        lambda: sql("DELETE FROM records_storedtext"),
        lambda: sql("UPDATE records_record SET reference = 'E0009' WHERE reference = 'E0002'"),
    ],
)
def test_what_is_published_cannot_be_changed_by_any_way(chain: list[Revision], change: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()
    assert list(faults()) == []


def test_a_revision_cannot_be_replaced_or_truncated_away(chain: list[Revision]) -> None:
    replace = "INSERT OR REPLACE INTO records_record (id, reference) SELECT id, 'E0009' FROM records_record WHERE reference = 'E0001'"
    statement = "TRUNCATE records_revision CASCADE" if connection.vendor == "postgresql" else replace

    settle()

    with pytest.raises(DatabaseError, match="append-only"):
        sql(statement)


def lift_protection() -> None:
    """What only somebody with the keys of the database could do."""
    settle()
    with connection.cursor() as cursor:
        for table in (model._meta.db_table for model in append_only()):
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            else:
                for act in ("update", "delete"):
                    cursor.execute(f"DROP TRIGGER {table}_keeps_{act}")


def test_a_changed_byte_is_found_by_verify(chain: list[Revision], capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify")
    assert "3 revisions proved" in capsys.readouterr().out
    lift_protection()
    Revision.objects.filter(serial=2).update(document='{"n":9}')

    with pytest.raises(CommandError):
        call_command("verify")

    assert "E0002, revision 1: the document's bytes are not those that were published." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda: Revision.objects.filter(serial=2).update(note="rewritten"), "E0002, revision 1: the chain is broken here."),
        (lambda: Revision.objects.filter(serial=2).delete(), "its place in the chain is 3, where 2 is expected"),
        (lambda: Revision.objects.filter(serial=3).delete(), "revisions are missing at its end"),
        (lambda: Ledger.objects.update(chain="0" * 64), "revisions are missing at its end"),
    ],
)
def test_every_break_of_the_chain_is_named(chain: list[Revision], change: Callable[[], object], fault: str) -> None:
    lift_protection()
    change()

    assert any(fault in found for found in faults())


def test_missing_triggers_are_found_at_start_and_made_again(chain: list[Revision]) -> None:
    lift_protection()

    assert set(unprotected()) >= {"records_revision_keeps_update", "records_revision_keeps_delete"}
    assert check_protection(None, databases=["default"])[0].id == "records.E001"
    if connection.vendor == "sqlite":  # PostgreSQL's were only disabled: making them again enables them
        protect()
        assert unprotected() == []


def test_a_stored_text_is_kept_once_and_proved(chain: list[Revision]) -> None:
    again = store_text(b"Article 1", media_type="text/plain", at=NOON)
    assert StoredText.objects.count() == 1

    with again.content.open("wb") as content:
        content.write(b"Article 2")
    assert list(faults()) == [f"The stored text {again.sha256} has other bytes than were stored."]

    again.content.storage.delete(str(again.content.name))
    assert list(faults()) == [f"The stored text {again.sha256} is gone."]


def test_the_nightly_proof_leaves_a_job_that_says_what_it_found(chain: list[Revision]) -> None:
    verify()
    assert Job.objects.get().state is JobState.DONE

    lift_protection()
    verify()
    assert Job.objects.first().state is JobState.FAILED  # type: ignore[union-attr]
    assert "trigger" in Job.objects.first().report  # type: ignore[union-attr]


def test_references_are_minted_in_order_and_never_twice() -> None:
    assert [mint_record().reference for _ in range(2)] == ["E0001", "E0002"]
    assert mint_record("E0412").reference == "E0412"
    assert mint_record().reference == "E0413"
    with pytest.raises(ValueError, match="taken"):
        mint_record("E0412")
    with pytest.raises(ValueError, match="not a reference"):
        mint_record("X1")
