from typing import Any

import pytest
from kombu.exceptions import OperationalError

from accounts.models import Person
from agreements.models import Agreement, Evidence, Source, Text
from editorial.applying import apply
from editorial.composing import compose
from editorial.operations import publish, submit
from editorial.quotes import quotations, quote_findings, unfound_quotes
from editorial.rules import RuleBroken
from editorial.texts import Passage, cite_passage, have_read, keep_file, list_as_source, settle_span
from provisions.models import Provision, ProvisionEvidence
from records.models import ExtractedText, StoredText
from records.operations import ask_for_words, extract_words, store_text
from records.recognising import PLAIN, NotATreatyText
from records.tasks import extract, extract_waiting
from records.texts import words_of
from records.vocabulary import ReadingFault, ReadingState
from tests.factories import NOON, pact
from tests.records import files
from treaty.document.canonical import canonical_json, read_document
from treaty.vocabulary.sources import SourceKind

WORDS = "Article I\n\nThe Parties shall consult at the request of either.\n\nArticle II\n\nThe Parties shall store “fuel” together."


@pytest.fixture
def editor(loaded: None) -> Person:
    return Person.objects.create_user("an editor")


@pytest.fixture
def draft(editor: Person) -> Agreement:
    return apply(pact(provisions=[{"id": "p1", "kind": "logistics"}]), by=editor, at=NOON)


def kept(agreement: Agreement, content: bytes = WORDS.encode(), *, by: Person, name: str = "treaty.txt", **said: Any) -> Text:
    text = keep_file(Text(agreement=agreement, **said), content, name=name, by=by, at=NOON).text
    extract_words(StoredText.objects.get(sha256=text.sha256), at=NOON)
    return text


def words(text: Text) -> ExtractedText:
    return ExtractedText.objects.get(stored__sha256=text.sha256)


def bytes_of(stored: StoredText) -> bytes:
    with stored.content.open("rb") as file:
        return bytes(file.read())


def cite(text: Text, passage: Passage, by: Person, **said: Any) -> None:
    cite_passage(text, passage, words=words(text), by=by, at=NOON, **{"for_fact": text.agreement, **said})


def test_a_file_is_kept_to_the_byte_and_the_same_bytes_once(draft: Agreement, editor: Person) -> None:
    one, other = (kept(draft, b"Article 1\r\n", by=editor) for _ in range(2))

    stored = StoredText.objects.get()
    assert (one.sha256, other.sha256, one.key, other.key) == (stored.sha256, stored.sha256, "t2", "t3")
    assert bytes_of(stored) == b"Article 1\r\n"
    assert words_of(stored.sha256) == "Article 1"
    assert words_of("0" * 64) is None
    draft.refresh_from_db()
    assert draft.version == 3


def test_the_files_name_is_the_title_until_somebody_writes_one(draft: Agreement, editor: Person) -> None:
    assert kept(draft, by=editor, name="C:\\Treaties\\Tokyo\t1951.final.txt").title == "Tokyo 1951.final"
    assert kept(draft, by=editor, title="The text").title == "The text"


@pytest.mark.parametrize(("content", "refusal"), [(b"", NotATreatyText), (b"\0\1" * 50, NotATreatyText), (b"x" * (2**20 + 1), RuleBroken)])
def test_what_is_refused_leaves_nothing_behind(
    draft: Agreement, editor: Person, settings: Any, content: bytes, refusal: type[Exception]
) -> None:
    settings.ENTENTE_UPLOAD_MB = 1

    with pytest.raises(refusal):
        keep_file(Text(agreement=draft), content, name="x.txt", by=editor, at=NOON)

    assert not StoredText.objects.exists()
    assert not Text.objects.exists()


def test_what_cannot_be_read_is_kept_with_the_reason(draft: Agreement, editor: Person) -> None:
    text = kept(draft, files.locked_pdf(), by=editor, name="locked.pdf")

    assert (words(text).state, words(text).fault) == (ReadingState.FAILED, ReadingFault.ENCRYPTED)
    assert words_of(text.sha256 or "") is None
    assert bytes_of(StoredText.objects.get()) == files.locked_pdf()


