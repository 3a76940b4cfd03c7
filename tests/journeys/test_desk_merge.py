"""Two records of one agreement: an editor merges them, a reviewer publishes, and the old address leads on."""

import re
import sys

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.accessibility import barriers
from tests.journeys.entering import sign_in
from tests.serving import run

TWO = """
import django; django.setup()
from django.utils import timezone
from accounts.models import Person
from editorial.applying import apply
from editorial.operations import publish, submit
from tests.factories import pact
editor, reviewer = (Person.objects.get(username=name) for name in ("editor", "reviewer"))
one = {"signed": "1999-05-04", "kind": "acsa", "parties": ("ISL", "MLT")}
for title, more in (("Treaty on Lighthouse Logistics", {}), ("Lighthouse Logistics Treaty", {"form": "treaty", "in_force": "2001-02-03"})):
    agreement = apply(pact(title=title, **one, **more), by=editor, at=timezone.now())
    publish(submit(agreement, by=editor, at=timezone.now()), by=reviewer, at=timezone.now())
"""


@pytest.fixture
def two(prepared: dict[str, str]) -> None:
    """Two published records of one agreement, which the register's own data do not have."""
    run([sys.executable, "-c", TWO], {**prepared, "DJANGO_SETTINGS_MODULE": "config.settings"})


def signed_in(browser: Browser, address: str, name: str, *, script: bool) -> Page:
    page = browser.new_context(base_url=address, locale="en-GB", timezone_id="UTC", java_script_enabled=script).new_page()
    page.set_default_timeout(15_000)
    sign_in(page, name)
    return page


def act(page: Page, address: str, action: str, row: str) -> None:
    """Choose one row of a list, and what to do with it."""
    page.goto(address)
    page.get_by_role("row").filter(has_text=row).first.get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(action)
    page.get_by_role("button", name="Go").click()


def test_two_duplicates_become_one_and_the_old_address_leads_on(browser: Browser, served: str, two: None) -> None:
    editor = signed_in(browser, served, "editor", script=False)
    editor.goto("/desk/agreements/agreement/?q=lighthouse")
    editor.get_by_role("link", name="Treaty on Lighthouse Logistics").click()
    editor.get_by_role("link", name="Duplicates", exact=True).click()
    expect(editor.locator("main")).to_contain_text("Signed on the same day, 4 May 1999.")
    editor.get_by_role("link", name="Merge the two").click()
    expect(editor.locator("main")).to_contain_text("Form changed from nothing to treaty.")
    gone = editor.locator("#goes + p + .reference").inner_text()
    kept = editor.locator("#stays + p + .reference").inner_text()

    editor.get_by_label("Lighthouse Logistics Treaty").check()
    editor.get_by_role("button", name="Show what comes of this choice").click()
    expect(editor.locator(".changes")).to_contain_text("Title changed from “Treaty on Lighthouse Logistics”")
    editor.get_by_label("How do you know that the two are one?").fill("Both cite one and the same text.")
    editor.get_by_role("button", name="Merge", exact=True).click()
    expect(editor.locator(".messagelist")).to_contain_text(f"when a reviewer publishes it, {gone} leads to {kept}")

    reader = browser.new_context(base_url=served).new_page()
    reader.goto(f"/agreements/{gone}/")
    assert reader.url.endswith(f"/agreements/{gone}/")  # nothing is public yet

    act(editor, "/desk/agreements/agreement/?q=lighthouse", "submit_for_review", "Lighthouse Logistics Treaty")
    reviewer = signed_in(browser, served, "reviewer", script=False)
    waiting = reviewer.get_by_role("region", name=re.compile("Waiting for review"))
    waiting.get_by_role("link", name="Lighthouse Logistics Treaty").first.click()
    reviewer.get_by_role("button", name="Publish").click()
    expect(reviewer.locator(".messagelist")).to_contain_text("is published")

    reader.goto(f"/agreements/{gone}/?as_of=2005-01-01")
    assert reader.url.endswith(f"/agreements/{kept}/?as_of=2005-01-01")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Lighthouse Logistics Treaty")
    expect(reader.locator("main")).to_contain_text("3 February 2001")
    reader.goto(f"/agreements/{gone}/revisions/1/")
    expect(reader.locator("main")).to_contain_text(f"{gone} is continued as {kept}")
    assert barriers(reader) == []


def test_the_pages_of_duplicates_are_clean_and_reached_by_the_keyboard(browser: Browser, served: str) -> None:
    page = signed_in(browser, served, "editor", script=True)
    page.goto("/desk/agreements/agreement/?q=E0137")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_role("link", name="Duplicates", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/duplicates/")
    likely = page.url
    page.goto(likely.replace("/duplicates/", "/merge/138/"))
    merge = page.url
    for address in (likely, merge, "/desk/agreements/agreement/duplicates/?title=North+Atlantic+Treaty&signed=1949-04-04"):
        for width, theme in ((1280, "light"), (390, "dark")):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            assert barriers(page) == [], f"{address} at {width} px, {theme}"
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
