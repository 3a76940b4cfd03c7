import pytest
from hypothesis import HealthCheck, given, settings

from editorial.applying import apply
from editorial.composing import compose
from parties.models import Party
from tests.factories import NOON
from tests.strategies import PARTIES, documents
from treaty.document.canonical import canonical_json
from treaty.document.document import Document


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(documents())
def test_composing_what_was_applied_gives_the_same_document(document: Document) -> None:
    for code in PARTIES:
        Party.objects.get_or_create(code=code, defaults={"name": code.title(), "sort_name": code.lower(), "type": "state"})

    agreement = apply(document, by=None, at=NOON)

    assert canonical_json(compose(agreement)) == canonical_json(document)
