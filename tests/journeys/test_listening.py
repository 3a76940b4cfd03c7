"""What the journeys take for a complaint of the browser, and what not."""

from playwright.sync_api import Page

ASK_OFTEN = "address => { for (let number = 0; number < 8; number++) fetch(address + number) }"
LOOK_BESIDE = "address => { for (let number = 0; number < 8; number++) htmx.ajax('GET', address + number, document.body) }"


def test_a_request_under_way_when_its_page_is_left_is_no_complaint(browser_page: Page, troubles: list[str]) -> None:
    browser_page.goto("/agreements/")
    browser_page.evaluate(ASK_OFTEN, "/agreements/?limit=200&q=")
    browser_page.goto("/about/data/")
    browser_page.goto("/agreements/")
    browser_page.evaluate(LOOK_BESIDE, "/agreements/?limit=200&q=")
    browser_page.goto("/about/data/")

    assert troubles == []


def test_a_request_that_fails_an_answer_that_is_refused_and_a_broken_script_are(browser_page: Page, troubles: list[str]) -> None:
    for deed, said in (
        ("fetch('/no/such/page/')", "404"),
        ("fetch('http://elsewhere.example/').catch(() => null)", "Content Security Policy"),
        ("setTimeout(() => { throw new Error('broken') })", "broken"),
    ):
        browser_page.goto("/about/data/")
        troubles.clear()
        browser_page.evaluate(deed)
        for _ in range(100):  # tenths of a second: a busy browser is late
            if said in " ".join(troubles):
                break
            browser_page.wait_for_timeout(100)

        assert said in " ".join(troubles), deed
