"""What tests/treaty/law tries on a few lives, on many more."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from tests.grown_lives import a_life
from tests.looking_back import untold
from tests.strategies import Grower
from tests.treaty.law import test_outlook as outlooks
from tests.treaty.law import test_properties as properties
from treaty.law.inference import ATOP, INFERENCES, Inferred

LIVES = 300
CLAIMS: tuple[Callable[..., None], ...] = (
    properties.test_every_life_binding_and_tie_is_ordered_half_open_and_without_gaps,
    properties.test_a_life_does_not_depend_on_the_order_in_which_it_was_typed,
    properties.test_whatever_holds_holds_by_a_rule_of_the_book,
    properties.test_without_inference_nothing_is_inferred,
    properties.test_who_is_bound_after_the_end_is_nobody_and_two_are_bound_only_when_each_is,
)


@pytest.mark.parametrize("inferred", [True, False, ATOP], ids=["inferring", "declared", "atop"])
def test_no_event_of_many_changes_a_day_before_it_unless_its_kind_is_named_as_retroactive(inferred: Inferred) -> None:
    assert {seed: found for seed in range(LIVES) if (found := untold(seed, inferred))} == {}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.__name__.removeprefix("test_"))
def test_every_claim_holds_for_many(claim: Callable[..., None]) -> None:
    for seed in range(LIVES):
        tried(claim, a_life(Random(seed)))


def test_a_rule_that_is_switched_off_concludes_nothing_in_many() -> None:
    for seed in range(LIVES):
        tried(properties.test_a_rule_that_is_switched_off_concludes_nothing, a_life(Random(seed)), INFERENCES[seed % len(INFERENCES)])


def test_the_account_and_the_deadlines_of_many_have_sentences_on_any_day() -> None:
    for seed in range(LIVES):
        chance = Random(seed)
        tried(properties.test_whatever_is_recorded_has_an_account_and_its_deadlines_a_sentence, a_life(chance), a_day(chance))


@pytest.mark.parametrize("inferred", [True, False], ids=["inferring", "declared"])
def test_the_outlook_of_many_says_of_each_day_what_the_deadlines_of_that_day_are(inferred: bool) -> None:
    for seed in (87552082974, *range(LIVES // 5)):  # the first was once told otherwise
        chance = Random(seed)
        tried(
            outlooks.test_the_outlook_says_of_each_day_what_the_deadlines_of_that_day_are,
            Grower(chance).document(),
            inferred,
            [a_day(chance) for _ in range(4)],
        )


def tried(claim: Callable[..., None], *given: object) -> None:
    """The claim of a test, for what is given and not for what Hypothesis draws."""
    claim.hypothesis.inner_test(*given)  # type: ignore[attr-defined]


def a_day(chance: Random) -> date:
    return date(1949, 1, 1) + timedelta(days=chance.randint(0, 30_000))
