"""Every page of the starting register is clean: for axe, at every size, in both themes, without a complaint of the browser."""

import pytest
from playwright.sync_api import Page

from tests.journeys.accessibility import barriers
from tests.journeys.pages import PAGES, TROUBLES

SIZES = ((1280, "light"), (320, "dark"))


@pytest.mark.parametrize("address", [*PAGES, *TROUBLES])
def test_a_page_is_clean_for_everybody_at_every_size(browser_page: Page, troubles: list[str], address: str) -> None:
    for width, theme in SIZES:
        browser_page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        browser_page.set_viewport_size({"width": width, "height": 800})
        browser_page.goto(address)

        assert barriers(browser_page) == [], f"at {width} px, {theme}"
        assert browser_page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"the page runs over at {width} px"
    assert browser_page.context.cookies() == []
    expected = "Failed to load resource: the server responded with a status of 4" if address in TROUBLES else None
    assert [said for said in troubles if expected is None or expected not in said] == []
