"""The texts of an agreement read in place: only what was published, searched, with cited passages marked and linked to their facts."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement, Text
from editorial.operations import publish as publish_submission
from editorial.operations import submit
from editorial.texts import keep_file
from records.models import StoredText
from records.operations import extract_words, store_text
from tests.factories import NOON
from tests.web.conftest import Publish
from tests.web.reading import html, text

WORDS = "Article I\n\nThe Parties shall consult at the request of either.\n\nArticle II\n\n"
WORDS += "The Parties shall store “fuel” & <ammunition> together."
CITED = "consult at the request of either"


def stored(words: str, *, read: bool = True) -> str:
    """The hash of a text that the register keeps, with its words read or not yet."""
    kept = store_text(words.encode(), media_type="text/plain", at=NOON)
    if read:
        extract_words(kept, at=NOON)
    return str(kept.sha256)


def texted(publish: Publish, sha256: str | None, **said: Any) -> None:
    begin = WORDS.index(CITED)
    publish(
        title="Agreement on storage",
        sources=[{"id": "s1", "kind": "press", "title": "A newspaper"}, {"id": "s2", "kind": "authentic_text", "title": "The text"}],
        texts=[
            {
                "id": "t1",
                "language": "en",
                "title": "English text",
                "authentic": True,
                "sha256": sha256,
                "source": "s2",
                "media_type": "text/plain",
            }
        ],
        provisions=[
            {
                "id": "p1",
                "kind": "consultation",
                "articles": ["I"],
                "evidence": [{"source": "s2", "locator": {"begin": begin, "end": begin + len(CITED)}, "quote": CITED}],
            },
            {"id": "p2", "kind": "logistics", "quote": 'store "fuel" & <ammunition>'},
        ],
        **said,
    )


@pytest.fixture
def readable(publish: Publish) -> None:
    """E0001 with a text whose words are read; one passage of it is cited, another is quoted by a provision."""
    texted(publish, stored(WORDS))


@pytest.mark.usefixtures("readable")
def test_a_text_is_read_in_place(reader: Client):
    page = text(reader.get("/agreements/E0001/texts/t1/"))

    assert "English text" in page
    assert "English, authentic, plain text" in page
    assert "The Parties shall store “fuel” & <ammunition> together." in page


@pytest.mark.usefixtures("readable")
def test_the_page_of_the_agreement_leads_to_the_text_and_searches_in_it(reader: Client):
    page = html(reader.get("/agreements/E0001/"))

    assert '<a href="/agreements/E0001/texts/t1/">English text</a>' in page
    assert '<form class="within" method="get" action="/agreements/E0001/texts/t1/"' in page
    begin = WORDS.index(CITED)
    assert f'<a href="/agreements/E0001/texts/t1/?at={begin}#here">characters {begin} to {begin + len(CITED)}</a>' in page


@pytest.mark.usefixtures("readable")
def test_a_cited_passage_is_marked_and_leads_to_its_fact(reader: Client):
    page = html(reader.get("/agreements/E0001/texts/t1/"))

    assert f'<a class="cited" href="/agreements/E0001/#provision-p1" title="Consultation (art. I): present">{CITED}</a>' in page
    assert 'id="provision-p1"' in html(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("readable")
def test_the_quote_of_a_provision_is_found_however_it_is_printed(reader: Client):
    page = html(reader.get("/agreements/E0001/texts/t1/"))

    assert (
        '<a class="cited" href="/agreements/E0001/#provision-p2" title="Logistics: present">store “fuel” &amp; &lt;ammunition&gt;</a>'
        in page
    )


@pytest.mark.usefixtures("readable")
def test_a_search_marks_every_place_and_lists_it(reader: Client):
    page = html(reader.get("/agreements/E0001/texts/t1/?q=the PARTIES shall"))

    assert page.count("<mark>The Parties shall</mark>") == 4  # twice in the list, twice in the text
    assert "2 places." in text(reader.get("/agreements/E0001/texts/t1/?q=the PARTIES shall"))


@pytest.mark.usefixtures("readable")
def test_what_is_searched_is_marked_within_what_is_cited(reader: Client):
    page = html(reader.get("/agreements/E0001/texts/t1/?q=request"))

    assert 'title="Consultation (art. I): present"><mark>request</mark></a>' in page


@pytest.mark.usefixtures("readable")
def test_words_that_do_not_stand_there_are_said_not_to(reader: Client):
    assert "It does not stand in this text." in text(reader.get("/agreements/E0001/texts/t1/?q=submarines"))


@pytest.mark.usefixtures("readable")
def test_the_same_is_data(reader: Client):
    said = json.loads(reader.get("/agreements/E0001/texts/t1.json?q=shall store").content)

    assert said["sha256"] == stored(WORDS)
    assert [hit["words"] for hit in said["hits"]] == ["shall store"]
    assert "\n".join(part["words"] for part in said["paragraphs"]).replace("\n", "") == WORDS.replace("\n", "")
    assert {"begin": WORDS.index(CITED), "end": WORDS.index(CITED) + len(CITED), "fact": "Consultation (art. I): present"} in said["cited"]


def test_a_long_text_is_read_by_the_sheet_and_a_hit_leads_to_its_own(reader: Client, publish: Publish):
    article = "Article\n\n" + "The Parties shall store fuel together. " * 60
    texted(publish, stored("\n\n".join([*[article] * 60, "The last words."])))
    first, last = reader.get("/agreements/E0001/texts/t1/"), reader.get("/agreements/E0001/texts/t1/?q=last words")

    assert "The last words." not in text(first)
    assert '<a href="/agreements/E0001/texts/t1/?sheet=3">3</a>' in html(first)
    assert "The <mark>last words</mark>." in html(last)
    assert 'id="here"' in html(last)


@pytest.mark.parametrize("asked", ["sheet=none", "at=-1", "sheet=0", "revision=x", "words=fuel", "q=a&q=b"])
@pytest.mark.usefixtures("readable")
def test_what_a_text_cannot_be_asked_is_refused(reader: Client, asked: str):
    answer = reader.get(f"/agreements/E0001/texts/t1/?{asked}")

    assert answer.status_code == 400
    assert asked.partition("=")[0] in text(answer)


@pytest.mark.parametrize("asked", ["sheet=999", "at=99999999"])
@pytest.mark.usefixtures("readable")
def test_a_place_past_the_end_is_the_end(reader: Client, asked: str):
    assert reader.get(f"/agreements/E0001/texts/t1/?{asked}").status_code == 200


def test_a_text_whose_words_are_not_read_yet_says_so(reader: Client, publish: Publish):
    texted(publish, stored(WORDS, read=False))

    assert "its words could not be read" in text(reader.get("/agreements/E0001/texts/t1/"))


def test_a_text_of_which_no_copy_is_kept_has_no_page(reader: Client, publish: Publish):
    texted(publish, None)

    assert "/texts/t1/" not in html(reader.get("/agreements/E0001/"))
    assert "The register keeps no copy of the text “English text” of E0001." in text(reader.get("/agreements/E0001/texts/t1/"))
    assert reader.get("/agreements/E0001/texts/t1/").status_code == 404
    assert reader.get("/agreements/E0001/texts/t9/").status_code == 404


def test_the_text_of_a_draft_is_not_read_until_it_is_published(reader: Client, publish: Publish):
    """Neither a new text, nor another file in the place of a published one."""
    texted(publish, stored(WORDS))
    editor, reviewer = (Person.objects.create_user(name) for name in ("editor", "reviewer"))
    agreement = Agreement.objects.get(record__reference="E0001")
    secret = b"Zyxwv words of the draft."
    added = keep_file(Text(agreement=agreement), secret, name="draft.txt", by=editor, at=NOON).text
    kept = StoredText.objects.get(sha256=added.sha256)
    extract_words(kept, at=NOON)
    Text.objects.filter(agreement=agreement, key="t1").update(sha256=added.sha256)
    addresses = ["", ".json", "texts/t1/", "texts/t1.json", f"texts/{added.key}/", f"texts/{added.key}.json", "texts/t1/?q=Zyxwv"]

    for address in addresses:
        page = reader.get(f"/agreements/E0001{'' if address.startswith('.') else '/'}{address}").content.decode()
        assert "words of the draft" not in page, address
        assert kept.sha256 not in page, address
    assert reader.get(f"/agreements/E0001/texts/{added.key}/").status_code == 404
    assert "The Parties shall" in text(reader.get("/agreements/E0001/texts/t1/"))

    Text.objects.filter(pk=added.pk).delete()
    agreement.refresh_from_db()
    later = NOON + timedelta(days=1)
    publish_submission(submit(agreement, by=editor, at=later), by=reviewer, at=later)

    assert "Zyxwv words of the draft." in text(reader.get("/agreements/E0001/texts/t1/"))
    assert "The Parties shall" in text(reader.get("/agreements/E0001/texts/t1/?revision=1"))
    assert '<a href="/agreements/E0001/texts/t1/?revision=1">' in html(reader.get("/agreements/E0001/revisions/1/"))
