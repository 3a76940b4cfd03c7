"""A place that cannot be taken says what stands there, and what would be right."""

import pytest

from tests.desk.rest.conftest import DRAFTS, Program, document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sent", "pointer", "value", "allowed"),
    [
        ({"version": 2}, "/version", "2", ["1"]),
        ({"participations": [{"party": "USA"}, {"party": "JPNX"}]}, "/participations/1/party", "JPNX", []),
    ],
)
def test_a_place_is_named_with_what_stands_there(editor: Program, sent: dict[str, object], pointer: str, value: str, allowed: list[str]):
    [found] = editor.ask("POST", DRAFTS, {**document(), **sent}).json()["errors"]

    assert (found["pointer"], found["value"], found["allowed"]) == (pointer, value, allowed)
