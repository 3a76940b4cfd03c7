"""Swagger's page of the API: an operation is tried out, in both themes and widths, and nothing is refused, missing or unreadable."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.accessibility import barriers

PAGE = "/api/v1/docs/try/"


def opened(page: Page, operation: str) -> None:
    page.locator(f"#operations-{operation} .opblock-summary-control").click()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("width", [390, 1280])
def test_an_operation_is_tried_out(browser: Browser, served: str, width: int) -> None:
    context = browser.new_context(base_url=served, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(60_000)  # it makes a page of half a megabyte of description
    page, said, hosts = context.new_page(), list[str](), set[str]()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))

    page.goto(PAGE)
    opened(page, "Agreements-read_standing")
    expect(page.get_by_role("textbox", name="reference")).to_have_value("E0074")
    page.get_by_role("textbox", name="as_of").fill("1955-01-01")
    page.get_by_role("button", name="Execute").click()
    answer = page.locator(".live-responses-table")

    expect(answer.locator(".response-col_status").last).to_contain_text("200")
    expect(answer).to_contain_text('"reference": "E0074"')
    expect(answer).to_contain_text('"as_of": "1955-01-01"')
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert (scheme, barriers(page)) == (scheme, [])
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert hosts - {""} == {urlsplit(served).netloc}  # a picture in a style sheet has no host
    assert (said, context.cookies()) == ([], [])
    context.close()


@pytest.mark.timeout(300)
def test_a_list_is_asked_with_what_was_filled_in_and_nothing_else(browser_page: Page, troubles: list[str]) -> None:
    browser_page.set_default_timeout(60_000)
    browser_page.goto(PAGE)
    opened(browser_page, "Agreements-list_agreements")
    browser_page.locator("tr[data-param-name=limit] input").fill("2")
    browser_page.get_by_role("button", name="Execute").click()

    expect(browser_page.locator(".request-url")).to_contain_text("limit=2")
    assert "cursor" not in browser_page.locator(".request-url").inner_text()
    expect(browser_page.locator(".live-responses-table .response-col_status").last).to_contain_text("200")
    assert troubles == []
