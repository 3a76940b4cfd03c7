from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement, Evidence, Text
from desk.texts.showing import BLOCK, SHEET, Mark, sheet
from editorial.applying import apply
from editorial.texts import list_as_source
from records.models import ExtractedText, StoredText
from records.tasks import extract
from tests.factories import NOON, pact
from tests.records import files

SignedIn = Callable[[str], Client]
WORDS = "Article I\n\nThe Parties shall consult.\n\n<script>alert('Article II')</script>"


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft"), by=person("editor"), at=NOON)


@pytest.fixture
def upload(
    draft: Agreement, signed_in: SignedIn, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    monkeypatch.setattr(extract, "delay", extract)  # as without a queue

    def send(content: bytes = WORDS.encode(), name: str = "treaty.txt", *, role: str = "editor", query: str = "", **said: Any) -> Any:
        file = SimpleUploadedFile(name, content, "text/html")
        with django_capture_on_commit_callbacks(execute=True):
            address = f"/desk/agreements/agreement/{draft.pk}/texts/{query}"
            answer = signed_in(role).post(address, {"file": file, "authentic": "unknown", **said})
        return signed_in(role).get(answer["Location"]) if answer.status_code == 302 else answer

    return send


def page_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_an_editor_uploads_a_text_and_reads_it(upload: Any) -> None:
    page = page_of(upload(language="en", title="The text", authentic="true", url="https://example.org/t"))

    text = Text.objects.get()
    assert (text.language, text.title, text.authentic, text.url, text.media_type) == (
        "en", "The text", True, "https://example.org/t", "text/plain",
    )  # fmt: skip
    assert "The Parties shall consult." in page
    assert "Read as UTF-8." in page


def test_a_pdf_with_another_name_is_taken_for_what_it_is(upload: Any) -> None:
    upload(files.pdf(["Article I"]), "treaty.txt")

    assert Text.objects.get().media_type == "application/pdf"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "empty.pdf", "The submitted file is empty."),
        (b"PK\x03\x04 no word", "x.docx", "a ZIP archive, but not a Word document"),
        (b"\x7fELF\0\0", "x.txt", "This is not a text"),
        (b"x" * (2**20 + 10), "x.txt", "The file is larger than 1 MB"),
        (b"x" * (3 * 2**20), "x.txt", "The file is larger than 1 MB"),
    ],
)
def test_what_is_refused_is_said_at_the_field(upload: Any, settings: Any, content: bytes, name: str, sentence: str) -> None:
    settings.ENTENTE_UPLOAD_MB = 1

    answer = upload(content, name, title="Kept as typed")

    assert answer.status_code == 422
    assert sentence in page_of(answer)
    assert 'value="Kept as typed"' in page_of(answer)
    assert not StoredText.objects.exists()


def test_a_text_that_cannot_be_read_says_why_and_is_kept(upload: Any) -> None:
    page = page_of(upload(files.locked_pdf(), "locked.pdf"))

    assert "It is locked with a password." in page
    assert "The file is kept" in page
    assert "Cite a passage" not in page


def test_a_text_that_is_being_read_says_so(upload: Any, signed_in: SignedIn) -> None:
    upload()
    ExtractedText.objects.update(state="waiting")

    page = page_of(signed_in("editor").get(f"/desk/texts/{Text.objects.get().pk}/"))

    assert "Its words are being read." in page


def test_the_words_of_a_text_are_shown_and_never_run(upload: Any) -> None:
    upload()
    shown = upload().content.decode()

    assert "&lt;script&gt;alert(" in shown
    assert "<script>alert" not in shown


def test_the_file_is_a_download_and_nothing_else(upload: Any, signed_in: SignedIn) -> None:
    upload(b"<html><script>bad()</script><p>Article I", "page.html")

    answer = signed_in("editor").get(f"/desk/texts/{Text.objects.get().pk}/file/")

    assert answer.content == b"<html><script>bad()</script><p>Article I"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith('attachment; filename="t')
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_file_is_put_to_a_text_that_is_there(upload: Any, draft: Agreement) -> None:
    there = Text.objects.create(agreement=draft, key="t7", title="As listed", url="https://example.org/x")

    upload(query=f"?text={there.pk}", title="As listed", url="https://example.org/x")

    assert Text.objects.get().sha256
    assert (Text.objects.get().key, Text.objects.get().title) == ("t7", "As listed")


