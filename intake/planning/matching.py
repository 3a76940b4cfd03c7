"""Which agreement of the register a record of a file is: by number, then by parties, dates and title, with the reasons.

What is certain is decided; what is merely likely is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editorial.rules import RuleBroken
from intake.claims import Claim
from intake.planning.holdings import Held, Holdings
from intake.planning.plan import Likely
from treaty.document.document import Document
from treaty.document.likeness import CERTAIN, LIKELY, OF_ONE, Likeness, likeness, profile_of


@dataclass(frozen=True)
class Candidate:
    """An agreement that may be meant, and why."""

    held: Held
    likeness: Likeness

    def told(self) -> Likely:
        return Likely(self.held.name, self.held.title, self.held.pk, round(self.likeness.score, 4), tuple(self.likeness.sentences))


@dataclass(frozen=True)
class Match:
    """The agreement that is meant, or those that somebody has to decide between; neither means that it is new."""

    meant: Held | None = None
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    decided: bool = False


@dataclass(frozen=True)
class Answer:
    """What somebody decided of a record: it is the agreement under this reference, or (empty) none of those asked about.

    A draft, which has no reference, is named by its number, as “draft 12”.
    """

    reference: str
    reason: str = ""


@dataclass
class Matcher:
    """Compares records with the register, one after the other. An agreement is meant by one record of a file only."""

    holdings: Holdings
    answers: Mapping[str, Answer] = field(default_factory=dict)
    taken: dict[int, str] = field(default_factory=dict)

    def match(self, claim: Claim, document: Document, said: str) -> Match:
        """Raises RuleBroken where an answer names an agreement that is not there."""
        found = self._match(claim, document, said)
        if found.meant is None:
            return found
        if (other := self.taken.get(found.meant.pk)) is not None:
            candidate = Candidate(found.meant, likeness(profile_of(document), found.meant.profile))
            return Match(reason=f"The record {other} of the same file is that agreement too.", candidates=(candidate,))
        self.taken[found.meant.pk] = claim.key
        return found

    def _match(self, claim: Claim, document: Document, said: str) -> Match:
        held = self.holdings.held
        if said in self.holdings.said:
            return Match(held[self.holdings.said[said]], "The same was brought in before.")
        if (answer := self.answers.get(claim.key)) is not None:
            return self._answered(answer)
        if document.reference:
            known = self.holdings.by_name.get(document.reference)
            return Match(held[known], f"Same reference {document.reference}.") if known else Match()
        return self._by_number(document) or self._by_likeness(document)

    def _answered(self, answer: Answer) -> Match:
        if not answer.reference:
            return Match(reason=answer.reason)
        pk = self.holdings.by_name.get(answer.reference)
        if pk is None:
            raise RuleBroken(f"An answer names {answer.reference}, which the register does not have.")
        return Match(self.holdings.held[pk], f"Decided: {answer.reason}", decided=True)

    def _by_number(self, document: Document) -> Match | None:
        """By the numbers that belong to one agreement only. Where they lead to several, somebody has to look."""
        numbers = [(one.scheme, one.value) for one in document.identifiers if one.scheme in OF_ONE]
        found = {pk: number for number in numbers for pk in self.holdings.by_number.get(number, ())}
        if not found:
            return None
        if len(found) == 1:
            ((pk, (scheme, value)),) = found.items()
            return Match(self.holdings.held[pk], f"Same {scheme.label} {value}.")
        profile = profile_of(document)
        several = tuple(Candidate(self.holdings.held[pk], likeness(profile, self.holdings.held[pk].profile)) for pk in found)
        return Match(reason="Its numbers belong to several agreements.", candidates=several)

    def _by_likeness(self, document: Document) -> Match:
        profile = profile_of(document)
        compared = (Candidate(held, likeness(profile, held.profile)) for held in self.holdings.near(profile))
        likely = sorted((one for one in compared if one.likeness.score >= LIKELY), key=lambda one: -one.likeness.score)
        if len(likely) == 1 and likely[0].likeness.score >= CERTAIN:
            return Match(likely[0].held, f"{likely[0].likeness.score:.2f}: {' '.join(likely[0].likeness.sentences)}")
        return Match(reason="It may be one that is there." if likely else "", candidates=tuple(likely[:5]))
