"""What is wrong with a question, parameter by parameter. A mistyped filter is never ignored: it would be a wrong citation."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Fault:
    """One parameter that cannot be followed: its value, what is wrong, the nearest thing that is allowed, and all that is."""

    parameter: str
    value: str
    detail: str
    suggestion: str = ""
    allowed: tuple[str, ...] = ()


class Refused(ValueError):
    """A question that cannot be answered as it stands (400). `faults` names every parameter at fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(fault.detail for fault in self.faults))


class NotFound(LookupError):
    """Nothing of that name is, or ever was, public (404). `fault` says by which part of the address it was asked for, if it was by one."""

    def __init__(self, detail: str, parameter: str = "", value: str = "", suggestion: str = "") -> None:
        self.fault = Fault(parameter, value[:200], detail, suggestion)
        super().__init__(detail)


class Gone(LookupError):
    """A record that was public and has been retracted (410). The message gives the reason."""


class Moved(LookupError):
    """A record that was merged into another (301). `new` is the reference that continues it, at the end of all mergers."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        super().__init__(f"{old} is continued as {new}.")

    def address(self, path: str, query: str) -> str:
        """The address asked for, with the new reference in place of the old one, and its question as it was."""
        path = re.sub(rf"(?<=/agreements/){re.escape(self.old)}(?=[/.])", self.new, path, count=1)
        return f"{path}?{query}" if query else path


def nearest(value: str, allowed: Iterable[str]) -> str:
    """The allowed word most like the one given, or nothing."""
    return next(iter(get_close_matches(value, list(allowed), n=1, cutoff=0.6)), "")


def nearest_party(asked: str, names: Mapping[str, str]) -> str:
    """The code of the party that was probably meant: one of that name, or one with a code much like it."""
    return {name.casefold(): code for code, name in names.items()}.get(asked.casefold()) or nearest(asked.upper(), names)
