"""Conditions that a program sends in headers: which version it has read, and by which key it can ask again."""

import hashlib
import re

from django.http import HttpRequest
from django.utils.http import parse_etags

from catalogue.refusing import Fault
from desk.rest.models import LONGEST_KEY
from rest.refusals import Refusal

KEY = re.compile(rf'(?P<quote>"?)(?P<key>[!#-\[\]-~]{{1,{LONGEST_KEY}}})(?P=quote)')


def require_match(request: HttpRequest, etag: str) -> None:
    """The program has read the present version, and says so by `If-Match`.

    Raises Refusal: 428 without it, 400 for what is no tag, 412 for another version.
    """
    given = request.headers.get("If-Match", "").strip()
    if not given or given == "*":
        why = "“*” would write over what you have not read. " if given else ""
        detail = f"{why}Say in If-Match which version you have read: its ETag, which reading it gives."
        raise Refusal(428, detail, [Fault("If-Match", given, detail)], {"ETag": etag})
    tags = parse_etags(given)
    if not tags:
        detail = f"If-Match names ETags in their quotation marks, such as {etag}."
        raise Refusal(400, detail, [Fault("If-Match", given[:200], detail, suggestion=etag if given == etag.strip('"') else "")])
    if etag not in tags:
        weak = f"W/{etag}" in tags  # as some proxies make of it when they compress an answer
        why = "A weak tag (W/) matches nothing here" if weak else "It has changed since you read it"
        detail = f"{why}: its present version is {etag}.{'' if weak else ' Read it again.'}"
        raise Refusal(412, detail, [Fault("If-Match", given[:200], detail)], {"ETag": etag})


def read_key(request: HttpRequest) -> str:
    """The `Idempotency-Key`, empty without one. Raises Refusal (400) for one that cannot be kept."""
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return ""
    found = KEY.fullmatch(given)
    if found is None:
        detail = f"An Idempotency-Key has 1 to {LONGEST_KEY} characters of ASCII without blanks, such as a UUID."
        raise Refusal(400, detail, [Fault("Idempotency-Key", given[:200], detail)])
    return found["key"]


def digest(request: HttpRequest, sent: bytes) -> str:
    """What makes a request the same: the method, the address, the version that it is about, and what was sent."""
    asked = f"{request.method} {request.path}\n{request.headers.get('If-Match', '').strip()}\n"
    return hashlib.sha256(asked.encode(errors="replace") + sent).hexdigest()
