"""Every page can be asked as of a day and as known on a day, and its links lead on under the same days."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.doors.test_access import PUBLIC
from tests.web.conftest import EARLY, PROVISIONS, Publish
from tests.web.reading import html, text

OF, KNOWN = "as_of=1955-01-01", "as_known=2020-02-01"
PAGES = [example for example, answers in PUBLIC.values() if answers[0] == 200 and example.partition("?")[0].endswith("/")]
PAGES = [f"/{example}" for example in PAGES if not example.startswith("api/") and "texts" not in example]
UNMOVED = ("/law/", "/glossary/", "/agreements/E0001/revisions/compare/")
FILES = re.compile(r"\.(json|csv|atom|ics|svg|png|bib|ris|css)(\?|$)")
RETURNS = ("Return to today", "Lift all", "As of:", "As known:")
FOR_GOOD = re.compile(r"/agreements/E\d+/revisions/\d+/")  # cited, and the same on every day of the register


@pytest.fixture(autouse=True)
def _record(publish: Publish) -> None:
    """E0001 and E0002, with provisions and relations, known since January 2020."""
    relations = [{"id": "r1", "kind": "supersedes", "target": "E0001"}]
    publish(title="Security Treaty", at=EARLY, signed="1951-09-08", in_force="1952-04-28", provisions=PROVISIONS)
    publish(title="Treaty of Mutual Cooperation", at=EARLY, signed="1954", provisions=PROVISIONS, relations=relations)


def asked(page: str, *days: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}{'&'.join(days)}"


def links(page: str) -> list[tuple[str, str]]:
    """The links of a page to other pages of ours, with their words."""
    found = [
        (unescape(href), re.sub(r"<[^>]+>", "", said).strip()) for href, said in re.findall(r'<a[^>]*href="(/[^"]*)"[^>]*>(.*?)</a>', page)
    ]
    return [(href, said) for href, said in found if not FILES.search(href) and not href.startswith("/api/")]


def faults(reader: Client, page: str, day: str, words: str) -> list[str]:
    """Where a page has no field for the day, does not say that it is asked for it, or leads on without it.

    The map leads on to other years, so that another day will do.
    """
    shown, name = html(reader.get(asked(page, day))), day.partition("=")[0]
    lost = [href for href, said in links(shown) if f"{name}=" not in href and not said.startswith(RETURNS)]
    lost = [href for href in lost if not FOR_GOOD.match(href)]
    return [what for what, is_there in (("no field", f'name="{name}"' in shown), ("no words", words in shown)) if not is_there] + lost


def test_every_page_is_asked_for_a_day_in_the_world_and_hands_it_on(reader: Client) -> None:
    found = {page: faults(reader, page, OF, "as of 1 January 1955") for page in PAGES}

    assert {page: said for page, said in found.items() if said} == {}


def test_every_page_is_asked_as_the_register_knew_it_and_hands_that_on(reader: Client) -> None:
    words = "as the register knew it at the end of 1 February 2020"
    found = {page: faults(reader, page, KNOWN, words) for page in PAGES if not FOR_GOOD.fullmatch(page)}

    assert {page: said for page, said in found.items() if said} == {}


@pytest.mark.parametrize("page", UNMOVED)
def test_what_is_the_same_on_every_day_says_so_and_stays_so(reader: Client, page: str) -> None:
    then, now = (text(reader.get(address)) for address in (asked(page, OF, KNOWN), page))
    said = re.search(r"(Chosen for the other pages: .+? on every day\.) Return to today", then)

    assert said
    assert then.replace(said.group(0), "").split() == now.split()


def test_a_day_that_is_none_is_refused(reader: Client) -> None:
    answers = {page: reader.get(asked(page, "as_of=1955-02-30")) for page in PAGES}

    assert [page for page, answer in answers.items() if answer.status_code != 400 or "as_of" not in text(answer)] == []


def test_about_the_register_counts_what_it_held_on_the_day(reader: Client, publish: Publish) -> None:
    publish(title="Known later", signed="1953")

    assert reader.get("/about.json").json()["agreements"] == 3
    assert reader.get(f"/about.json?{KNOWN}").json()["agreements"] == 2
    assert "2 agreements, signed from 1951 to 1954" in text(reader.get(f"/about/?{KNOWN}"))


def test_revisions_are_those_that_the_register_had_on_the_day(reader: Client, publish: Publish) -> None:
    publish(title="Known later")

    assert reader.get(f"/agreements/E0003/revisions/?{KNOWN}").status_code == 404
    assert reader.get("/agreements/E0003/revisions/").status_code == 200
    assert len(reader.get(f"/agreements/E0001/revisions.json?{KNOWN}").json()["revisions"]) == 1
