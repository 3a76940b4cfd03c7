"""Every page is clean: for axe, in both themes, from a narrow phone to a desk, without a complaint of the browser and without a cookie."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import hard_cases
from tests.journeys.accessibility import barriers
from tests.journeys.pages import PAGES, TROUBLES

REFUSED = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture(autouse=True)
def _hard(prepared: Mapping[str, str]) -> None:
    hard_cases.publish(prepared)


@pytest.mark.timeout(900)  # half a hundred pages, each laid out and looked at twice; a busy machine takes long
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_clean(browser: Browser, served: str, width: int) -> None:
    context = browser.new_context(base_url=served, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"{request.url}: {request.failure}"))

    faults = {address: found for address in (*PAGES, *TROUBLES) if (found := faults_of(page, address, said))}

    assert faults == {}
    assert context.cookies() == []
    context.close()


def faults_of(page: Page, address: str, said: list[str]) -> list[str]:
    """What somebody would stumble over on this page; what the browser said of it is taken from `said`.

    The theme changes colours and nothing else, so that in the dark the contrast alone is looked at again.
    """
    said.clear()
    page.emulate_media(color_scheme="light")
    answer = page.goto(address)
    assert answer is not None
    found = [] if (answer.status < 400) is (address in PAGES) else [f"it answers {answer.status}"]
    found += barriers(page)
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("it runs over at the side")
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark, {one}" for one in barriers(page, "color-contrast")]
    return found + [one for one in said if not (address in TROUBLES and REFUSED in one)]
