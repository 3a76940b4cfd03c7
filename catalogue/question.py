"""One question for page, API, feed, export, chart and alert: its parameters, read strictly."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalogue.cursors import serial_of
from catalogue.orders import ORDERS, Order
from catalogue.parameters import DEFAULT_LIMIT, KnownParties, Parameters, Reading
from catalogue.words.query import LONGEST_QUERY, Query, understand
from parties.models import Party
from parties.regions import REGIONS, SUBREGIONS
from treaty.law.outlook import HORIZON
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import Standing

DECADE = re.compile(r"[12][0-9]{2}0")
UNKNOWN = "unknown"  # asks for those whose standing nobody knows
PARAMETERS = (
    *("q", "party", "between", "region", "organisation", "kind", "provision", "character", "lateral", "decade", "source", "verified"),
    *("standing", "inferred", "event", "event_from", "event_before", "deadline_before", "notice_before"),
    *("as_of", "as_known", "order", "limit", "cursor"),
)
INFERRED = ("yes", "no")  # whether what a rule concludes counts, or only what sources declare


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
    regions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    characters: tuple[Character, ...] = ()
    lateralities: tuple[Laterality, ...] = ()
    decades: tuple[int, ...] = ()
    sources: tuple[SourceKind, ...] = ()
    checked: tuple[Checked, ...] = ()
    events: tuple[EventKind, ...] = ()
    event_from: date | None = None
    event_before: date | None = None
    standings: tuple[Standing, ...] = ()
    standing_unknown: bool = False
    inferring: bool = True
    deadline_before: date | None = None
    notice_before: date | None = None
    order: Order = field(default_factory=lambda: ORDERS["-signed"])
    limit: int = DEFAULT_LIMIT
    cursor: str = ""

    @property
    def serial(self) -> int | None:
        """Of the register with how many revisions a later page is asked for; None for a first page, which is of now."""
        return serial_of(self.cursor) if self.cursor else None


def read_question(parameters: Parameters, *, today: date, known_parties: KnownParties, allowed: tuple[str, ...] = PARAMETERS) -> Question:
    """The question that the parameters ask. Raises Refused with every fault found, never with the first only.

    `known_parties` gives names by code; it is called only when a party is asked for. A page that takes a few
    of the parameters only names them in `allowed`.
    """
    reading = _QuestionReading(parameters, known_parties, allowed)
    said = reading.all(today)
    reading.done()
    return Question(**said)


class _QuestionReading(Reading):
    """Reads what only a question has."""

    def __init__(self, parameters: Parameters, known_parties: KnownParties, allowed: tuple[str, ...]) -> None:
        super().__init__(parameters, allowed)
        self.known_parties = known_parties

    def all(self, today: date) -> dict[str, Any]:
        standings = self.chosen("standing", [*(term.value for term in Standing), UNKNOWN])
        words, on = self.one("q"), self.day("as_of") or today
        return {
            "on": on,
            "as_known": self.known_day(today=today),
            "words": words,
            "wanted": self._query(words),
            "parties": self.parties("party", self.known_parties),
            "between": self.two_or_more("between", self.known_parties),
            "kinds": self.terms("kind", AgreementKind),
            "provisions": self.terms("provision", ProvisionKind),
            "regions": tuple(self.chosen("region", {**REGIONS, **SUBREGIONS})),
            "organisations": self.parties("organisation", Party.objects.organisations().names, called="organisation"),
            "characters": self.terms("character", Character),
            "lateralities": self.terms("lateral", Laterality),
            "decades": self._decades(),
            "sources": self.terms("source", SourceKind),
            "checked": self.terms("verified", Checked),
            **self._events(),
            "standings": tuple(Standing(value) for value in standings if value != UNKNOWN),
            "standing_unknown": UNKNOWN in standings,
            "inferring": self.one_of("inferred", INFERRED) != "no",
            **self._prospects(on),
            "order": ORDERS[self.one_of("order", ORDERS) or "-signed"],
            "limit": self.limit(),
            "cursor": self.one("cursor"),
        }

    def _prospects(self, on: date) -> dict[str, date | None]:
        """The days before which a deadline falls. They are reckoned as seen from days before the horizon."""
        asked = {name: self.day(name) for name in ("deadline_before", "notice_before")}
        if any(asked.values()) and on >= HORIZON:
            self.fault("as_of", on.isoformat(), f"Deadlines are reckoned as seen from days before {HORIZON.isoformat()}.")
        return asked

    def _decades(self) -> tuple[int, ...]:
        asked = self.many("decade")
        for value in asked:
            if not DECADE.fullmatch(value):
                self.fault("decade", value, f"“{value[:60]}” is not a decade; write the year with which it begins, such as 1950.")
        return tuple(int(value) for value in asked if DECADE.fullmatch(value))

    def _events(self) -> dict[str, Any]:
        """Events of some kinds, or of any, from a day on or before a day."""
        begins, ends = self.day("event_from"), self.day("event_before")
        if begins and ends and ends <= begins:
            self.fault("event_before", ends.isoformat(), f"No day lies between {begins.isoformat()} and {ends.isoformat()}.")
        return {"events": self.terms("event", EventKind), "event_from": begins, "event_before": ends}

    def _query(self, words: str) -> Query:
        if len(words) > LONGEST_QUERY:
            self.fault("q", words, f"“q” is longer than {LONGEST_QUERY} characters.")
            return ()
        wanted = understand(words)
        if words.strip() and not wanted:
            self.fault("q", words, "There is no word to look for in “q”.")
        return wanted
