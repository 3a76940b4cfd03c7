"""The house stands: a browser gets an answer."""

from playwright.sync_api import Page


def test_a_browser_is_told_that_the_house_stands(browser_page: Page, troubles: list[str]) -> None:
    answer = browser_page.goto("/healthz")

    assert answer is not None
    assert answer.status == 200
    assert browser_page.inner_text("body") == "ok"
    assert browser_page.context.cookies() == []
    assert [trouble for trouble in troubles if "/favicon.ico" not in trouble] == []  # no page, so no icon is named
