from typing import Any

import pytest
from pydantic import ValidationError

from tests.factories import event, pact
from treaty.document.canonical import canonical_json, json_schema, sha256
from treaty.document.difference import difference, field_in_words, label_of
from treaty.document.document import Document
from treaty.vocabulary.provisions.kinds import ProvisionKind


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"colour": "blue"}, "colour"),
        ({"title": ""}, "title"),
        ({"title": "A\x00B"}, "U\\+0000"),
        ({"title": "A\nB"}, "one line"),
        ({"title": "A\ud800B"}, "title"),
        ({"kind": "friendship"}, "kind"),
        ({"reference": "X1"}, "reference"),
        ({"participations": [{"party": "japan"}]}, "party"),
        ({"events": [event("e1", "signature"), event("e1", "ratification")]}, "stands twice"),
        ({"events": [event("e1", "signature", "2023-02-30")]}, "2023-02-30"),
        ({"events": [event("e1", "signature", "1951", date_missing="unknown")]}, "not missing"),
        ({"events": [event("e1", "objection", party="JPN", other_party="JPN")]}, "two different parties"),
        ({"events": [event("e1", "expiry", basis="inferred")]}, "names its rule"),
        ({"events": [event("e1", "notice_revoked", concerns=["e7"])]}, "e7"),
        ({"evidence": [{"source": "s9"}]}, "s9"),
        ({"evidence": [{"source": "s1", "locator": {"begin": 5, "end": 2}}]}, "span"),
        ({"relations": [{"id": "r1", "kind": "amends"}]}, "names the other agreement"),
        ({"provisions": [{"id": "p1", "kind": "logistics", "terms": {"payer": "USA"}}]}, "payer"),
        ({"provisions": [{"id": "p1", "kind": "logistics", "gaps": [{"attribute": "colour", "missing": "unknown"}]}]}, "not an attribute"),
    ],
)
def test_what_no_document_may_hold_is_refused_by_name(said: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        pact(**{"events": (), **said} if "events" not in said else {"signed": None, **said})


def test_a_missing_date_is_unknown_unless_a_source_says_otherwise() -> None:
    document = pact(signed=None, events=[event("e1", "signature"), event("e2", "ratification", date_missing="not_disclosed")])

    assert [one.date_missing for one in document.events] == ["unknown", "not_disclosed"]


def test_a_provision_has_the_attributes_of_its_kind() -> None:
    document = pact(provisions=[{"id": f"p{n}", "kind": kind} for n, kind in enumerate(ProvisionKind)])

    assert [provision.kind for provision in document.provisions] == list(ProvisionKind)
    assert len({type(provision.terms) for provision in document.provisions}) == len(ProvisionKind)


def test_the_bytes_of_a_document_do_not_depend_on_how_it_was_typed() -> None:
    typed = {
        "participations": [{"party": "USA"}],
        "title": "Pact",
        "provisions": [{"kind": "logistics", "id": "p1", "obligors": ["USA", "JPN", "USA"]}],
    }
    shuffled = {
        "provisions": [{"obligors": ["JPN", "USA"], "id": "p1", "kind": "logistics"}],
        "title": "Pact",
        "participations": [{"party": "USA"}],
    }

    assert canonical_json(Document.model_validate(typed)) == canonical_json(Document.model_validate(shuffled))


def test_the_bytes_of_a_document_stay_what_they_are() -> None:
    """A published hash must mean the same for ever: this one changes only with a new version of the schema."""
    assert sha256(canonical_json(Document(title="Pact"))) == "b5aae1dcc79075ed0c92119da493e32588b9e7cd95ffe78623849caae3bbc587"


def test_the_schema_names_every_kind_of_provision() -> None:
    schema = json_schema()

    kinds = schema["properties"]["provisions"]["items"]["discriminator"]["mapping"]
    assert set(kinds) == set(ProvisionKind)


def test_a_difference_says_what_changed_in_sentences() -> None:
    before = pact(in_force="1952-04-28")
    after = pact(in_force="1952-04-29", title="Security Pact", parties=["JPN", "USA", "PHL"], events=[event("e9", "supersession", "1960")])

    said = [change.sentence for change in difference(before, after, {"PHL": "the Philippines"})]

    assert said == [
        "Title changed from “Security Treaty” to “Security Pact”.",
        "Party added: the Philippines as party.",
        "Event “Entered into force on 29 April 1952”: date changed from “1952-04-28” to “1952-04-29”.",
        "Event added: Superseded in 1960.",
    ]


def test_fields_are_called_as_people_write_them() -> None:
    assert [label_of(field) for field in ("effective_date", "sha256", "url")] == ["Effective date", "SHA-256", "URL"]
    assert field_in_words("effective_date") == "effective date"
