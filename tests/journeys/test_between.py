"""An analyst asks what stands between two parties, without script and with few clicks."""

from playwright.sync_api import Page, expect


def test_an_analyst_asks_what_bound_japan_and_the_philippines_on_a_day_and_why(browser_page: Page) -> None:
    browser_page.goto("/")
    browser_page.get_by_role("navigation", name="Main").get_by_role("link", name="Parties").click()
    browser_page.get_by_role("link", name="Between two of them").click()
    browser_page.get_by_label("One party").fill("Japan")
    browser_page.get_by_label("The other").fill("phl")
    browser_page.get_by_role("main").get_by_role("button", name="Show").click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Japan and the Philippines")

    browser_page.get_by_label("As of").fill("2025-10-01")
    browser_page.get_by_label("As of").press("Enter")

    main = browser_page.locator("main")
    expect(main).to_contain_text("On 1 October 2025, 2 agreements were in force between Japan and the Philippines")
    expect(main).to_contain_text("both bound since 11 September 2025: entered into force on 11 September 2025")
    expect(main).to_contain_text("VCLT art. 26")


def test_an_analyst_finds_what_japan_has_with_australia_but_not_with_the_philippines(browser_page: Page) -> None:
    browser_page.goto("/parties/JPN/")
    browser_page.get_by_role("row", name="Philippines").get_by_role("link").first.click()
    gaps = browser_page.get_by_role("region", name="What Japan has with others, not with the Philippines")
    expect(gaps).to_contain_text("not with the Philippines: signed January 2026, not in force.")

    gaps.get_by_role("row", name="Logistics").get_by_role("link", name="Australia").click()

    expect(browser_page.get_by_role("heading", level=1)).to_contain_text("Australia and Japan are parties")
    expect(browser_page.locator("main")).to_contain_text("1 agreement")
