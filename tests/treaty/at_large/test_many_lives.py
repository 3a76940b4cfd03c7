"""What tests/treaty/law tries on a few lives, on many more."""

import pytest

from tests.looking_back import untold
from treaty.law.inference import ATOP, Inferred

LIVES = 300


@pytest.mark.parametrize("inferred", [True, False, ATOP], ids=["inferring", "declared", "atop"])
def test_no_event_of_many_changes_a_day_before_it_unless_its_kind_is_named_as_retroactive(inferred: Inferred) -> None:
    assert {seed: found for seed in range(LIVES) if (found := untold(seed, inferred))} == {}
