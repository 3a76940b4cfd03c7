"""Rules on who takes part."""

from collections import Counter
from collections.abc import Iterator

from treaty.document.document import Document
from treaty.document.rules.rule import Circumstances, Level, Rule
from treaty.document.wording import when
from treaty.vocabulary.assertions import Occurrence
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.roles import PARTY_ROLES


def _named_parties(document: Document) -> Iterator[tuple[str, str]]:
    """Every path where a party's code stands, with the code."""
    for index, participation in enumerate(document.participations):
        yield f"participations.{index}.party", participation.party
    for index, event in enumerate(document.events):
        for field in ("party", "other_party"):
            if code := getattr(event, field):
                yield f"events.{index}.{field}", code
    for index, provision in enumerate(document.provisions):
        for field in ("obligors", "beneficiaries"):
            yield from ((f"provisions.{index}.{field}", code) for code in getattr(provision, field))


class TwoPartiesAtLeast(Rule):
    """An agreement has at least two parties, unless it is multilateral and nobody has coded who they are."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        parties = {part.party for part in document.participations if part.role in PARTY_ROLES}
        uncoded = not parties and document.laterality is Laterality.MULTILATERAL
        if len(parties) < 2 and not uncoded:
            yield "participations", "It names one party only." if parties else "It names no party."


class PartiesAreCoded(Rule):
    """A record names the parties to the agreement."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        if not document.participations and document.laterality is Laterality.MULTILATERAL:
            yield "participations", "Nobody has coded who the parties are."


class NoPartyTwiceInARole(Rule):
    """No party stands twice in the same role."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        times = Counter((part.party, part.role) for part in document.participations)
        for (party, role), count in times.items():
            if count > 1:
                yield "participations", f"{given.parties.name(party)} stands {count} times as {role.label.lower()}."


class PartiesAreKnown(Rule):
    """Every party named is one that the register knows by its code."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        for path, code in _named_parties(document):
            if not given.parties.knows(code):
                yield path, f"No party has the code {code}."


class PartiesActOnlyWhereTheyTakePart(Rule):
    """A party named in an event or a provision takes part in the agreement."""

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        taking_part = {part.party for part in document.participations}
        for path, code in _named_parties(document):
            if code not in taking_part:
                yield path, f"{given.parties.name(code)} is not among the parties."


class PartiesExistedOnTheDay(Rule):
    """A party exists on the day on which it acts."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        everyone = [part.party for part in document.participations if part.role in PARTY_ROLES and part.begins is None]
        joined_later = {event.party for event in document.events if event.party}
        for index, event in enumerate(document.events):
            if event.date is None or event.occurrence is not Occurrence.HAPPENED:
                continue
            for code in [event.party] if event.party else everyone:
                acts = event.party or (event.kind in SIGNATURES and code not in joined_later)
                if acts and given.parties.existed_on(code, event.date) is False:
                    yield f"events.{index}.party", f"{given.parties.name(code)} did not exist {when(event.date)}."


class BilateralHasTwoParties(Rule):
    """A bilateral agreement has two parties."""

    level = Level.WARNING

    def faults(self, document: Document, given: Circumstances) -> Iterator[tuple[str, str]]:
        parties = {part.party for part in document.participations if part.role in PARTY_ROLES}
        if document.laterality is Laterality.BILATERAL and len(parties) != 2:
            yield "laterality", f"It is marked bilateral; the number of its parties is {len(parties)}."
