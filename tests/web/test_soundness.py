"""What the last audits found stands on the page about the data: of what is public, and nothing else."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement
from catalogue.auditing import BOOK, audit
from catalogue.models import Audit
from tests.factories import NOON
from tests.web.conftest import Publish
from tests.web.reading import text
from tests.web.strict import parsed

THEN, NOW = datetime(2026, 2, 3, 3, 30, tzinfo=UTC), datetime(2026, 3, 4, 3, 30, tzinfo=UTC)


@pytest.fixture
def audited(publish: Publish) -> None:
    """One record without a fault; beside it, since the second audit, one that is in force before it is signed."""
    publish(title="Sound", signed="1951-09-08", in_force="1952-04-28")
    audit(at=THEN)
    publish(title="Too soon", signed="1951-09-08", in_force="1950-01-01", parties=("FRA", "GBR"))
    audit(at=NOW)


def test_before_the_first_audit_nothing_is_claimed(reader: Client, publish: Publish) -> None:
    publish(title="Sound")

    assert reader.get("/about/data.json").json()["audit"] is None
    assert "Not audited yet." in text(reader.get("/about/data/"))
    assert reader.get("/api/v1/status/").json()["audit"] is None


def test_the_data_say_what_the_last_audit_found(reader: Client, audited: None) -> None:
    said = reader.get("/about/data.json").json()["audit"]
    last, first = Audit.objects.all()

    assert (said["at"], said["records"], said["sound"]) == ("2026-03-04T03:30:00Z", 2, last.sound)
    assert said["before"] == [{"at": "2026-02-03T03:30:00Z", "records": 1, "sound": first.sound}]
    assert {one["rule"] for one in said["rules"]} == set(BOOK)
    assert {one["rule"]: (one["records"], one["places"]) for one in said["rules"] if one["records"]} == {
        one.rule: (one.records, one.places) for one in last.tallies.all()
    }
    assert reader.get("/api/v1/status/").json()["audit"] == {name: said[name] for name in ("at", "records", "sound")}


def test_the_page_says_what_the_data_say(reader: Client, audited: None) -> None:
    answer = reader.get("/about/data/")
    parsed(answer)
    page, last = text(answer), Audit.objects.all()[0]
    broken = last.tallies.all()[0]

    assert f"In {last.sound} of 2 records the rule book found nothing on 4 March 2026." in page
    assert BOOK[broken.rule].sentence() in page
    assert "3 February 2026" in page
    assert "the law of standing" in page


def test_as_known_on_a_day_it_is_what_was_found_by_then(reader: Client, audited: None) -> None:
    assert reader.get("/about/data.json?as_known=2026-02-02").json()["audit"] is None
    assert reader.get("/about/data.json?as_known=2026-02-03").json()["audit"]["at"] == "2026-02-03T03:30:00Z"


def test_what_is_not_public_is_not_counted(reader: Client, publish: Publish) -> None:
    publish(title="Sound")
    Agreement.objects.create(title="A draft full of faults", created_at=NOON, changed_at=NOON)
    audit(at=NOW)

    assert reader.get("/about/data.json").json()["audit"]["records"] == 1
    assert "A draft full of faults" not in text(reader.get("/about/data/"))


def test_a_new_audit_costs_no_more_queries(reader: Client, audited: None) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert reader.get("/about/data/").status_code == 200
        return len(queries)

    before = asked()
    for day in range(1, 28):
        audit(at=NOW.replace(month=4, day=day))

    assert asked() == before
