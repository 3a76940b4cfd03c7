"""The law of standing for readers: every rule with its sentence, its source and an example, under an anchor of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from treaty.law.book import CHAPTERS, RULES
from treaty.law.effects import EFFECTS
from treaty.law.inference import InferenceRule
from treaty.law.looking_back import Retroaction
from treaty.law.rules import Rule
from treaty.vocabulary.events import EventKind
from web.showing.days import DayControl, Days, day_control
from web.showing.links import ShownTerm, days_in, page, shown_term
from web.showing.words import number


@dataclass(frozen=True)
class ShownRule:
    """One rule. `reach` says how far one that looks back goes; `events` are the kinds of event that do."""

    id: str
    anchor: str
    sentence: str
    sources: tuple[str, ...]
    example: str
    only_when_asked: bool
    events: tuple[ShownTerm, ...]
    reach: str


@dataclass(frozen=True)
class Chapter:
    anchor: str
    title: str
    about: str
    rules: tuple[ShownRule, ...]


@dataclass(frozen=True)
class Effect:
    """What one kind of event does."""

    event: ShownTerm | None
    value: str
    effect: str


@dataclass(frozen=True)
class LawPage:
    room = "law"
    chapters: tuple[Chapter, ...]
    effects: tuple[Effect, ...]
    count: str
    json: str
    days: DayControl


def rule_anchor(rule: str) -> str:
    """Where a rule stands on the page of the law, by its id, as `Because.rule` names it."""
    return f"rule-{rule}"


def rule_address(rule: str, carried: Mapping[str, str]) -> str:
    """The address of a rule; "" for what is no rule of the book."""
    return f"{page('law', **days_in(carried))}#{rule_anchor(rule)}" if rule in RULES else ""


def law_page(days: Days) -> LawPage:
    """The rules are the same on every day; their words lead on to other pages under the days asked for."""
    return LawPage(
        chapters=_chapters(days.two_days),
        effects=tuple(Effect(shown_term(kind, days.two_days), kind.value, EFFECTS[kind]) for kind in EventKind),
        count=number(len(RULES)),
        json=page("law_data"),
        days=day_control(page("law"), days, unmoved="The rules are the same on every day."),
    )


def _chapters(carried: Mapping[str, str]) -> tuple[Chapter, ...]:
    return tuple(_chapter(title, about, rules, carried) for title, about, rules in CHAPTERS)


def _chapter(title: str, about: str, rules: Sequence[Rule], carried: Mapping[str, str]) -> Chapter:
    return Chapter(f"chapter-{title.lower().replace(' ', '-')}", title, about, tuple(_rule(rule, carried) for rule in rules))


def _rule(rule: Rule, carried: Mapping[str, str]) -> ShownRule:
    looks_back = rule if isinstance(rule, Retroaction) else None
    kinds = [kind for kind in EventKind if looks_back and kind in looks_back.kinds]
    return ShownRule(
        id=rule.id,
        anchor=rule_anchor(rule.id),
        sentence=rule.sentence,
        sources=rule.articles,
        example=rule.example,
        only_when_asked=isinstance(rule, InferenceRule) and not rule.by_default,
        events=tuple(term for kind in kinds if (term := shown_term(kind, carried))),
        reach=_reach(looks_back) if looks_back else "",
    )


def _reach(rule: Retroaction) -> str:
    said = [*(["its own party, and pairs with it"] if rule.of_its_party else [])]
    said += ["what a rule inferred, or infers with it"] if rule.of_inference else []
    return "; ".join(said)


def law_said() -> dict[str, object]:
    """The same as data."""
    return {
        "rules": [
            {
                "id": rule.id,
                "chapter": chapter.title,
                "sentence": rule.sentence,
                "sources": rule.sources,
                "example": rule.example,
                "only_when_asked": rule.only_when_asked,
                "reach": rule.reach or None,
            }
            for chapter in _chapters({})
            for rule in chapter.rules
        ],
        "effects": {kind.value: EFFECTS[kind] for kind in EventKind},
    }
