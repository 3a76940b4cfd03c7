"""An analyst reads the starting register in a real browser."""

from playwright.sync_api import Page, expect

from tests.journeys.entering import sign_in
from tests.journeys.pages import PAGES


def test_an_analyst_asks_what_bound_two_states_on_a_day_and_why(browser_page: Page) -> None:
    browser_page.goto("/")
    browser_page.get_by_role("link", name="What bound Japan and the United States in 1955?").click()
    expect(browser_page.get_by_role("heading", level=1)).to_contain_text("1 January 1955")
    expect(browser_page.get_by_role("link", name="Treaty of Mutual Cooperation and Security")).to_have_count(0)

    browser_page.get_by_role("link", name="Security Treaty between the United States of America and Japan").click()

    expect(browser_page.get_by_text("Shown as of 1 January 1955.")).to_be_visible()
    expect(browser_page.locator("main")).to_contain_text("In force from 28 April 1952 until 23 June 1960")
    browser_page.get_by_text("How this was concluded").click()
    expect(browser_page.locator("main")).to_contain_text("VCLT art. 24")
    browser_page.get_by_role("link", name="Treaty of Mutual Cooperation and Security").first.click()
    expect(browser_page.get_by_role("heading", level=1)).to_contain_text("Treaty of Mutual Cooperation and Security")


def test_a_search_is_narrowed_and_lifted_by_the_keyboard_alone(browser_page: Page) -> None:
    browser_page.goto("/agreements/")
    browser_page.keyboard.press("Tab")
    expect(browser_page.locator(":focus")).to_have_text("Skip to the content")
    browser_page.get_by_role("searchbox").focus()
    browser_page.keyboard.type("visiting forces")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**q=visiting*")
    found = browser_page.locator("main").inner_text()
    assert "forces" in found.lower()

    browser_page.get_by_role("link", name="Lift").first.focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url(lambda address: "q=" not in address)


def test_no_page_holds_a_script_that_is_not_a_small_file_of_this_host(browser_page: Page) -> None:
    for address in PAGES:
        browser_page.goto(address)
        sources = browser_page.locator("script").evaluate_all("all => all.map(one => one.getAttribute('src'))")
        assert all(source and source.startswith("/static/") for source in sources), address


def test_an_editor_opens_the_desk_and_a_form_without_a_complaint(browser_page: Page, troubles: list[str]) -> None:
    sign_in(browser_page)
    expect(browser_page.get_by_role("heading", level=1)).to_contain_text("The desk")

    browser_page.goto("/desk/agreements/agreement/add/")

    expect(browser_page.locator("#id_title")).to_be_visible()
    assert troubles == []
