"""How often one may ask under /api/: counted by address and by token, and told in every answer."""

import hashlib
import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from redis.exceptions import RedisError

from accounts.lockout import client_address
from rest.problems import problem_answer

WINDOW = 60  # seconds
AWAY_FOR = 10  # seconds in which a cache that failed is not asked again
DOOR, CLOSED_TO_PAGES = "/api/", "/api/v1/desk/"
TOKEN = re.compile(r"bearer +(\S{1,200})", re.IGNORECASE)
logger = logging.getLogger("django.request")


@dataclass(frozen=True)
class Count:
    """How one of the limits stands after this request."""

    policy: str
    allowed: int
    asked: int
    seconds: int

    @property
    def left(self) -> int:
        return max(0, self.allowed - self.asked)


class RateLimits:
    """Counts every request to the door in fixed windows, before anything else is done for it.

    A token that is none is counted too, and so is the address it comes from: nobody escapes by inventing tokens. When
    the cache is away nobody is counted, and nobody waits for it: a register that answers is worth more than one that counts.
    """

    away_until: ClassVar[float] = 0.0
    is_away: ClassVar[bool] = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(DOOR):
            return self.get_response(request)
        counts = self._counts(request)
        over = [count for count in counts if count.asked > count.allowed]
        answer = _too_many(request, over) if over else self.get_response(request)
        if counts:
            answer["RateLimit-Policy"] = ", ".join(f'"{count.policy}";q={count.allowed};w={WINDOW}' for count in counts)
            answer["RateLimit"] = ", ".join(f'"{count.policy}";r={count.left};t={count.seconds}' for count in counts)
        return answer

    def _counts(self, request: HttpRequest) -> list[Count]:
        if time.monotonic() < RateLimits.away_until:
            return []
        window, past = divmod(int(time.time()), WINDOW)
        allowed: Mapping[str, int] = settings.ENTENTE_RATE_LIMITS
        try:
            counts = [
                Count(policy, allowed[policy], _asked(f"asked:{policy}:{who}:{window}"), WINDOW - past)
                for policy, who in _who(request)
                if allowed.get(policy)
            ]
        except (RedisError, OSError) as fault:
            if not RateLimits.is_away:  # told once, until it was back
                logger.warning("Requests are not counted: the cache is away (%s).", type(fault).__name__)
            RateLimits.is_away, RateLimits.away_until = True, time.monotonic() + AWAY_FOR
            return []
        RateLimits.is_away = False
        return counts


def _who(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Each limit that this request is counted under, with the one it is counted for. No token and no address is kept as it is."""
    yield "address", _short(client_address(request))
    if token := TOKEN.fullmatch(request.headers.get("Authorization", "").strip()):
        yield "token", _short(token[1])


def _short(text: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}{text}".encode(errors="replace")).hexdigest()[:32]


def _asked(key: str) -> int:
    """Counts one more. Each step is one command that nobody can come between."""
    try:
        return int(cache.incr(key))
    except ValueError:  # the first in this window
        return 1 if cache.add(key, 1, timeout=2 * WINDOW) else int(cache.incr(key))


def _too_many(request: HttpRequest, over: list[Count]) -> HttpResponseBase:
    wait = max(count.seconds for count in over)
    said = " and ".join(f"{count.allowed} from one {count.policy}" for count in over)
    headers = {"Retry-After": str(wait)}
    if not request.path.startswith(CLOSED_TO_PAGES):
        headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After, RateLimit, RateLimit-Policy"}
    detail = f"Too many requests: {said} are answered in {WINDOW} seconds. Ask again in {wait} seconds."
    return problem_answer(429, detail, path=request.path, headers=headers)