def cite(client: Client, **said: Any) -> Any:
    return client.post(f"/desk/texts/{Text.objects.get().pk}/", said, follow=True)


def test_a_pasted_quotation_becomes_a_citation_with_its_span(upload: Any, signed_in: SignedIn, draft: Agreement) -> None:
    upload(title="The text")
    event = draft.events.get()

    page = page_of(cite(signed_in("editor"), quote="the parties\r\nshall consult", fact=f"event:{event.pk}", source="kind:authentic_text"))

    row = event.evidence.get(listed__text__isnull=False)
    assert (row.quote, row.begin, row.end, row.listed.source.title) == ("The Parties shall consult", 11, 36, "The text")
    assert "characters 11 to 36" in page
    assert '<mark class="cited">The Parties shall consult</mark>' in page
    assert "Cited as “The text” (Authentic text)." in page


def test_a_span_becomes_a_citation_of_the_record(upload: Any, signed_in: SignedIn) -> None:
    upload()

    cite(signed_in("editor"), begin=0, end=9, fact="record", source=f"listed:{Text.objects.get().agreement.listed_sources.get().pk}")

    assert Evidence.objects.get(begin=0).quote == "Article I"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"quote": "The Parties shall not"}, "These words are not in the text."),
        ({"quote": ""}, "Select a passage in the text"),
        ({"begin": "5"}, "A span has a first character and an end"),
        ({"begin": "5", "end": "100000"}, "The text has"),
        ({"quote": "Article I", "fact": "event:0"}, "is not one of the available choices"),
        ({"quote": "Article I", "source": ""}, "This field is required"),
        ({"quote": "Article\x00 I"}, "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_cited_is_said_and_nothing_is_written(upload: Any, signed_in: SignedIn, said: Any, sentence: str) -> None:
    upload()

    answer = cite(signed_in("editor"), **{"fact": "record", "source": "kind:press", **said})

    assert (answer.status_code, sentence in page_of(answer)) == (422, True)
    assert not Evidence.objects.exclude(quote="").exists()
    assert Text.objects.get().listed is None


def test_a_paragraph_is_cited_without_a_script(upload: Any, signed_in: SignedIn) -> None:
    upload()

    page = page_of(signed_in("editor").get(f"/desk/texts/{Text.objects.get().pk}/?begin=11&end=37"))

    assert 'name="begin" value="11"' in page
    assert ">\nThe Parties shall consult.</textarea>" in page


def test_the_text_is_searched(upload: Any, signed_in: SignedIn) -> None:
    upload()
    address = f"/desk/texts/{Text.objects.get().pk}/"

    assert '<mark class="found">PARTIES</mark>' not in page_of(signed_in("editor").get(address, {"q": "PARTIES shall"}))
    assert '<mark class="found">Parties shall</mark>' in page_of(signed_in("editor").get(address, {"q": "PARTIES shall"}))
    assert "“treason” is not in the text." in page_of(signed_in("editor").get(address, {"q": "treason"}))


def test_a_quotation_that_is_not_there_is_flagged_everywhere(upload: Any, signed_in: SignedIn, draft: Agreement) -> None:
    upload(title="The text")
    client = signed_in("editor")
    cite(client, quote="The Parties", fact="record", source="kind:authentic_text")
    Evidence.objects.create(agreement=draft, listed=list_as_source(Text.objects.get()), quote="They shall not")

    assert "Not found in the text." in page_of(client.get(f"/desk/texts/{Text.objects.get().pk}/"))
    assert "Quotations that are not in their text" in page_of(client.get(f"/desk/agreements/agreement/{draft.pk}/texts/"))
    sent = {"action": "submit_for_review", "_selected_action": [draft.pk], "comment": ""}
    page = page_of(client.post("/desk/agreements/agreement/", sent, follow=True))
    assert "waits for review" in page
    assert "A quotation of a stored text stands in that text. The record as a whole: “They shall not” is not in “The text”." in page


def test_the_place_of_a_quotation_is_noted_when_asked(upload: Any, signed_in: SignedIn, draft: Agreement) -> None:
    upload()
    client = signed_in("editor")
    cite(client, quote="Article I", fact="record", source="kind:authentic_text")
    row = Evidence.objects.create(agreement=draft, listed=list_as_source(Text.objects.get()), quote="shall consult")

    assert client.post(f"/desk/texts/{Text.objects.get().pk}/settle/", {"row": f"evidence:{row.pk}"}).status_code == 302

    row.refresh_from_db()
    assert WORDS[row.begin : row.end] == "shall consult"
    assert client.post(f"/desk/texts/{Text.objects.get().pk}/settle/", {"row": "evidence:0"}).status_code == 404


def test_a_text_is_read_again(upload: Any, signed_in: SignedIn, django_capture_on_commit_callbacks: Any) -> None:
    upload()
    ExtractedText.objects.update(state="failed", fault="damaged", words="")

    with django_capture_on_commit_callbacks(execute=True):
        signed_in("editor").post(f"/desk/texts/{Text.objects.get().pk}/again/")

    assert ExtractedText.objects.get().words == WORDS


def test_an_analyst_neither_reads_nor_changes_the_texts_of_drafts(upload: Any, signed_in: SignedIn, draft: Agreement) -> None:
    upload()
    pk, analyst = Text.objects.get().pk, signed_in("analyst")

    assert upload(role="analyst").status_code == 403
    for address in (f"texts/{pk}/", f"texts/{pk}/file/", f"agreements/agreement/{draft.pk}/texts/"):
        assert analyst.get(f"/desk/{address}").status_code == 403
    for deed in ("", "again/", "settle/"):
        assert analyst.post(f"/desk/texts/{pk}/{deed}", {"quote": "Article I", "fact": "record", "row": "evidence:1"}).status_code == 403
    for nothing in ("texts/0/", "texts/0/file/", "agreements/agreement/0/texts/", f"agreements/agreement/{draft.pk}/texts/?text=0"):
        assert signed_in("editor").get(f"/desk/{nothing}").status_code == 404


def test_the_pages_cost_the_same_for_three_texts_and_for_thirty(
    upload: Any, signed_in: SignedIn, draft: Agreement, django_assert_max_num_queries: Any
) -> None:
    upload()
    text, client = Text.objects.get(), signed_in("editor")
    client.post(f"/desk/texts/{text.pk}/", {"quote": "Article I", "fact": "record", "source": "kind:press"})
    text.refresh_from_db()
    for count in (3, 27):
        for number in range(count):
            Text.objects.create(agreement=draft, key=f"x{count}-{number}", sha256=text.sha256)
            Evidence.objects.create(agreement=draft, listed=list_as_source(text), quote=f"nowhere {number}")
        for address in (f"agreements/agreement/{draft.pk}/texts/", f"texts/{text.pk}/?q=Article"):
            with django_assert_max_num_queries(18):
                assert client.get(f"/desk/{address}").status_code == 200


def long_text() -> ExtractedText:
    words = "\n\n".join(f"Paragraph {number} " + "word " * 1_000 for number in range(60))
    begins = [words.index(f"Paragraph {number} ") for number in range(60)]
    return ExtractedText(words=words, paragraphs=begins, pages=begins[::2])


def test_a_long_text_is_shown_in_sheets_that_lose_no_word() -> None:
    text = long_text()
    sheets = [sheet(text, number=number) for number in range(1, sheet(text).count + 1)]

    shown = "".join(piece.words for one in sheets for block in one.blocks for piece in block.pieces)
    assert "".join(shown.split()) == "".join(text.words.split())
    assert all(block.end - block.begin <= BLOCK for one in sheets for block in one.blocks)
    assert all(one.blocks[-1].end - one.blocks[0].begin <= SHEET for one in sheets)
    assert [block.page for one in sheets for block in one.blocks if block.page][:3] == [1, 2, 3]


def test_a_mark_stands_at_its_place_and_the_sheet_that_holds_it_is_shown() -> None:
    text = long_text()
    at = text.words.index("Paragraph 40 ")

    shown = sheet(text, at=at, marks=[Mark(at, at + 12, "found"), Mark(at + 5, at + 20, "cited")])

    (block,) = (block for block in shown.blocks if block.here)
    assert next((piece.words, piece.kind) for piece in block.pieces) == ("Paragraph 40", "found")
    assert "cited" not in {piece.kind for piece in block.pieces}
