"""An answer in numbers: of what it consists, what each filter would leave of it, and what is not known."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import Field

from api.answers import Answer
from catalogue.asking import ask
from catalogue.coverage import coverage
from catalogue.facets import facets
from catalogue.figures import figures
from catalogue.question import UNKNOWN, Question
from catalogue.windows import windows
from parties.regions import REGIONS, SUBREGIONS
from treaty.vocabulary.assertions import Checked
from treaty.vocabulary.characters import Character
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.laterality import Laterality
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.sources import SourceKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term

FAMILIES: Mapping[str, type[Term]] = {
    "kind": AgreementKind,
    "provision": ProvisionKind,
    "character": Character,
    "lateral": Laterality,
    "source": SourceKind,
    "verified": Checked,
    "standing": Standing,
}


class Counted(Answer):
    """How many agreements have a value."""

    value: str = Field(description="As a filter takes it.")
    label: str = Field(description="In words.")
    agreements: int = Field(ge=0, description="How many have it.")


class Facet(Answer):
    """What each value of a filter would leave: the other filters as they are, its own lifted."""

    parameter: str = Field(description="The name of the filter.")
    values: list[Counted] = Field(description="Its values, each with how many agreements it would leave.")


class FacetsOfAnAnswer(Answer):
    """Every filter that has values to choose from."""

    as_of: date = Field(description="The day on which standings are judged.")
    agreements: int = Field(description="How many agreements answer the question.")
    facets: list[Facet] = Field(description="The filters.")


class YearCount(Answer):
    """How many agreements were first signed in a year."""

    year: int = Field(description="The year.")
    agreements: int = Field(description="How many were first signed in it.")


class DataSetCovered(Answer):
    """A data set in the register: what it covers. Elsewhere nothing follows from there being no record."""

    title: str = Field(description="What it is called.")
    signed_from: int = Field(description="The year.")
    signed_until: int = Field(description="The year; it is covered, too.")
    parties: list[str] = Field(description="The codes of those whose agreements it lists; none where it lists those of all states.")
    about: str = Field(description="What it covers, in words.")


class FiguresOfAnAnswer(Answer):
    """The agreements that answer a question in numbers. One with several provisions counts under each."""

    as_of: date = Field(description="The day on which standings are judged.")
    agreements: int = Field(description="How many answer the question.")
    parties: int = Field(description="How many parties they have, each counted once.")
    standings: list[Counted] = Field(description="By their standing on the day.")
    kinds: list[Counted] = Field(description="By what they are for.")
    provisions: list[Counted] = Field(description="By what they provide for.")
    sources: list[Counted] = Field(description="By the kind of the highest rank among the sources of each.")
    verified: list[Counted] = Field(description="By how far somebody has verified them.")
    years: list[YearCount] = Field(description="By the year of the first signature.")
    without_day_of_signature: int = Field(description="How many have no known year of signature.")
    without_source: int = Field(description="How many list no source.")
    not_known: dict[str, int] = Field(description="Of how many agreements a thing is not known, by the name of the thing.")
    data_sets: list[DataSetCovered] = Field(description="What each data set in the register covers, whatever was asked.")


def facets_said(question: Question, names: Mapping[str, str]) -> FacetsOfAnAnswer:
    """At most a dozen queries and one for each filter that is set."""
    tallies = facets(question)
    found = [Facet(parameter=name, values=list(_counted(name, tally, names))) for name, tally in tallies.items()]
    return FacetsOfAnAnswer(as_of=question.on, agreements=ask(question).count(), facets=found)


def _counted(name: str, tally: Mapping[Any, int], names: Mapping[str, str] | None = None) -> Iterable[Counted]:
    for value, number in tally.items():
        yield Counted(value=value, label=_label(name, value, names or {}), agreements=number)


def _label(name: str, value: str, names: Mapping[str, str]) -> str:
    if value == UNKNOWN:
        return "Unknown"
    if name in FAMILIES:
        return FAMILIES[name](value).label
    if name == "decade":
        return f"{value}s"
    return {**REGIONS, **SUBREGIONS}.get(value, value) if name == "region" else names.get(value, value)


def figures_said(question: Question) -> FiguresOfAnAnswer:
    """Twelve queries."""
    found, covered = figures(question), coverage(question)
    unknown = {UNKNOWN: found.standing_unknown} if found.standing_unknown else {}
    return FiguresOfAnAnswer(
        as_of=question.on,
        agreements=found.agreements,
        parties=found.parties,
        standings=[*_counted("standing", found.standings), *_counted("standing", unknown)],
        kinds=list(_counted("kind", found.kinds)),
        provisions=list(_counted("provision", found.provisions)),
        sources=list(_counted("source", covered.sources)),
        verified=list(_counted("verified", covered.checked)),
        years=[YearCount(year=year, agreements=number) for year, number in covered.years.items()],
        without_day_of_signature=covered.undated,
        without_source=covered.without_source,
        not_known=dict(covered.gaps),
        data_sets=[
            DataSetCovered(title=one.title, signed_from=one.first, signed_until=one.last, parties=one.parties, about=one.about)
            for one in windows(as_known=question.as_known)
        ],
    )
