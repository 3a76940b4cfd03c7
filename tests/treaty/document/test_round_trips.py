from hypothesis import given, settings
from pydantic import BaseModel

from tests.strategies import documents
from treaty.document.canonical import canonical_json, read_document, sha256
from treaty.document.difference import difference
from treaty.document.document import Document


@settings(max_examples=60)
@given(documents())
def test_a_document_written_down_and_read_again_is_the_same(document: Document) -> None:
    assert read_document(canonical_json(document)) == document


@settings(max_examples=60)
@given(documents())
def test_equal_documents_are_equal_bytes(document: Document) -> None:
    again = Document.model_validate(document.model_dump(mode="json"))

    assert canonical_json(again) == canonical_json(document)
    assert sha256(canonical_json(again)) == sha256(canonical_json(document))


@settings(max_examples=60)
@given(documents(), documents())
def test_two_documents_differ_exactly_when_a_sentence_says_how(one: Document, other: Document) -> None:
    assert difference(one, one) == []
    assert bool(difference(one, other)) == (one != other)


@settings(max_examples=60)
@given(documents(), documents())
def test_a_difference_reads_as_sentences(one: Document, other: Document) -> None:
    for change in difference(one, other):
        assert change.sentence[0].isupper() or not change.sentence[0].isalpha()
        assert change.sentence.endswith(".")
        assert not isinstance(change.sentence, BaseModel)