def test_words_are_read_after_the_commit_and_not_before(
    draft: Agreement, editor: Person, django_capture_on_commit_callbacks: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "delay", extract)  # as without a queue
    with django_capture_on_commit_callbacks(execute=True):
        text = keep_file(Text(agreement=draft), WORDS.encode(), name="t.txt", by=editor, at=NOON).text
        assert words(text).state is ReadingState.WAITING

    assert (words(text).state, words(text).words) == (ReadingState.DONE, WORDS)


def test_without_a_queue_the_text_is_kept_and_the_timetable_reads_it(
    draft: Agreement, editor: Person, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**said: Any) -> None:
        raise OperationalError("The queue is away.")

    monkeypatch.setattr(extract, "delay", away)
    with django_capture_on_commit_callbacks(execute=True):
        text = keep_file(Text(agreement=draft), WORDS.encode(), name="t.txt", by=editor, at=NOON).text
    assert words(text).state is ReadingState.WAITING
    ExtractedText.objects.update(asked_at=NOON.replace(year=2020))

    extract_waiting()

    assert words(text).state is ReadingState.DONE


def test_a_later_reading_that_fails_does_not_take_the_words_away(draft: Agreement, editor: Person, settings: Any) -> None:
    text = kept(draft, by=editor)
    have_read(StoredText.objects.get(), at=NOON, again=True)
    assert words(text).state is ReadingState.WAITING
    settings.ENTENTE_TEXT_LIMITS = {**settings.ENTENTE_TEXT_LIMITS, "characters": 5}

    extract(sha256=text.sha256)

    assert (words(text).state, words(text).words) == (ReadingState.DONE, WORDS)
    assert "A later reading failed: It holds more words than are kept." in words(text).detail


def test_a_passage_is_cited_with_its_quotation_page_and_span(draft: Agreement, editor: Person) -> None:
    text = kept(draft, files.pdf(["Article I"], ["The Parties shall", "consult at once."]), by=editor, name="t.pdf", authentic=True)
    list_as_source(text, kind=SourceKind.AUTHENTIC_TEXT)

    cite(text, Passage("the PARTIES shall consult"), editor, for_fact=draft.events.get(), article="I")

    row = Evidence.objects.get(event__isnull=False, listed=text.listed)
    assert (row.quote, row.page, row.article, row.position) == ("The Parties shall consult", "2", "I", 1)
    assert words(text).words[row.begin : row.end] == "The Parties shall\nconsult"
    document = compose(draft)
    assert document.texts[0].source == document.events[0].evidence[1].source == "s3"
    assert document.texts[0].sha256 == text.sha256
    assert document.sources[1].kind is SourceKind.AUTHENTIC_TEXT


def test_every_sort_of_fact_can_be_cited(draft: Agreement, editor: Person) -> None:
    text = kept(draft, by=editor)
    list_as_source(text, kind=SourceKind.MINISTRY)

    provision = Provision.objects.get()
    for fact in (draft, draft.events.get(), draft.participations.first(), provision):
        cite(text, Passage(begin=WORDS.index("The"), end=WORDS.index("The") + 11), editor, for_fact=fact)

    assert Evidence.objects.filter(quote="The Parties", begin=11, end=22).count() == 3
    assert ProvisionEvidence.objects.get().quote == "The Parties"
    provision.refresh_from_db()
    assert provision.version == 2


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        (Passage("The Parties shall not"), "not in the text"),
        (Passage(begin=5, end=5), "ends after it begins"),
        (Passage(begin=0, end=10_000), "The text has"),
        (Passage(begin=9, end=11), "at least one word"),
    ],
)
def test_what_does_not_stand_there_is_not_cited(draft: Agreement, editor: Person, passage: Passage, sentence: str) -> None:
    text = kept(draft, by=editor)
    list_as_source(text, kind=SourceKind.MINISTRY)

    with pytest.raises(RuleBroken, match=sentence):
        cite(text, passage, editor)


def test_a_text_is_one_source_and_a_source_one_text(draft: Agreement, editor: Person) -> None:
    one, other = kept(draft, by=editor), kept(draft, b"Another text", by=editor)
    listed = draft.listed_sources.get()

    assert list_as_source(one, listed=listed) == listed == list_as_source(one, kind=SourceKind.PRESS)
    with pytest.raises(RuleBroken, match="another text already"):
        list_as_source(other, listed=listed)
    with pytest.raises(RuleBroken, match="what sort of source"):
        list_as_source(other)
    strange = apply(pact(), by=editor, at=NOON)
    with pytest.raises(RuleBroken, match="another agreement"):
        list_as_source(other, listed=strange.listed_sources.get())
    with pytest.raises(RuleBroken, match="another agreement"):
        cite(one, Passage("The Parties"), editor, for_fact=strange.events.get())


