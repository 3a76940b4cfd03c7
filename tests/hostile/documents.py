"""Documents that are none: broken JSON, deep JSON, fields that the register does not have."""

import json
from collections.abc import Iterable
from typing import Any

from tests.factories import pact
from tests.hostile.case import Case, Write, text
from treaty.document.canonical import canonical_json

SCRIPT = {"id": "s1", "kind": "press", "title": "x", "url": "javascript:1"}
BAD_DOCUMENTS: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("event without a kind", {"events": [{"id": "e1"}]}, "not_a_document", "events.0.kind"),
    ("event of an unknown kind", {"events": [{"id": "e1", "kind": "party"}]}, "not_a_document", "events.0.kind"),
    ("field that is none", {"colour": "blue"}, "not_a_document", "colour"),
    ("title of a list", {"title": ["One"]}, "not_a_document", "title"),
    ("title that is missing", {"title": ""}, "not_a_document", "title"),
    ("title of two lines", {"title": "One\nTwo"}, "not_a_document", "title"),
    ("nul in a title", {"title": "One\0"}, "not_a_document", "title"),
    ("day that is none", {"events": [{"id": "e1", "kind": "signature", "date": "1951-02-30"}]}, "not_a_document", "events.0.date"),
    ("source that is not listed", {"evidence": [{"source": "s9"}]}, "not_a_document", ""),
    (
        "address of a script",
        {"sources": [SCRIPT]},
        "not_a_document",
        "sources.0.url",
    ),
    ("party that nobody knows", {"participations": [{"party": "XXX"}, {"party": "USA"}]}, "rule_broken", "participations.0.party"),
    ("party twice in a role", {"participations": [{"party": "USA"}] * 3}, "rule_broken", "participations"),
    ("identifier of another form", {"identifiers": [{"scheme": "dcad", "value": "1"}]}, "rule_broken", "identifiers.0.value"),
    ("event to come", {"events": [{"id": "e1", "kind": "signature", "date": "2999"}]}, "rule_broken", "events.0.date"),
    ("reference of another form", {"reference": "1; DROP TABLE"}, "not_a_document", "reference"),
    ("version of tomorrow", {"version": 2}, "not_a_document", "version"),
)


def documents() -> Iterable[Case]:
    sound = json.loads(canonical_json(pact()))

    def line(**said: object) -> Write:
        return text(json.dumps(sound | said) + "\n")

    for name, said, code, column in BAD_DOCUMENTS:
        yield Case(name, "jsonl", line(**said), code, 1, column, "documents")
    good = json.dumps(sound)
    yield Case("line that is no json", "jsonl", text(f"{good}\n{{'title': 1}}\n"), "not_json", 2, "", "documents")
    yield Case("line that is no object", "jsonl", text(f"{good}\n[1, 2]\n"), "not_a_document", 2, "", "documents")
    yield Case("number that is none", "jsonl", text(f'{good}\n{{"title": NaN}}\n'), "not_json", 2, "", "documents")
    yield Case("number without an end", "jsonl", text(f'{good}\n{{"title": {"9" * 10_000}}}\n'), "not_json", 2, "", "documents")
    yield Case("field that stands twice", "jsonl", text(f'{good}\n{{"title": "a", "title": "b"}}\n'), "repeated_field", 2, "", "documents")
    yield Case("deep list", "jsonl", text(f'{good}\n{{"title": {"[" * 5000}{"]" * 5000}}}\n'), "too_deep", 2, "", "documents")
    yield Case("deep list without an end", "jsonl", text(f'{good}\n{{"title": {"[" * 90_000}\n'), "too_deep", 2, "", "documents")
    yield Case("deep file", "json", text("[" * 100_000), "too_deep", 1, "", "documents")
    yield Case("file without documents", "json", text("[]"), "not_a_document", 1, "", "documents")
    yield Case("file that is no json", "json", text("{title: 1}"), "not_json", 1, "", "documents")
    yield Case("file too large for json", "json", text("[" + " " * (11 * 2**20) + "]"), "too_large", None, "", "documents", slow=True)
    yield Case("line too large", "jsonl", text('{"title": "' + "x" * (6 * 2**20) + '"}'), "too_large", 1, "", "documents", slow=True)
