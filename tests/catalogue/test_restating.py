from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import Binding, Clause, Entry, Period
from tests.catalogue.conftest import Publish
from tests.catalogue.test_asking import titles


@pytest.fixture
def treaty(publish: Publish) -> None:
    publish(title="Treaty", in_force="1952", provisions=[{"id": "p1", "kind": "logistics"}])


def test_what_was_just_shelved_needs_no_restating(treaty: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("restate", "--check")

    assert "Every entry says what its document says." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda: Period.objects.filter(standing="in_force").delete(), "period"),
        (lambda: Binding.objects.update(standing="withdrawn"), "binding"),
        (lambda: Clause.objects.update(kind="equipment"), "clause"),
        (lambda: Entry.objects.update(title="Another title"), "title"),
    ],
)
def test_what_differs_is_named_and_then_mended(
    treaty: None, spoil: Callable[[], object], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil()

    with pytest.raises(CommandError, match="1 entries differ"):
        call_command("restate", "--check")
    assert f"E0001, revision 1: {named}." in capsys.readouterr().out
    call_command("restate")
    assert "1 entries mended" in capsys.readouterr().out
    call_command("restate", "--check")
    assert titles("q=treaty&standing=in_force&party=JPN&provision=logistics") == ["Treaty"]
