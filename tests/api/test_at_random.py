"""Questions at random, right and wrong ones, of every operation that the description has: nothing fails, and nothing is untrue of it.

`ENTENTE_CASES=20000` asks so many instead of the usual two thousand.
"""

import json
import os

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from api.schemas import openapi
from tests.in_process import operations, register

CASES = int(os.environ.get("ENTENTE_CASES", "2000"))
CONFIG = schemathesis.Config.from_dict(
    {
        "phases": {"coverage": {"enabled": False}},  # its cases are as many as there are words: what it tries, test_strictness.py tries
        # A question may be well formed and yet name a party that there is not, or two days of which the later comes first.
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "400", "404"]}},
    }
)
described = schemathesis.openapi.from_dict(json.loads(openapi().text), config=CONFIG)
described.app = register
reading = described.include(path_regex="^/api/v1/(?!desk/)")
ASKING = [one for one in operations(reading) if one.definition.raw.get("parameters")]  # of the rest, one case is all
EACH = -(-CASES // len(ASKING))


@pytest.mark.django_db
@pytest.mark.timeout(0)
@reading.parametrize()
@settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
def test_an_answer_is_as_described_whatever_is_asked(case, with_contents):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})  # the client in process does not unpack
