"""What pages with pictures are asked for beside a question: how much to show, of whom, in which year. Read as strictly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from catalogue.holdings import NARROWING
from catalogue.parameters import Reading
from catalogue.question import Question, read_question
from catalogue.refusing import nearest_party
from web.showing.asked import parameters_of
from web.showing.days import Days


@dataclass(frozen=True)
class Asked:
    """A question about many parties, what the page itself is asked for by name, everybody's names, and today."""

    question: Question
    own: Mapping[str, str]
    names: Mapping[str, str]
    today: date

    @property
    def days(self) -> Days:
        """The two days that links to other pages carry."""
        return Days(self.question.on, self.question.as_known, self.today, self.question.inferring)

    @property
    def parameters(self) -> dict[str, str]:
        """What asks all of it again, but for what goes without saying."""
        return {name: value for name, value in {**parameters_of(self.question, today=self.today), **self.own}.items() if value}


class OwnReading(Reading):
    """Reads what a page is asked for beside its question; the question's own parameters are read elsewhere."""

    def __init__(self, parameters: QueryDict, names: Mapping[str, str]) -> None:
        super().__init__(parameters, tuple(parameters))
        self.names = names

    def whole(self, name: str, least: int, most: int) -> str:
        """A whole number, as it is written."""
        value = self.one(name)
        if value and not (value.isascii() and value.isdigit() and len(value) < 7 and least <= int(value) <= most):
            self.fault(name, value, f"“{name}” is a whole number from {least} to {most}.")
            return ""
        return value

    def party(self, name: str) -> str:
        """The code of one party."""
        code = self.one(name).upper()
        if code and code not in self.names:
            self.fault(name, code, f"No party has the code “{code[:60]}”.", nearest_party(code, self.names))
            return ""
        return code

    def single(self, question: Question) -> None:
        """The page is about one party, or about none."""
        if len(question.parties) > 1:
            self.fault("party", ",".join(question.parties), "Ask about one party at a time here, such as party=JPN.")


def read_pictured(
    parameters: QueryDict, own: Iterable[str], names: Mapping[str, str], *, today: date, without: Iterable[str] = ()
) -> Question:
    """The question of a page that shows many parties at once. Raises Refused with every fault."""
    allowed = (*(name for name in NARROWING if name not in set(without)), *own)
    return read_question(parameters, today=today, known_parties=lambda: names, allowed=allowed)


def in_year(question: Question, year: str) -> Question:
    """The question for the same day of another year; 29 February is the 28th where the year has none."""
    return replace(question, on=moved(question.on, int(year))) if year else question


def moved(day: date, year: int) -> date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
