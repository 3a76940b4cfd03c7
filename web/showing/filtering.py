"""The form that narrows a list: its fields, what they offer and what is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalogue.question import Question
from treaty.vocabulary.events import EventKind
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
class Day:
    """A field for a day."""

    id: str
    name: str
    label: str
    value: str


@dataclass(frozen=True)
class FilterForm:
    """What is typed or chosen from long lists; what the facets hold travels along in `kept`."""

    words: str
    parties: tuple[Select, ...]
    between: tuple[Select, ...]
    events: tuple[Select, ...]
    days: tuple[Day, ...]
    is_declared_only: bool
    order: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]
    is_open: bool


IN_FACETS = ("region", "organisation", "kind", "provision", "character", "lateral", "decade", "source", "verified", "standing")
DAYS = (
    ("event_from", "On or after"),
    ("event_before", "Before"),
    ("deadline_before", "Deadline before"),
    ("notice_before", "Last day for notice before"),
)


def filter_form(question: Question, names: Mapping[str, str], offered: Iterable[str], kept: Mapping[str, str]) -> FilterForm:
    """`offered` are the codes of the parties to choose from; those chosen are always among them. `kept` are all parameters."""
    codes = sorted({*offered, *question.parties, *question.between}, key=lambda code: names.get(code, code).casefold())
    parties = [(code, names.get(code, code)) for code in codes]
    blanks = max(1, 2 - len(question.between))
    days = tuple(Day(name.replace("_", "-"), name, label, kept[name]) for name, label in DAYS)
    return FilterForm(
        words=question.words,
        parties=_selects("party", "Party", "Any party", parties, [*question.parties, ""]),
        between=_selects("between", "Between", "Any party", parties, [*question.between, *[""] * blanks]),
        events=_selects("event", "Event", "Any event", _terms(EventKind), question.events or [""]),
        days=days,
        is_declared_only=not question.inferring,
        order=tuple(Option(value, label, value == question.order.name) for value, label in orders()),
        kept=tuple((name, kept[name]) for name in (*IN_FACETS, "limit") if kept[name]),
        is_open=bool(question.between or question.events or any(day.value for day in days) or not question.inferring),
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
