"""Write a draft, check it, change it, and give it to review, with nothing but Python and a token."""

import json
import os
import urllib.request
import uuid

ENTENTE, TOKEN = os.environ["ENTENTE"], os.environ["ENTENTE_TOKEN"]
AGREEMENTS = f"{ENTENTE}/api/v1/desk/agreements/"


def ask(method, address, sent=None, content_type="application/json", **headers):
    """The answer's JSON and its headers."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    said |= {"Authorization": f"Bearer {TOKEN}", "Content-Type": content_type}
    body = None if sent is None else json.dumps(sent).encode()
    with urllib.request.urlopen(urllib.request.Request(address, body, said, method=method)) as answer:
        return json.load(answer), answer.headers


document = {
    "title": "Agreement on the Exchange of Harbour Pilots",
    "kind": "maritime_security",
    "participations": [{"party": "ISL"}, {"party": "MLT"}],
    "sources": [{"id": "s1", "kind": "official_gazette", "title": "The gazette that printed it"}],
    "evidence": [{"source": "s1", "locator": {"page": "3"}}],
    "events": [{"id": "e1", "kind": "signature", "date": "1987-03-14", "evidence": [{"source": "s1"}]}],
}
verdict, _ = ask("POST", f"{AGREEMENTS}validate/", document)  # writes nothing
if not verdict["sound"]:
    raise SystemExit(json.dumps(verdict["findings"], indent=2))

draft, headers = ask("POST", AGREEMENTS, document, Idempotency_Key=str(uuid.uuid4()))
print(draft["url"], draft["state"])

change = {"short_title": "Harbour Pilots Agreement"}  # a JSON Merge Patch: what it does not name stays as it is
draft, headers = ask("PATCH", draft["url"], change, "application/merge-patch+json", If_Match=headers["ETag"])
waiting, headers = ask("POST", f"{draft['url']}submit/", {"another": True}, If_Match=headers["ETag"])
print(waiting["state"], waiting["submission"]["sha256"])
