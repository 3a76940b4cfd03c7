"""Nothing unpublished is seen: no draft's words, no count of drafts, by any public address and any question."""

from collections.abc import Iterable, Iterator

import pytest
from django.test import Client

from catalogue.question import PARAMETERS
from tests.doors.conftest import SECRETS, UPLOADED, House
from tests.doors.test_access import PUBLIC
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing


def batched(family: Iterable[str], size: int) -> Iterator[list[str]]:
    """The words of a family, so many at a time: a parameter has its limit of length."""
    words = list(family)
    yield from (words[start : start + size] for start in range(0, len(words), size))


QUESTIONS = (
    "",
    "q=Zyxwv",
    "q=draft",
    "q=wording",
    "party=JPN",
    "between=JPN,USA",
    "standing=unknown",
    "standing=signed&inferred=no",
    "region=142&organisation=ORG-NATO",
    "character=binding_treaty&lateral=bilateral&decade=1950&source=data_set&verified=none",
    "event=signature&event_from=1951-01-01&event_before=2030-01-01",
    "deadline_before=2100-01-01",
    "notice_before=2100-01-01",
    "as_of=2026-11-20",
    "as_known=2026-11-20",
    *(f"{name}={','.join(family)}" for name, family in (("provision", ProvisionKind), ("standing", Standing))),
    *(f"kind={','.join(kinds)}" for kinds in batched(AgreementKind, 20)),
    "order=-published&limit=200",
)


ROOMS = (
    *("/deadlines/?until=2100-01-01", "/deadlines.ics?until=2100-01-01", "/deadlines.json?until=2100-01-01&party=JPN"),
    *("/changes/?since=2000-01-01", "/changes.json?since=2000-01-01", "/changes.atom?party=JPN"),
    *("/compare/?with=E0001,E0002", "/compare/?q=draft", "/compare.json?with=E0001,E0002", "/about/data/?as_known=2026-11-20"),
    *(f"/api/v1/{room}/?format=jsonl" for room in ("agreements", "provisions", "events", "deadlines", "pairs", "changes")),
    *("/api/v1/provisions/?state=present,absent&expand=agreement", "/api/v1/events/?accepted=any&format=csv"),
    *("/api/v1/changes/?expand=document", "/api/v1/facets/", "/api/v1/figures/", "/api/v1/between/JPN/USA/"),
)


def everything(client: Client) -> Iterator[tuple[str, str]]:
    for example, _ in PUBLIC.values():
        yield example, client.get("/" + example).getvalue().decode(errors="replace")  # some are pictures
    for address in PICTURES:
        yield address, client.get(address).getvalue().decode()
    for reference in ("E0002", "E0003", "E0004"):
        for address in (f"/agreements/{reference}/", f"/agreements/{reference}/revisions/", f"/api/v1/agreements/{reference}/"):
            yield address, client.get(address).content.decode()
    for address in ROOMS:
        yield address, client.get(address).getvalue().decode()
    for question in QUESTIONS:
        for door in ("/agreements/", "/api/v1/agreements/"):
            yield f"{door}?{question}", client.get(f"{door}?{question}").content.decode()
        if "limit" not in question and "order" not in question:
            for door in ("/agreements.csv", "/agreements.json", "/agreements.atom"):
                yield f"{door}?{question}", client.get(f"{door}?{question}").getvalue().decode()


PICTURES = (
    *(
        "/matrix/?show=200",
        "/matrix/?columns=parties",
        "/matrix.csv?show=200",
        "/matrix.json?columns=parties",
        "/matrix/?provision=logistics",
    ),
    *("/gaps/?party=JPN", "/gaps.json?party=JPN&provision=logistics", "/gaps/?party=JPN&with=USA&without=PHL"),
    *("/map/?measure=all", "/map.json?measure=all", "/map.svg?measure=all", "/network/?party=JPN", "/network.json?party=USA"),
    *("/network.svg?party=JPN&as_of=1955-01-01", "/map/?party=JPN&measure=all"),
)


@pytest.mark.parametrize("role", ["anonymous", "analyst"])
def test_no_draft_is_read_anywhere(house: House, role: str) -> None:
    client = house.client(role)
    for address, page in everything(client):
        asked = "q=Zyxwv" in address  # the page repeats the word that was asked for
        for secret in (*SECRETS, UPLOADED, house.uploaded):
            assert secret not in page, address
        assert asked or "Zyxwv" not in page, address


@pytest.mark.parametrize("role", ["anonymous", "analyst"])
def test_an_uploaded_text_of_a_draft_is_reached_by_no_address(house: House, role: str) -> None:
    """Not the file under its hash, nor its words, wherever one would look for them; the desk's own page is not theirs."""
    client, digest, text = house.client(role), house.uploaded, house.ids["text"]
    guesses = [f"/{folder}{digest}" for folder in ("", "texts/", "files/", "media/", "static/", "api/v1/texts/")]
    guesses += [f"/{folder}texts/{digest[:2]}/{digest}" for folder in ("", "files/", "media/", "static/", "static/../var/files/")]
    for address in guesses:
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert UPLOADED not in answer.content.decode(), address
    for address in (f"/desk/texts/{text}/", f"/desk/texts/{text}/file/"):
        assert client.get(address).status_code == (302 if role == "anonymous" else 403), address
    assert digest not in client.get("/api/v1/agreements/E0002/").content.decode()


def test_no_draft_is_counted(house: House) -> None:
    client = house.client("anonymous")

    assert [row["title"] for row in client.get("/api/v1/agreements/?order=reference").json()["results"]] == [
        "A public treaty",
        "A treaty that is being edited",
    ]
    for question in ("q=Zyxwv", "q=wording", "provision=logistics"):
        assert client.get(f"/api/v1/agreements/?{question}").json()["results"] == []
    assert "2 agreements" in client.get("/agreements/").content.decode()
    assert client.get("/matrix.json").json()["agreements"] == client.get("/map.json").json()["agreements"] == 2
    assert client.get("/matrix.json").json()["columns"] == []


def test_a_reference_tells_nothing_of_drafts(house: House) -> None:
    """Numbers are minted at publication only: the second publication has the second number, whatever lies between."""
    assert house.client("anonymous").get("/agreements/E0002/").status_code == 200
    assert house.client("anonymous").get("/agreements/E0003/").status_code == 404


def test_the_questions_tried_cover_every_narrowing_parameter() -> None:
    tried = {part.partition("=")[0] for question in QUESTIONS for part in question.split("&") if part}

    assert set(PARAMETERS) - tried == {"cursor"}