def quoting(agreement: Agreement, text: Text, quote: str, **said: Any) -> Evidence:
    return Evidence.objects.create(agreement=agreement, listed=list_as_source(text), quote=quote, event=agreement.events.first(), **said)


def test_a_quotation_that_is_not_in_its_text_is_flagged(draft: Agreement, editor: Person) -> None:
    text = kept(draft, by=editor, title="The text")
    list_as_source(text, kind=SourceKind.AUTHENTIC_TEXT)
    quoting(draft, text, 'shall store "fuel"')
    quoting(draft, text, "shall never consult")
    Provision.objects.update(quote="shall sell fuel")
    ProvisionEvidence.objects.create(provision=Provision.objects.get(), listed=list_as_source(text))

    assert [row.quote for row in unfound_quotes(draft)] == ["shall never consult", "shall sell fuel"]
    assert [(finding.path, finding.level) for finding in quote_findings(draft)] == [("events.0", "warning"), ("provisions.0", "warning")]
    assert quote_findings(draft)[0].detail == "Signed on 8 September 1951: “shall never consult” is not in “The text”."


def test_a_quotation_that_stands_elsewhere_is_said_to_have_moved_and_is_settled(draft: Agreement, editor: Person) -> None:
    text = kept(draft, by=editor)
    list_as_source(text, kind=SourceKind.AUTHENTIC_TEXT)
    quoting(draft, text, "The Parties shall store", begin=0, end=9)

    (found,) = quotations(draft)
    assert (found.moved, found.is_noted, found.place and found.place.begin) == (True, False, WORDS.rindex("The"))

    assert isinstance(found.row, Evidence)
    assert found.place
    settle_span(found.row, found.place, words=words(text), by=editor, at=NOON)
    (found,) = quotations(draft)
    assert (found.moved, found.is_noted) == (False, True)


def test_flagging_costs_the_same_for_three_quotations_and_for_thirty(
    draft: Agreement, editor: Person, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(1):
        assert unfound_quotes(draft) == []
    text = kept(draft, by=editor)
    list_as_source(text, kind=SourceKind.AUTHENTIC_TEXT)
    for count in (3, 27):
        for number in range(count):
            quoting(draft, text, f"nowhere {number}")
        with django_assert_max_num_queries(4):
            assert unfound_quotes(draft)
        with django_assert_max_num_queries(8):
            assert quote_findings(draft)


def test_publishing_publishes_the_hash_and_not_the_words(draft: Agreement, editor: Person) -> None:
    text = kept(draft, by=editor)
    submission = submit(draft, by=editor, at=NOON)

    revision = publish(submission, by=Person.objects.create_user("a reviewer"), at=NOON)

    (said,) = read_document(revision.document).texts
    assert (said.sha256, said.media_type) == (text.sha256, PLAIN)
    assert "The Parties shall consult" not in revision.document


def test_a_document_with_a_cited_text_comes_back_as_it_was(draft: Agreement, editor: Person) -> None:
    text = kept(draft, by=editor)
    list_as_source(text, kind=SourceKind.AUTHENTIC_TEXT)
    cite(text, Passage("The Parties shall store"), editor)
    document = compose(draft)

    again = apply(document, by=editor, at=NOON, to=draft)

    assert canonical_json(compose(again)) == canonical_json(document)
    assert len(quotations(again)) == 1
    assert Source.objects.filter(kind=SourceKind.AUTHENTIC_TEXT).count() == 1


def test_bytes_stored_twice_at_once_are_one_text(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store_text(b"Article 1", media_type=PLAIN, at=NOON)
    monkeypatch.setattr(StoredText.objects, "filter", lambda **said: StoredText.objects.none())  # as if nobody had stored it yet

    assert store_text(b"Article 1", media_type=PLAIN, at=NOON) == first


def test_asking_twice_is_asking_once(loaded: None) -> None:
    stored = store_text(b"Article 1", media_type=PLAIN, at=NOON)

    assert ask_for_words(stored, at=NOON) == ask_for_words(stored, at=NOON)
