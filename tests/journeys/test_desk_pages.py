"""Every other page of the desk, as the person who uses it: nothing stands in anybody's way."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import barriers
from tests.journeys.entering import sign_in

PAGES = {
    "administrator": ("accounts/person/", "accounts/person/add/", "auth/group/", "account/"),
    "data_manager": ("intake/", "intake/bring/", "intake/about/dcad/", "records/job/", "parties/party/", "provisions/provision/"),
    "reviewer": ("records/revision/", "agreements/source/", "agreements/source/add/", "editorial/submission/", "agreements/"),
    "contributor": ("", "agreements/agreement/", "agreements/agreement/add/", "agreements/agreement/duplicates/"),
    "analyst": ("", "parties/party/", "records/revision/"),
}
FIRST_ROW = ("accounts/person/", "auth/group/", "records/revision/", "agreements/source/", "parties/party/", "provisions/provision/")


@pytest.mark.parametrize("person", PAGES)
@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
def test_the_pages_of_each_role_set_no_barriers_and_do_not_scroll_sideways(browser_page: Page, person: str, width: int, theme: Any) -> None:
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.emulate_media(color_scheme=theme)
    sign_in(browser_page, person)
    for address in PAGES[person]:
        browser_page.goto(f"/desk/{address}")
        look_at(browser_page, width)
        if address in FIRST_ROW:
            browser_page.locator("#result_list tbody th a").first.click()
            expect(browser_page.get_by_role("heading", level=1)).to_be_visible()
            look_at(browser_page, width)


def look_at(page: Page, width: int) -> None:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert barriers(page) == [], page.url
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{page.url} runs over at {width} px: {wide}"
