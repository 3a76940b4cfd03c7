"""The form that narrows a list: its fields, what they offer and what is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.question import UNKNOWN, Question
from treaty.vocabulary.kinds import AgreementKind
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.standing import Standing
from treaty.vocabulary.term import Term
from web.showing.asked import orders


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class Select:
    """One list to choose from. `blank` is what it says when nothing is chosen."""

    id: str
    name: str
    label: str
    blank: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class FilterForm:
    words: str
    parties: tuple[Select, ...]
    between: tuple[Select, ...]
    kinds: tuple[Select, ...]
    provisions: tuple[Select, ...]
    standings: tuple[Option, ...]
    deadline_before: str
    notice_before: str
    order: tuple[Option, ...]
    limit: str


def filter_form(question: Question, names: Mapping[str, str], offered: Iterable[str], *, limit: str) -> FilterForm:
    """`offered` are the codes of the parties to choose from; those chosen are always among them."""
    codes = sorted({*offered, *question.parties, *question.between}, key=lambda code: names.get(code, code).casefold())
    parties = [(code, names.get(code, code)) for code in codes]
    blanks = max(1, 2 - len(question.between))
    chosen = [*(term.value for term in question.standings), *([UNKNOWN] if question.standing_unknown else [])]
    return FilterForm(
        words=question.words,
        parties=_selects("party", "Party", "Any party", parties, [*question.parties, ""]),
        between=_selects("between", "Between", "Any party", parties, [*question.between, *[""] * blanks]),
        kinds=_selects("kind", "Kind", "Any kind", _terms(AgreementKind), question.kinds or [""]),
        provisions=_selects("provision", "Provision", "Any provision", _terms(ProvisionKind), question.provisions or [""]),
        standings=tuple(Option(value, label, value in chosen) for value, label in [*Standing.choices(), (UNKNOWN, "Not known")]),
        deadline_before=question.deadline_before.isoformat() if question.deadline_before else "",
        notice_before=question.notice_before.isoformat() if question.notice_before else "",
        order=tuple(Option(value, label, value == question.order.name) for value, label in orders()),
        limit=limit,
    )


def _terms(family: type[Term]) -> list[tuple[str, str]]:
    return sorted(family.choices(), key=lambda choice: choice[1].casefold())


def _selects(name: str, label: str, blank: str, offered: list[tuple[str, str]], chosen: Iterable[str]) -> tuple[Select, ...]:
    """A list for each value that is chosen, and for each blank."""
    return tuple(
        Select(
            id=f"{name}-{place}",
            name=name,
            label=label if place == 1 else f"or {label.lower()}" if name != "between" else f"and {place}",
            blank=blank,
            options=tuple(Option(value, text, value == one) for value, text in offered),
        )
        for place, one in enumerate(chosen, start=1)
    )
