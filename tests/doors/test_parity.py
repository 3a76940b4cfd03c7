"""One question, two askers: the page counts what the API lists, on the real register."""

import json
import re
import urllib.request

import pytest

QUESTIONS = (
    "party=GBR&as_of=1960-06-01",
    "",
    "between=USA,JPN&standing=in_force&as_of=1955-01-01",
    "between=USA,JPN&standing=in_force&as_of=1965-01-01",
    "q=forces",
    "q=atomic OR nuclear&party=USA",
    "kind=sofa,vfa&standing=in_force",
    "provision=logistics",
    "standing=unknown,signed",
    "deadline_before=2028-11-22&as_of=2026-11-22",
    "notice_before=2020-01-01&as_of=2019-06-01",
    "party=NLD&party=BEL&as_of=1970-01-01&order=title",
)


def read(address: str) -> str:
    with urllib.request.urlopen(address.replace(" ", "%20"), timeout=10) as answer:
        return str(answer.read().decode())


def listed(served: str, question: str) -> list[str]:
    """Every reference that the API gives, page after page."""
    references: list[str] = []
    address = f"{served}/api/v1/agreements/?{question}&limit=50"
    while address:
        page = json.loads(read(address))
        references += [row["reference"] for row in page["results"]]
        address = page["next"]
    return references


@pytest.mark.parametrize("question", QUESTIONS)
def test_page_and_api_find_the_same_agreements(served: str, question: str) -> None:
    references = listed(served, question)
    page = read(f"{served}/agreements/?{question}&limit=200")

    shown = list(dict.fromkeys(re.findall(r'href="/agreements/(E[0-9]+)/', page)))
    assert len(set(references)) == len(references) > 0
    assert shown == references[:200]
    assert f"<strong>{len(references)} agreement" in page


def test_the_day_decides_which_treaty_bound_japan_and_the_united_states(served: str) -> None:
    then, later = (listed(served, f"between=USA,JPN&standing=in_force&as_of={year}-01-01") for year in (1955, 1965))

    assert ("E0074" in then, "E0172" in then) == (True, False)
    assert ("E0074" in later, "E0172" in later) == (False, True)
