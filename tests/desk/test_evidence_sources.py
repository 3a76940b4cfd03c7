"""A source is entered once and reused."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from accounts.models import Person
from agreements.likeness import same_page
from agreements.models import Source
from editorial.applying import apply
from tests.factories import NOON, pact

SignedIn = Callable[[str], Client]
ADD = "/desk/agreements/source/add/"
RELEASE = {"kind": "ministry", "title": "Press release", "publisher": "MOFA", "url": "https://www.mofa.go.jp/a/page1.html?lang=en"}


@pytest.fixture
def release(loaded: None) -> Source:
    return Source.objects.create(**RELEASE)


@pytest.mark.parametrize(
    "same",
    [
        "http://mofa.go.jp/a/page1.html?lang=en",
        "https://MOFA.go.jp:443/a/page1.html?lang=en#top",
        "https://www.mofa.go.jp/a/page1.html?utm_source=x&lang=en",
        "https://www.mofa.go.jp/a/page1.html/?lang=en",
    ],
)
def test_the_same_page_is_known_however_its_address_is_written(same: str) -> None:
    assert same_page(same) == same_page(RELEASE["url"])


@pytest.mark.parametrize(
    "other", ["https://www.mofa.go.jp/a/page1.html?lang=ja", "https://www.mofa.go.jp/a/page2.html?lang=en", "", "https://[x"]
)
def test_another_page_is_another(other: str) -> None:
    assert same_page(other) != same_page(RELEASE["url"])


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Other title", "publisher": "", "url": "http://mofa.go.jp/a/page1.html?lang=en"},
        {"title": "PRESS release", "publisher": "mofa", "url": ""},
    ],
)
def test_a_source_that_looks_like_one_there_is_offered_instead(signed_in: SignedIn, release: Source, said: dict[str, str]) -> None:
    editor = signed_in("editor")

    answer = editor.post(ADD, {"kind": "ministry", **said})
    page = unescape(answer.content.decode())
    assert "It seems to be here already" in page
    assert f'href="/desk/agreements/source/{release.pk}/change/"' in page
    assert f'name="_use" value="{release.pk}"' in page
    assert Source.objects.count() == 1

    used = editor.post(ADD, {"kind": "ministry", **said, "_use": release.pk}, follow=True)
    assert "nothing was entered twice" in used.content.decode()
    popup = editor.post(ADD, {"kind": "ministry", **said, "_use": release.pk, "_popup": "1"})
    assert f"&quot;value&quot;: &quot;{release.pk}&quot;" in popup.content.decode()
    assert Source.objects.count() == 1

    assert editor.post(ADD, {"kind": "ministry", **said, "another": "on"}).status_code == 302
    assert Source.objects.count() == 2


def test_another_source_is_entered_without_question(signed_in: SignedIn, release: Source) -> None:
    said = {"kind": "press", "title": "Press release", "publisher": "A newspaper", "url": "https://www.mofa.go.jp/a/page2.html"}

    assert signed_in("editor").post(ADD, said).status_code == 302


def test_the_list_shows_rank_and_use_and_finds_by_title_publisher_and_address(
    signed_in: SignedIn, release: Source, person: Callable[[str], Person]
) -> None:
    apply(pact(), by=person("editor"), at=NOON)
    editor = signed_in("editor")

    page = editor.get("/desk/agreements/source/").content.decode()
    assert "Ministry or armed force (rank 5)" in page and "0 agreements" in page
    assert "Data set (rank 8)" in page and "1 agreement<" in page
    for words in ("release", "mofa", "go.jp"):
        found = editor.get("/desk/agreements/source/", {"q": words}).content.decode()
        assert "Press release" in found and "A list of treaties" not in found


def test_a_correction_is_noted_on_every_agreement_that_lists_the_source(signed_in: SignedIn, person: Callable[[str], Person]) -> None:
    agreement = apply(pact(), by=person("editor"), at=NOON)
    source = agreement.listed_sources.get().source
    sent = {"kind": "data_set", "title": "A corrected title", "seen_version": source.version}

    assert signed_in("reviewer").post(f"/desk/agreements/source/{source.pk}/change/", sent).status_code == 302

    agreement.refresh_from_db()
    source.refresh_from_db()
    assert (agreement.changed_by, agreement.version, source.version) == (person("reviewer"), 1, 2)
    page = signed_in("editor").get(f"/desk/agreements/source/{source.pk}/change/").content.decode()
    assert "Used by 1 agreement" in page
