"""From a spelling in a source to the party it means, or a refusal that says why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Self

from parties.folding import fold, readings
from parties.models import Code, Name, Party
from parties.terms import CodeScheme
from treaty.document.days import PartialDay
from treaty.vocabulary.names import NameKind

OWN = (NameKind.SHORT, NameKind.OFFICIAL)
NUMBERS: dict[str, int] = {CodeScheme.ISO_NUMERIC: 3, CodeScheme.M49: 3, CodeScheme.COW: 0, CodeScheme.GW: 0}


class UnknownParty(ValueError):
    """No party is known by this spelling. `suggestions` are (name, code) of the nearest."""

    def __init__(self, spelling: str, suggestions: list[tuple[str, str]]) -> None:
        self.spelling, self.suggestions = spelling, suggestions
        near = "; did you mean " + " or ".join(f"{name} ({code})" for name, code in suggestions) if suggestions else ""
        super().__init__(f"No party is known as “{spelling}”{near}{'?' if near else '.'}")


class AmbiguousParty(ValueError):
    """Several parties are or were known by this spelling. `candidates` are (name, code)."""

    def __init__(self, spelling: str, candidates: list[tuple[str, str]], on: date | None) -> None:
        self.spelling, self.candidates = spelling, candidates
        when = f" on {on.isoformat()}" if on else ""
        who = " or ".join(f"{name} ({code})" for name, code in candidates)
        super().__init__(f"“{spelling}” may mean {who}{when}; write the one that is meant.")


@dataclass(frozen=True, slots=True)
class Bearing:
    """A party bears a name or a code from a day until a day."""

    party: str
    begins: PartialDay | None
    ends: PartialDay | None
    own: bool

    def covers(self, on: date) -> bool:
        return (self.begins is None or self.begins.first <= on) and (self.ends is None or on < self.ends.first)


class PartyFinder:
    """All names and codes in memory: made with three queries, asked any number of times."""

    def __init__(
        self, parties: Mapping[str, str], names: Mapping[str, list[Bearing]], codes: Mapping[tuple[str, str], list[Bearing]]
    ) -> None:
        self._parties, self._names, self._codes = parties, names, codes

    @classmethod
    def load(cls) -> Self:
        """Read every party, name and code."""
        parties = {pk: (code, name) for pk, code, name in Party.objects.values_list("pk", "code", "name")}
        names: defaultdict[str, list[Bearing]] = defaultdict(list)
        codes: defaultdict[tuple[str, str], list[Bearing]] = defaultdict(list)
        borne: Iterable[Any] = Name.objects.values_list("party", "folded", "kind", "begins", "ends")
        for pk, folded, kind, begins, ends in borne:
            names[folded].append(Bearing(parties[pk][0], begins, ends, kind in OWN))
        for code, name in parties.values():
            if all(held.party != code for held in names[fold(name)]):
                names[fold(name)].append(Bearing(code, None, None, own=True))
        coded: Iterable[Any] = Code.objects.values_list("party", "scheme", "value", "begins", "ends")
        for pk, scheme, value, begins, ends in coded:
            code = parties[pk][0]
            codes[scheme, value].append(Bearing(code, begins, ends, code == value))
        return cls(dict(parties.values()), dict(names), dict(codes))

    def resolve(self, spelling: str, on: date | None = None, scheme: str | None = None) -> str:
        """The public code of the party that `spelling` means.

        With `scheme`, the spelling is a code of that scheme; without, it is our own code, an ISO alpha-3
        code or a name in any recorded language. `on` is a day on which the party was called so: it
        decides between several bearers of a name, and never refuses the only one. Without a day, or if
        nobody bore the name on that day (old treaties are listed under new names), the party that still
        bears it is meant; if none does, the one whose own name it was.
        Raises UnknownParty or AmbiguousParty.
        """
        if scheme is not None:
            return self._decide(spelling, self._codes.get((scheme, _normal(scheme, spelling)), []), on)
        written = spelling.strip()
        if written in self._parties:
            return written
        if coded := self._codes.get((CodeScheme.ISO_ALPHA3, written)):
            return self._decide(spelling, coded, on)
        for reading in readings(spelling):
            if named := self._names.get(reading):
                return self._decide(spelling, named, on)
        raise UnknownParty(spelling, self._nearest(fold(spelling)))

    def _decide(self, spelling: str, bearings: list[Bearing], on: date | None) -> str:
        if not bearings:
            raise UnknownParty(spelling, [])
        meant = _narrowed(bearings, on)
        if len(meant) == 1:
            return meant[0]
        raise AmbiguousParty(spelling, [(self._parties[code], code) for code in meant], on)

    def _nearest(self, folded: str) -> list[tuple[str, str]]:
        found = {held.party: None for near in get_close_matches(folded, self._names, n=5, cutoff=0.75) for held in self._names[near]}
        return [(self._parties[code], code) for code in list(found)[:3]]


def _narrowed(bearings: list[Bearing], on: date | None) -> list[str]:
    everybody = _parties_of(bearings)
    if len(everybody) == 1:
        return everybody
    if on is not None and (then := _parties_of(held for held in bearings if held.covers(on))):
        return then
    return _parties_of(held for held in bearings if held.ends is None) or _parties_of(held for held in bearings if held.own) or everybody


def _parties_of(bearings: Iterable[Bearing]) -> list[str]:
    return sorted({held.party for held in bearings})


def _normal(scheme: str, value: str) -> str:
    """A code as it is stored: "4" is ISO numeric 004, "002" is COW 2, "fr" is FR."""
    written = value.strip().upper()
    digits = NUMBERS.get(scheme)
    if digits is not None and written.isdecimal() and written.isascii():
        return str(int(written)).zfill(digits)
    return written
