"""Somebody types, and presses a button of another form or follows a link before saving."""

from playwright.sync_api import Dialog, Page, expect

from tests.journeys.entering import ADD, sign_in


def test_what_is_not_saved_is_not_left_without_a_question(browser_page: Page, troubles: list[str]) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    sign_in(browser_page)
    browser_page.goto(ADD)
    browser_page.on("dialog", stay)
    browser_page.locator("#id_title").press_sequentially("Pact of the unsaved")
    browser_page.get_by_role("link", name="Sources", exact=True).click(no_wait_after=True)
    expect(browser_page.locator("#id_title")).to_have_value("Pact of the unsaved")
    assert asked == ["beforeunload"]

    browser_page.get_by_role("button", name="Save and continue editing").click()  # which asks nothing
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Pact of the unsaved")
    browser_page.get_by_role("link", name="Sources", exact=True).click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Sources")
    assert asked == ["beforeunload"]
    assert troubles == []
