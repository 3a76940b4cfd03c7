"""Six questions of an analyst, each answered within six clicks from the first page: by mouse, by keyboard alone, and without script."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.walking import WAYS, Walk
from tests.serving import run
from treaty.law.reckoning import add_months

MOST = 6
EDIT = """
import django; django.setup()
from datetime import UTC, datetime
from accounts.models import Person
from agreements.models import Agreement
from editorial.applying import apply
from editorial.composing import compose
from editorial.operations import publish, submit
editor, reviewer = (Person.objects.get(username=name) for name in ("editor", "reviewer"))
agreement = Agreement.objects.get(record__reference="E0283")
if "goods" not in agreement.title:
    changed = compose(agreement).model_copy(update={"title": agreement.title + ", edited to say goods"})
    apply(changed, by=editor, at=datetime.now(UTC), to=agreement)
    agreement.refresh_from_db()
    publish(submit(agreement, by=editor, at=datetime.now(UTC)), by=reviewer, at=datetime.now(UTC))
"""


@pytest.fixture(scope="module")
def edited(prepared: dict[str, str], served: str) -> None:
    """E0283 has a second revision, under another title."""
    run([sys.executable, "-c", EDIT], {**prepared, "DJANGO_SETTINGS_MODULE": "config.settings"})


@pytest.fixture(params=WAYS)
def walk(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Walk]:
    """A reader on the first page; at the end it is seen how far the way was."""
    way = str(request.param)
    context = browser.new_context(base_url=served, locale="en-GB", timezone_id="UTC", java_script_enabled=way != "no script")
    context.set_default_timeout(20_000)
    walk = Walk(context.new_page(), way)
    walk.home()
    yield walk
    context.close()
    assert 0 < walk.clicks <= MOST


def test_the_access_agreement_is_found_by_words_of_its_title(walk: Walk) -> None:
    walk.write(walk.page.get_by_role("searchbox"), "enhanced cooperation philippines")
    walk.follow(walk.page.get_by_role("button", name="Search"))
    walk.follow(walk.page.get_by_role("link", name="Agreement on Enhanced Defense Cooperation"))
    expect(walk.page.get_by_role("heading", level=1)).to_contain_text("Enhanced Defense Cooperation")


def test_the_access_agreement_is_found_by_facets(walk: Walk) -> None:
    walk.follow(walk.page.get_by_role("region", name="Kinds of agreement").get_by_text("more kinds"))
    walk.follow(walk.page.get_by_role("link", name="Access and basing"))
    party = walk.page.get_by_role("region", name="Party", exact=True)
    if not party.get_by_role("link", name="Philippines").is_visible():
        walk.follow(party.get_by_text("more"))
    walk.follow(party.get_by_role("link", name="Philippines"))
    walk.follow(walk.page.get_by_role("link", name="Agreement on Enhanced Defense Cooperation"))
    expect(walk.page.get_by_role("heading", level=1)).to_contain_text("Enhanced Defense Cooperation")


def test_what_bound_japan_and_the_philippines_on_a_day_and_why(walk: Walk) -> None:
    walk.follow(walk.page.get_by_role("navigation", name="Main").get_by_role("link", name="Between"))
    walk.write(walk.page.get_by_label("One party"), "Japan")
    walk.write(walk.page.get_by_label("The other"), "phl")
    walk.follow(walk.page.get_by_role("main").get_by_role("button", name="Show"))
    walk.choose_day(walk.page.get_by_label("As of"), "2025-10-01")
    main = walk.page.get_by_role("main")
    expect(main).to_contain_text("On 1 October 2025, 2 agreements were in force between Japan and the Philippines")
    expect(main).to_contain_text("both bound since 11 September 2025: entered into force on 11 September 2025")
    walk.follow(main.get_by_role("link", name="The rule for"))
    expect(walk.page.locator(":target")).to_contain_text("VCLT")


def test_what_japan_has_with_australia_but_not_with_the_philippines(walk: Walk) -> None:
    walk.follow(walk.page.get_by_role("navigation", name="Main").get_by_role("link", name="Parties"))
    walk.follow(walk.page.get_by_role("main").get_by_role("link", name="Japan", exact=True))
    walk.follow(walk.page.get_by_role("row", name="Philippines").get_by_role("link"))
    gaps = walk.page.get_by_role("region", name="What Japan has with others, not with the Philippines")
    walk.follow(gaps.get_by_role("row", name="Logistics").get_by_role("link", name="Australia"))
    expect(walk.page.get_by_role("heading", level=1)).to_contain_text("Australia and Japan are parties")


def test_what_ends_within_24_months(walk: Walk) -> None:
    walk.follow(walk.page.get_by_role("navigation", name="Main").get_by_role("link", name="Deadlines"))
    today = datetime.now(UTC).date()
    days = [f"{one.day} {one:%B %Y}" for one in (today, add_months(today, 24))]
    expect(walk.page.get_by_role("main")).to_contain_text(f"What ends, renews or falls due from {days[0]} to {days[1]}")
    expect(walk.page.get_by_role("listitem").filter(has_text="Last day for notice").first).to_be_visible()


def test_two_logistics_agreements_are_compared(walk: Walk) -> None:
    walk.write(walk.page.get_by_role("searchbox"), "cross-servicing japan australia")
    walk.follow(walk.page.get_by_role("button", name="Search"))
    walk.follow(walk.page.get_by_role("link", name="Compare E0274 with another"))
    walk.write(walk.page.get_by_role("searchbox", name="Find one to add"), "cross-servicing philippines")
    walk.follow(walk.page.get_by_role("button", name="Find"))
    walk.follow(walk.page.get_by_role("region", name="Add one of these").get_by_role("link", name="Acquisition and Cross-Servicing"))
    expect(walk.page.get_by_role("table")).to_contain_text("Acquisition and Cross-Servicing Agreement (Japan - Australia, 2017)")
    expect(walk.page.get_by_role("columnheader")).to_have_count(2)


@pytest.mark.usefixtures("edited")
def test_how_the_register_stood_before_an_edit(walk: Walk) -> None:
    walk.follow(walk.page.get_by_role("navigation", name="Main").get_by_role("link", name="Changes"))
    walk.follow(walk.page.get_by_role("link", name="edited to say goods"))
    walk.follow(walk.page.get_by_role("region", name="Revisions").get_by_role("link", name="Revision 1"))
    heading = walk.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Agreement concerning Reciprocal Provision of Supplies and Services (Japan - India)")
