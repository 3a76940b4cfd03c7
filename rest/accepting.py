"""In which of its forms an answer is written, as the Accept header weighs them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from rest.problems import MEDIA_TYPE

WEIGHT = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?", re.ASCII)


class Accepting(DefaultContentNegotiation):
    """The form that weighs most, the first of several (RFC 9110, 12.5.1): REST framework's own choice knows no weights.

    Who names nothing accepts anything. Who accepts nothing but problems may ask, too.
    """

    def select_renderer(self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None) -> Any:
        renderers = list(renderers)
        weights = _weights(request.headers.get("Accept", "").strip() or "*/*")
        best = max(renderers, key=lambda renderer: _weight(renderer.media_type, weights))
        if not _weight(best.media_type, weights):
            raise NotAcceptable(available_renderers=renderers)
        return best, best.media_type


def _weights(accept: str) -> Mapping[str, float]:
    """What each range of the header weighs. What else stands beside a range is passed over, and so is a weight that is none."""
    found: dict[str, float] = {}
    for said in accept.lower().split(","):
        name, *beside = (part.strip() for part in said.split(";"))
        weighed = (part.removeprefix("q=") for part in beside if part.startswith("q="))
        found[name] = next((float(weight) for weight in weighed if WEIGHT.fullmatch(weight)), 1.0)
    return found


def _weight(media_type: str, weights: Mapping[str, float]) -> float:
    """By the most exact range. A problem has to be named to be wanted."""
    ranges = (media_type,) if media_type == MEDIA_TYPE else (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((weights[one] for one in ranges if one in weights), 0.0)
