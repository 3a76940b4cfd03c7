"""Examples for the description of the API. A test compares them with the shapes they are examples of."""

from typing import Any

HOST = "https://entente.example/api/v1"

LINKS: dict[str, Any] = {
    "agreements": f"{HOST}/agreements/",
    "parties": f"{HOST}/parties/",
    "openapi": f"{HOST}/schema/",
    "document_schema": f"{HOST}/schema/agreement.json",
}

AGREEMENTS: dict[str, Any] = {
    "results": [
        {
            "reference": "E0412",
            "revision": 1,
            "title": "Security Treaty between the United States of America and Japan",
            "title_is_generated": False,
            "short_title": "",
            "kind": "access_basing",
            "form": "treaty",
            "character": None,
            "laterality": "bilateral",
            "parties": ["USA", "JPN"],
            "signed": "1951-09-08",
            "provisions": ["access_basing"],
            "published_at": "2026-01-05T09:00:00Z",
            "standing": {"value": "in_force", "since": "1952-04-28", "until": "1960-06-23", "basis": "declared"},
            "url": f"{HOST}/agreements/E0412/",
        }
    ],
    "next": None,
}

_SUN: dict[str, Any] = {
    "code": "SUN",
    "name": "Soviet Union",
    "type": "former_state",
    "region": {"code": "150", "name": "Europe"},
    "subregion": {"code": "151", "name": "Eastern Europe"},
    "begins": "1922-12-30",
    "ends": "1991-12-26",
    "url": f"{HOST}/parties/SUN/",
}

PARTIES: dict[str, Any] = {"results": [_SUN], "next": None}

PARTY: dict[str, Any] = {
    **_SUN,
    "note": "",
    "names": [{"text": "Soviet Union", "kind": "short", "language": "en", "begins": None, "ends": None, "source": ""}],
    "codes": [{"scheme": "iso_former", "value": "SUHH", "begins": None, "ends": None, "note": ""}],
    "lives": [{"begins": "1922-12-30", "ends": "1991-12-26", "note": "", "source": ""}],
    "predecessors": [],
    "successors": [
        {
            "party": {"code": "RUS", "name": "Russia", "url": f"{HOST}/parties/RUS/"},
            "kind": "continuation",
            "day": "1991-12-26",
            "note": "",
            "source": "",
        }
    ],
    "memberships": [
        {
            "party": {"code": "ORG-UN", "name": "United Nations", "url": f"{HOST}/parties/ORG-UN/"},
            "begins": "1945-10-24",
            "ends": "1991-12-26",
            "source": "",
            "verified": False,
        }
    ],
    "members": [],
    "agreements": f"{HOST}/agreements/?party=SUN",
}

_FAULT: dict[str, Any] = {
    "parameter": "as_of",
    "value": "2023-02-30",
    "detail": "“2023-02-30” is not a day of the calendar; write it as 1951-09-08.",
    "allowed": [],
    "suggestion": None,
}
_DETAILS = {
    400: _FAULT["detail"],
    404: "The register knows no agreement E9999.",
    406: "The answer is JSON (application/json), which the Accept header of the question excludes.",
    410: "E0007 was retracted on 2026-03-01: it is the same agreement as E0412.",
    412: "The document has changed since, or is not the one that If-Match names.",
    500: "The register failed to answer. The fault is written down.",
}


def problem(status: int, title: str) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": _DETAILS[status],
        "instance": "/api/v1/agreements/",
        "errors": [_FAULT] if status == 400 else [],
    }
