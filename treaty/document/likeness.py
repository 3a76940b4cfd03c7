"""How likely it is that two records describe one agreement, and why: reasons weighed for and against (Fellegi and Sunter 1969)."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.titles import TitleWords, title_words
from treaty.document.wording import day_in_words, joined
from treaty.vocabulary.assertions import Occurrence, Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.events import EventKind
from treaty.vocabulary.identifiers import IdentifierScheme
from treaty.vocabulary.relations import RelationKind
from treaty.vocabulary.roles import PARTY_ROLES, Role

LIKELY = 0.5  # from here on an editor is asked to look
CERTAIN = 0.98  # from here on only a contradiction that nobody recorded could part them

# Schemes that give a number to one agreement only. A page of a treaty series may hold several.
OF_ONE = frozenset(
    {
        IdentifierScheme.UNTS_REGISTRATION, IdentifierScheme.MTDSG, IdentifierScheme.UKTO, IdentifierScheme.FCDO, IdentifierScheme.TIAS,
        IdentifierScheme.BWBV, IdentifierScheme.CETS, IdentifierScheme.OAS, IdentifierScheme.DCAD, IdentifierScheme.ATOP,
        IdentifierScheme.CURATED,
    }
)  # fmt: skip
TAKE_PART = PARTY_ROLES | {Role.SIGNATORY_ONLY}
DOUBT = -5.0  # how far two records taken at random are from being one


@dataclass(frozen=True)
class Profile:
    """What tells one agreement from another. Everything may be missing; what is missing speaks neither for nor against."""

    titles: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    signed: frozenset[PartialDay] = frozenset()
    in_force: frozenset[PartialDay] = frozenset()
    identifiers: frozenset[tuple[IdentifierScheme, str]] = frozenset()
    reference: str = ""
    related: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> tuple[TitleWords, ...]:
        """The words of each of its titles."""
        return tuple(title_words(title) for title in self.titles)

    @cached_property
    def numbers(self) -> Mapping[IdentifierScheme, frozenset[str]]:
        """Its numbers in the schemes that number one agreement only."""
        schemes = OF_ONE.intersection(scheme for scheme, _ in self.identifiers)
        return {scheme: frozenset(value for known, value in self.identifiers if known is scheme) for scheme in schemes}


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for (above 0) or against (below) their being one, as a sentence."""

    sentence: str
    weight: float


