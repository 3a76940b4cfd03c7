"""One question for page, API, feed, export, chart and alert: its parameters, read strictly."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from catalogue.orders import ORDERS, Order
from catalogue.refusing import Fault, Refused, nearest
from catalogue.words.query import LONGEST_QUERY, Query, understand
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term

UNKNOWN = "unknown"  # asks for those whose standing nobody knows
DEFAULT_LIMIT, LARGEST_LIMIT = 50, 200
LONGEST_VALUE = 1000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Parameters(Protocol):
    """Parameters with all their values, as a web framework hands them over."""

    def keys(self) -> Iterable[str]: ...

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True)
class Question:
    """What is asked of the catalogue. `on` is the day in the world, `as_known` the day in the register (None: now)."""

    on: date
    as_known: date | None = None
    words: str = ""
    wanted: Query = ()
    parties: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    kinds: tuple[AgreementKind, ...] = ()
    provisions: tuple[ProvisionKind, ...] = ()
    standings: tuple[Standing, ...] = ()
    standing_unknown: bool = False
    order: Order = field(default_factory=lambda: ORDERS["-signed"])
    limit: int = DEFAULT_LIMIT
    cursor: str = ""


def read_question(parameters: Parameters, *, today: date, known_parties: Callable[[], Mapping[str, str]]) -> Question:
    """The question that the parameters ask. Raises Refused with every fault found, never with the first only.

    `known_parties` gives names by code; it is called only when a party is asked for.
    """
    reading = _Reading(parameters, today, known_parties)
    said = reading.all()
    if reading.faults:
        raise Refused(reading.faults)
    return Question(**said)


PARAMETERS = ("q", "party", "between", "kind", "provision", "standing", "as_of", "as_known", "order", "limit", "cursor")


class _Reading:
    """Reads each parameter and gathers the faults."""

    def __init__(self, parameters: Parameters, today: date, known_parties: Callable[[], Mapping[str, str]]) -> None:
        self.parameters, self.today, self.known_parties = parameters, today, known_parties
        self.faults: list[Fault] = []

    def all(self) -> dict[str, Any]:
        self._refuse_strangers()
        standings = self._chosen("standing", [*(term.value for term in Standing), UNKNOWN])
        words = self._one("q")
        return {
            "on": self._day("as_of") or self.today,
            "as_known": self._known_day(),
            "words": words,
            "wanted": self._query(words),
            "parties": self._parties("party"),
            "between": self._between(),
            "kinds": self._terms("kind", AgreementKind),
            "provisions": self._terms("provision", ProvisionKind),
            "standings": tuple(Standing(value) for value in standings if value != UNKNOWN),
            "standing_unknown": UNKNOWN in standings,
            "order": ORDERS[self._one_of("order", ORDERS) or "-signed"],
            "limit": self._limit(),
            "cursor": self._one("cursor"),
        }

    def _refuse_strangers(self) -> None:
        for name in self.parameters.keys():
            if name not in PARAMETERS:
                self._fault(name[:60], "", f"There is no parameter “{name[:60]}”.", nearest(name, PARAMETERS))

    def _fault(self, name: str, value: str, detail: str, suggestion: str = "") -> None:
        self.faults.append(Fault(name, value[:200], detail, suggestion))

    def _one(self, name: str) -> str:
        """The value of a parameter that stands once."""
        values = self.parameters.getlist(name)
        if len(values) > 1:
            self._fault(name, values[1], f"“{name}” can be given once only.")
        value = values[0] if values else ""
        if len(value) > LONGEST_VALUE:
            self._fault(name, value, f"“{name}” is longer than {LONGEST_VALUE} characters.")
            return ""
        return value

    def _many(self, name: str) -> list[str]:
        """The values of a parameter that may be repeated, or hold several with commas between them."""
        joined = ",".join(self.parameters.getlist(name))
        if len(joined) > LONGEST_VALUE:
            self._fault(name, joined, f"“{name}” is longer than {LONGEST_VALUE} characters.")
            return []
        return list(dict.fromkeys(value.strip() for value in joined.split(",") if value.strip()))

    def _chosen(self, name: str, allowed: Iterable[str]) -> list[str]:
        allowed, chosen = list(allowed), []
        for value in self._many(name):
            if value in allowed:
                chosen.append(value)
            else:
                self._fault(name, value, f"“{value[:60]}” is not a value of “{name}”. Allowed: {', '.join(allowed)}.", nearest(value, allowed))
        return chosen

    def _terms(self, name: str, family: type[Term]) -> tuple[Any, ...]:
        return tuple(family(value) for value in self._chosen(name, [term.value for term in family]))

    def _one_of(self, name: str, allowed: Iterable[str]) -> str:
        value = self._one(name)
        if value and value not in allowed:
            self._fault(name, value, f"“{value[:60]}” is not a value of “{name}”. Allowed: {', '.join(allowed)}.", nearest(value, allowed))
            return ""
        return value

    def _parties(self, name: str) -> tuple[str, ...]:
        asked = [code.upper() for code in self._many(name)]
        known = self.known_parties() if asked else {}
        for code in asked:
            if code not in known:
                by_name = {text.casefold(): key for key, text in known.items()}
                suggestion = by_name.get(code.casefold()) or nearest(code, known)
                self._fault(name, code, f"No party has the code “{code[:60]}”.", suggestion)
        return tuple(code for code in asked if code in known)

    def _between(self) -> tuple[str, ...]:
        codes = self._parties("between")
        if len(codes) == 1 and not any(fault.parameter == "between" for fault in self.faults):
            self._fault("between", codes[0], "“between” takes two parties or more, such as between=JPN,PHL.")
        return codes

    def _day(self, name: str) -> date | None:
        value = self._one(name)
        if not value:
            return None
        try:
            if not DAY.fullmatch(value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self._fault(name, value, f"“{value[:60]}” is not a day of the calendar; write it as 1951-09-08.")
            return None

    def _known_day(self) -> date | None:
        day = self._day("as_known")
        if day is not None and day > self.today:
            self._fault("as_known", day.isoformat(), f"What the register will know on {day.isoformat()} nobody can say; give a day up to {self.today.isoformat()}.")
        return day

    def _query(self, words: str) -> Query:
        if len(words) > LONGEST_QUERY:
            self._fault("q", words, f"“q” is longer than {LONGEST_QUERY} characters.")
            return ()
        wanted = understand(words)
        if words.strip() and not wanted:
            self._fault("q", words, "There is no word to look for in “q”.")
        return wanted

    def _limit(self) -> int:
        value = self._one("limit")
        if not value:
            return DEFAULT_LIMIT
        if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LARGEST_LIMIT):
            self._fault("limit", value, f"“limit” is a whole number from 1 to {LARGEST_LIMIT}.")
            return DEFAULT_LIMIT
        return int(value)


