"""A request that bears an `Idempotency-Key` does its deed once, however often it is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from accounts.models import Person
from desk.rest.models import KeptAnswer
from rest.refusals import Refusal

KEPT_FOR = timedelta(hours=48)
GIVEN_UP_AFTER = timedelta(minutes=5)  # longer than any request may take: whoever began it is not there any more
CACHED = "private, no-cache"


@dataclass(frozen=True)
class Said:
    """An answer before it is sent: JSON text, and headers."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)

    def response(self) -> HttpResponse:
        headers = {"Cache-Control": CACHED, **self.headers}
        return HttpResponse(self.body, status=self.status, content_type="application/json", headers=headers)


def once(deed: Callable[[], Said], *, key: str, by: Person, request: str, at: datetime) -> Said:
    """The answer of the deed, or the one that it had when this key was used before.

    `request` is the SHA-256 of what is asked. Raises Refusal: 422 where the key stood for another request, 409 while that
    one is under way. A deed that is refused is not kept: nothing happened, and it may be tried again with the same key.
    """
    forget(at=at, by=by)
    held, is_new = KeptAnswer.objects.get_or_create(by=by, key=key, defaults={"request": request, "begun_at": at})
    if held.request != request:
        raise Refusal(422, f"The Idempotency-Key “{key[:60]}” stood for another request; make a new one for each.")
    if held.status is not None:
        return Said(held.status, held.body, {**held.headers, "Idempotent-Replayed": "true"})
    if not is_new and not _take_over(held, at=at):
        raise Refusal(409, "The request with this Idempotency-Key is under way. Ask again for its answer.", headers={"Retry-After": "1"})
    try:
        with transaction.atomic():
            _require_ours(held)
            said = deed()
            KeptAnswer.objects.filter(pk=held.pk).update(status=said.status, headers=said.headers, body=said.body)
            return said
    except BaseException:
        _under_way(held).delete()
        raise


def forget(*, at: datetime, by: Person | None = None) -> int:
    """Let go of the answers, of everybody or of one person, that are older than two days. Returns how many."""
    old = KeptAnswer.objects.filter(begun_at__lt=at - KEPT_FOR)
    deleted, _ = (old if by is None else old.filter(by=by)).delete()
    return deleted


def _under_way(held: KeptAnswer) -> Any:
    return KeptAnswer.objects.filter(pk=held.pk, begun_at=held.begun_at, status=None)


def _take_over(held: KeptAnswer, *, at: datetime) -> bool:
    """Whether the one who began it has given up, and it is ours now."""
    if held.begun_at > at - GIVEN_UP_AFTER or not _under_way(held).update(begun_at=at):
        return False
    held.begun_at = at
    return True


def _require_ours(held: KeptAnswer) -> None:
    """Nobody has taken it over meanwhile; and from here on, until the transaction ends, nobody can."""
    if not _under_way(held).select_for_update().exists():
        raise Refusal(409, "Another request with this Idempotency-Key took its place.", headers={"Retry-After": "1"})