@dataclass(frozen=True)
class Likeness:
    """`score` runs from 0 to 1, where 1 is "the same". The reasons stand strongest first."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_likely(self) -> bool:
        return self.score >= LIKELY

    @property
    def is_certain(self) -> bool:
        return self.score >= CERTAIN

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(reason.sentence for reason in self.reasons)


def profile_of(document: Document) -> Profile:
    """The profile of a document."""
    titles = [document.short_title, *(other.title for other in document.other_titles)]
    return Profile(
        titles=titles_that_tell(document.title, titles, generated=document.title_is_generated),
        parties=frozenset(part.party for part in document.participations if part.role in TAKE_PART),
        signed=first_days(document, SIGNATURES),
        in_force=first_days(document, {EventKind.ENTRY_INTO_FORCE}),
        identifiers=frozenset((number.scheme, number.value) for number in document.identifiers),
        reference=document.reference or "",
        related=frozenset(
            relation.target for relation in document.relations if relation.target and relation.kind is not RelationKind.SAME_AS
        ),
    )


def titles_that_tell(title: str, others: Iterable[str], *, generated: bool) -> frozenset[str]:
    """All its titles; one that the register made tells nothing."""
    others = frozenset(other for other in others if other)
    return others if generated else others | {title}


def first_days(document: Document, kinds: Iterable[EventKind]) -> frozenset[PartialDay]:
    """The first accepted day of such an event, and every rival of it."""
    wanted = frozenset(kinds)
    happened = (event for event in document.events if event.kind in wanted and event.occurrence is Occurrence.HAPPENED)
    return days_that_count((event.date, event.weight) for event in happened if event.date)


def days_that_count(said: Iterable[tuple[PartialDay, Weight]]) -> frozenset[PartialDay]:
    """The first of the accepted days, and every rival."""
    said = list(said)
    accepted = [day for day, weight in said if weight is Weight.ACCEPTED]
    return frozenset([*([min(accepted)] if accepted else []), *(day for day, weight in said if weight is Weight.RIVAL)])


def likeness(one: Profile | Document, other: Profile | Document) -> Likeness:
    """How likely the two are one agreement. The order of the two does not matter; a record is wholly like itself."""
    one, other = (said if isinstance(said, Profile) else profile_of(said) for said in (one, other))
    reasons = tuple(sorted(_reasons(one, other), key=lambda reason: (-abs(reason.weight), reason.sentence)))
    weight = DOUBT + sum(reason.weight for reason in reasons)
    same = one == other
    return Likeness(1.0 if same else round(1 / (1 + math.exp(-weight)), 4), reasons or ((Reason(NOTHING, 0.0),) if same else ()))


NOTHING = "Both say the same, and little."


def _reasons(one: Profile, other: Profile) -> Iterator[Reason]:
    yield from _by_number(one, other)
    yield from _by_parties(one, other)
    yield from _by_days("signed", one.signed, other.signed, same=4.0)
    yield from _by_days("in force", one.in_force, other.in_force, same=1.5)
    yield from _by_titles(one, other)
    if one.reference and other.reference and (one.reference in other.related or other.reference in one.related):
        yield Reason("One of them names the other as another agreement.", -6.0)


def _by_number(one: Profile, other: Profile) -> Iterator[Reason]:
    for scheme, value in sorted(one.identifiers & other.identifiers):
        yield Reason(f"Same {scheme.label} {value}.", 9.0 if scheme in OF_ONE else 3.0)
    for scheme in one.numbers.keys() & other.numbers.keys():
        ours, theirs = one.numbers[scheme], other.numbers[scheme]
        if not ours & theirs:
            yield Reason(f"Different {scheme.label}: {' and '.join(sorted((min(ours), min(theirs))))}.", -4.0)


def _by_parties(one: Profile, other: Profile) -> Iterator[Reason]:
    if not (one.parties and other.parties):
        return
    shared, either = len(one.parties & other.parties), len(one.parties | other.parties)
    fewer = min(len(one.parties), len(other.parties))
    if shared == either:
        yield Reason("Same parties.", 1.5 if either < 3 else 2.5)
    elif not shared:
        yield Reason("No party in common.", -7.0)
    elif shared / either >= 0.7:
        yield Reason(f"{shared} of {either} parties are the same.", 1.5)
    elif shared == fewer and fewer > 1:
        yield Reason(f"All {shared} parties of the one are among the {either} of the other.", 0.0 if fewer == 2 else 1.5)
    else:
        yield Reason(f"Only {shared} of {either} parties are the same.", -4.0)


def _by_days(verb: str, ours: frozenset[PartialDay], theirs: frozenset[PartialDay], *, same: float) -> Iterator[Reason]:
    """The nearest two of the days that are recorded; a rival value counts as much as the accepted one."""
    if not (ours and theirs):
        return
    weight, sentence = max(_of_days(verb, min(one, other), max(one, other), same) for one in ours for other in theirs)
    yield Reason(sentence, weight)


def _of_days(verb: str, earlier: PartialDay, later: PartialDay, same: float) -> tuple[float, str]:
    verb = verb.capitalize()
    if earlier.precision == later.precision == "day":
        days = (later.first - earlier.first).days
        if days == 0:
            return same, f"{verb} on the same day, {day_in_words(earlier.first)}."
        apart = f"{verb} {days} day{'s' if days > 1 else ''} apart, {day_in_words(earlier.first)} and {day_in_words(later.first)}."
        return same * (0.25 if days <= 3 else -0.25 if days <= 31 else -0.75 if days <= 400 else -1.25), apart
    if later.first <= earlier.last:  # each may be the other, as far as anybody knows
        exact = "year" not in (earlier.precision, later.precision)
        return same * (0.5 if exact else 0.3), f"{verb} in the same {'month' if exact else 'year'}, as far as is known."
    near = later.first - earlier.last <= timedelta(days=31)
    return same * (-0.25 if near else -1.0), f"{verb} at different times, {day_in_words(earlier)} and {day_in_words(later)}."


def _by_titles(one: Profile, other: Profile) -> Iterator[Reason]:
    if not (one.words and other.words):
        return
    weight, sentence = max(_of_titles(mine, yours) for mine in one.words for yours in other.words)
    yield Reason(sentence, weight)
    ours, theirs = _own_marks(one, other), _own_marks(other, one)
    if ours or theirs:
        weight = -5.5 if ours and theirs else -3.5 if len(ours | theirs) == 1 else -4.5
        yield Reason(f"Only one title speaks of {joined(sorted(ours | theirs))}.", weight)


def _own_marks(one: Profile, other: Profile) -> frozenset[str]:
    """Numbers and steps that no title of the other has. The day on which the other was signed or began is no mark of its own."""
    if not all(title.marks for title in one.words):
        return frozenset()
    known = frozenset[str]().union(*(title.marks for title in other.words))
    days = {part.lstrip("0") for day in other.signed | other.in_force for part in day.text.rstrip("?~%").split("-")}
    return min((title.marks - known - days for title in one.words), key=lambda marks: (len(marks), sorted(marks)))


def _of_titles(ours: TitleWords, theirs: TitleWords) -> tuple[float, str]:
    if ours.words == theirs.words:
        return 1.3 + 0.8 * min(len(ours.telling), 7), "Same title."
    mine, yours = (ours.telling, theirs.telling) if ours.telling and theirs.telling else (ours.words, theirs.words)
    shared, longer, shorter = len(mine & yours), max(len(mine), len(yours)), min(len(mine), len(yours))
    sentence = f"Titles share {shared} of {longer} words."
    if shared == longer:
        return 1.3 + 0.8 * min(shared, 7), "Titles differ in common words only."
    near = max(2 * shared / (len(mine) + len(yours)) if mine or yours else 0.0, 0.8 * shared / shorter if shorter > 2 else 0.0)
    return (
        2.5 if near >= 0.85 else 1.5 if near >= 0.7 else 0.5 if near >= 0.5 else -0.5 if near >= 0.3 else -1.5 if shared else -2.0
    ), sentence
