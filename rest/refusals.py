"""Why a request cannot be followed, beyond what its address asks: the place in what was sent, the headers of the answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rest_framework.exceptions import APIException


@dataclass(frozen=True)
class Misfit:
    """One place in what was sent that cannot be taken: its JSON Pointer, what stands there, what is wrong, and what would be right."""

    pointer: str
    value: str
    detail: str
    suggestion: str = ""
    allowed: tuple[str, ...] = ()


class Refusal(APIException):
    """A request that is refused: the status, a sentence, every place at fault, and headers that go with it."""

    def __init__(self, status: int, detail: str, faults: Iterable[object] = (), headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status_code, self.faults, self.headers = status, tuple(faults), dict(headers or {})
