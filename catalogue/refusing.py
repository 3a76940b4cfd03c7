"""What is wrong with a question, parameter by parameter. A mistyped filter is never ignored: it would be a wrong citation."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Fault:
    """One parameter that cannot be followed: its value, what is wrong, and the nearest thing that is allowed."""

    parameter: str
    value: str
    detail: str
    suggestion: str = ""


class Refused(ValueError):
    """A question that cannot be answered as it stands (400). `faults` names every parameter at fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.detail for fault in self.faults))


class NotFound(LookupError):
    """Nothing of that name is, or ever was, public (404)."""


class Gone(LookupError):
    """A record that was public and has been retracted (410). The message gives the reason."""


def nearest(value: str, allowed: Iterable[str]) -> str:
    """The allowed word most like the one given, or nothing."""
    return next(iter(get_close_matches(value, list(allowed), n=1, cutoff=0.6)), "")
