"""Parameters of an address, read strictly: what is unknown, repeated, too long or not allowed is refused, never ignored."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from catalogue.refusing import Fault, Refused, nearest, nearest_party
from treaty.vocabulary.term import Term

DEFAULT_LIMIT, LARGEST_LIMIT = 50, 200
LONGEST_VALUE = 1000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


KnownParties = Callable[[], Mapping[str, str]]
"""Gives the names of all parties by code."""


class Parameters(Protocol):
    """Parameters with all their values, as a web framework hands them over."""

    def keys(self) -> Iterable[str]: ...

    def getlist(self, key: str) -> list[str]: ...


class Reading:
    """Reads each parameter and gathers the faults; `done` raises them all at once."""

    def __init__(self, parameters: Parameters, allowed: tuple[str, ...]) -> None:
        self.parameters, self.allowed = parameters, allowed
        self.faults: list[Fault] = []
        for name in parameters.keys():  # noqa: SIM118 - what a framework hands over need not be a mapping
            if name not in allowed:
                self.fault(name[:60], "", f"There is no parameter “{name[:60]}” here.", nearest(name, allowed), allowed)

    def done(self) -> None:
        """Raises Refused with every fault found, never with the first only."""
        if self.faults:
            raise Refused(self.faults)

    def fault(self, name: str, value: str, detail: str, suggestion: str = "", allowed: Iterable[str] = ()) -> None:
        self.faults.append(Fault(name, value[:200], detail, suggestion, tuple(allowed)))

    def _values(self, name: str) -> list[str]:
        """What is not allowed has its fault already, and no value."""
        return self.parameters.getlist(name) if name in self.allowed else []

    def one(self, name: str) -> str:
        """The value of a parameter that stands once."""
        values = self._values(name)
        if len(values) > 1:
            self.fault(name, values[1], f"“{name}” can be given once only.")
        value = values[0] if values else ""
        if len(value) > LONGEST_VALUE:
            self.fault(name, value, f"“{name}” is longer than {LONGEST_VALUE} characters.")
            return ""
        return value

    def many(self, name: str) -> list[str]:
        """The values of a parameter that may be repeated, or hold several with commas between them."""
        joined = ",".join(self._values(name))
        if len(joined) > LONGEST_VALUE:
            self.fault(name, joined, f"“{name}” is longer than {LONGEST_VALUE} characters.")
            return []
        return list(dict.fromkeys(value.strip() for value in joined.split(",") if value.strip()))

    def chosen(self, name: str, allowed: Iterable[str]) -> list[str]:
        """The values of a parameter that takes any of a list of words."""
        allowed = list(allowed)
        return [value for value in self.many(name) if self._is_allowed(name, value, allowed)]

    def terms(self, name: str, family: type[Term]) -> tuple[Any, ...]:
        return tuple(family(value) for value in self.chosen(name, [term.value for term in family]))

    def parties(self, name: str, known_parties: KnownParties, *, called: str = "party") -> tuple[str, ...]:
        """The codes of parties that there are. `known_parties` is asked only where one is named."""
        asked = list(dict.fromkeys(code.upper() for code in self.many(name)))
        known = known_parties() if asked else {}
        for code in asked:
            if code not in known:
                self.fault(name, code, f"No {called} has the code “{code[:60]}”.", nearest_party(code, known))
        return tuple(code for code in asked if code in known)

    def two_or_more(self, name: str, known_parties: KnownParties, *, most: int | None = None) -> tuple[str, ...]:
        """The same of several parties that are asked about together."""
        codes = self.parties(name, known_parties)
        if (len(codes) == 1 or (most and len(codes) > most)) and not any(fault.parameter == name for fault in self.faults):
            many = "two parties here" if most else "two parties or more"
            self.fault(name, ",".join(codes), f"“{name}” takes {many}, such as {name}=JPN,PHL.")
        return codes

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        value = self.one(name)
        return value if value and self._is_allowed(name, value, list(allowed)) else ""

    def _is_allowed(self, name: str, value: str, allowed: list[str]) -> bool:
        if value in allowed:
            return True
        detail = f"“{value[:60]}” is not a value of “{name}”. Allowed: {', '.join(allowed)}."
        self.fault(name, value, detail, nearest(value, allowed), allowed)
        return False

    def day(self, name: str) -> date | None:
        value = self.one(name)
        if not value:
            return None
        try:
            if not DAY.fullmatch(value):
                raise ValueError
            day = date.fromisoformat(value)
        except ValueError:
            self.fault(name, value, f"“{value[:60]}” is not a day of the calendar; write it as 1951-09-08.")
            return None
        if day == date.max:  # it stands for an end that nobody knows
            self.fault(name, value, "The last day that can be asked for is 9999-12-30.")
        return day

    def known_day(self, *, today: date) -> date | None:
        """The day of `as_known`: one that the register has seen."""
        day = self.day("as_known")
        if day is not None and day > today:
            detail = f"What the register will know on {day.isoformat()} nobody can say; give a day up to {today.isoformat()}."
            self.fault("as_known", day.isoformat(), detail)
        return day

    def limit(self) -> int:
        value = self.one("limit")
        if not value:
            return DEFAULT_LIMIT
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= LARGEST_LIMIT):
            self.fault("limit", value, f"“limit” is a whole number from 1 to {LARGEST_LIMIT}.")
            return DEFAULT_LIMIT
        return int(value)


def read_together(*readers: Callable[[], Any]) -> tuple[Any, ...]:
    """What each of them reads of the same parameters. Raises Refused with the faults of all."""
    found: list[Any] = []
    faults: list[Fault] = []
    for read in readers:
        try:
            found.append(read())
        except Refused as refused:
            faults += refused.faults
    if faults:
        raise Refused(faults)
    return tuple(found)


def refuse_blanks(parameters: Parameters) -> None:
    """For a script, which has no form with fields left empty: raises Refused for a parameter without a value."""
    reading = Reading(parameters, tuple(parameters.keys()))
    for name in parameters.keys():  # noqa: SIM118 - as above
        if not all(value.strip(" ,") for value in parameters.getlist(name)):
            reading.fault(name[:60], "", f"“{name[:60]}” has no value; give it one, or leave it out.")
    reading.done()


def read_known_day(parameters: Parameters, *, today: date) -> date | None:
    """The day of the register that one record is asked for. Raises Refused for anything else that is given."""
    reading = Reading(parameters, ("as_known",))
    day = reading.known_day(today=today)
    reading.done()
    return day


def read_none(parameters: Parameters) -> None:
    """For what takes no parameter: raises Refused if one is given."""
    Reading(parameters, ()).done()
