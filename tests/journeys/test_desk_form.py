"""An editor with a press release in hand enters the Japan–Philippines agreement in one form."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import barriers

MOST_INTERACTIONS = 60
TITLE = "Acquisition and Cross-Servicing Agreement (Japan - Philippines)"
SIGNED = "signed by the two foreign ministers, Toshimitsu Motegi and Theresa Lazaro"
PENDING = "pending: Japanese legislators must approve before it takes effect"
SOURCE = "Japan and the Philippines have signed a new defense pact (news digest)"
LIST = "/desk/agreements/agreement/"
ADD = "/desk/agreements/agreement/add/"


class Editor:
    """Somebody at the form; each click, each field filled by typing and each choice counts one."""

    def __init__(self, page: Page) -> None:
        self.page, self.interactions = page, 0

    def _at(self, name: str) -> Any:
        return self.page.locator(f"#id_{name}")

    def types(self, name: str, text: str) -> None:
        self.interactions += 1
        self._at(name).fill(text)

    def chooses(self, name: str, label: str) -> None:
        self.interactions += 1
        self._at(name).select_option(label=label)

    def ticks(self, name: str) -> None:
        self.interactions += 1
        self._at(name).check()

    def presses(self, button: str) -> None:
        self.interactions += 1
        self.page.get_by_role("button", name=button, exact=True).click()


def complaints(troubles: list[str]) -> list[str]:
    """What the browser complained of; that a look beside the form was under way when its page was left is no complaint."""
    return [said for said in troubles if "/beside/: net::ERR_ABORTED" not in said]


def sign_in(page: Page, person: str = "editor") -> None:
    page.goto("/desk/")
    page.get_by_label("Username").fill(person)
    page.get_by_label("Password").fill(f"{person}-demo")
    page.get_by_role("button", name=re.compile("Log in|Sign in")).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_pact_is_entered_and_cited_from_a_press_release_in_sixty_interactions(browser_page: Page, troubles: list[str]) -> None:
    sign_in(browser_page)
    browser_page.goto(ADD)
    beside = browser_page.locator("#beside")
    editor = Editor(browser_page)

    editor.types("title", TITLE)
    editor.chooses("kind", "Acquisition and cross-servicing")
    expect(browser_page.locator("#id_kind_definition")).to_contain_text("supply each other with logistic support")
    editor.chooses("form", "Agreement")
    editor.chooses("character", "Binding treaty")
    editor.chooses("laterality", "Bilateral")
    editor.types("add_parties", "Japan, PHL")
    editor.chooses("events-0-kind", "Signed")
    editor.types("events-0-date", "Jan 2026")
    expect(browser_page.locator("#id_events-0-date_words")).to_have_text("January 2026")
    editor.types("events-0-cite_quote", SIGNED)
    editor.ticks("events-0-cite_verified")
    editor.chooses("events-1-kind", "Ratified")
    editor.types("events-1-party", "Japan")
    editor.chooses("events-1-occurrence", "Awaited")
    editor.types("events-1-cite_quote", PENDING)
    editor.types("new_source_title", SOURCE)
    editor.chooses("new_source_kind", "Press")
    editor.types("new_source_url", "https://news.example/japan-philippines")
    editor.types("new_source_published", "Jan 2026")

    expect(beside).to_contain_text("The rule book finds nothing to mend.")
    expect(beside).to_contain_text("Signatory since January 2026")
    expect(beside).to_contain_text("Ratified by Japan, still awaited.")
    editor.presses("Save and continue editing")

    expect(browser_page.get_by_text("was added successfully")).to_be_visible()
    expect(browser_page.locator("#events-group .cited").first).to_contain_text(SIGNED)
    expect(browser_page.locator("#events-group .cited").nth(1)).to_contain_text("not verified")
    expect(browser_page.locator("#id_participations-1-party")).to_have_value("Philippines (PHL)")
    expect(beside).to_contain_text("The rule book finds nothing to mend.")
    assert editor.interactions <= MOST_INTERACTIONS, editor.interactions
    assert complaints(troubles) == []


def test_a_finding_leads_to_its_field_and_a_row_is_added_by_the_keyboard(browser_page: Page, troubles: list[str]) -> None:
    sign_in(browser_page)
    browser_page.goto(ADD)
    beside = browser_page.locator("#beside")
    browser_page.locator("#id_title").fill("A pact")
    browser_page.locator("#id_events-0-kind").select_option(label="Signed")
    browser_page.locator("#id_events-0-date").fill("03/04/2023")

    link = beside.get_by_role("link", name="may be read in two ways")
    expect(link).to_be_visible()
    link.focus()
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator("#id_events-0-date")).to_be_focused()
    browser_page.locator("#id_events-0-date").fill("3 April 2023")
    expect(browser_page.locator("#id_events-0-date_words")).to_have_text("3 April 2023")

    browser_page.get_by_role("button", name="Add a party, in any role").focus()
    browser_page.keyboard.press("Enter")
    field = browser_page.locator("#id_participations-0-party")
    expect(field).to_be_focused()
    browser_page.keyboard.type("ceylon")
    option = browser_page.get_by_role("option", name="Sri Lanka (LKA)")
    expect(option).to_be_visible()
    assert complaints(troubles) == []  # before axe, whose way of reading the admin's @import the policy refuses
    assert barriers(browser_page) == []
    browser_page.keyboard.press("ArrowDown")
    browser_page.keyboard.press("Enter")
    expect(field).to_have_value("Sri Lanka (LKA)")
    expect(browser_page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
def test_the_form_and_the_list_are_clean_for_everybody_at_every_size(browser_page: Page, width: int, theme: Any) -> None:
    sign_in(browser_page)
    browser_page.emulate_media(color_scheme=theme)
    browser_page.set_viewport_size({"width": width, "height": 800})
    browser_page.goto(f"{LIST}?q=ANZUS")
    browser_page.locator("#result_list tbody th a").first.click()
    expect(browser_page.locator("#agreement_form")).to_be_visible()
    for address in (browser_page.url, ADD, LIST, f"{LIST}?q=japan&state=published"):
        browser_page.goto(address)
        if LIST not in (address, address.partition("?")[0]):
            expect(browser_page.locator("#beside .tally")).to_be_visible(timeout=15_000)
        assert barriers(browser_page) == [], f"{address} at {width} px, {theme}"
        wide = browser_page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address} runs over at {width} px: {wide}"
    browser_page.goto(ADD)
    browser_page.get_by_role("button", name="Save", exact=True).click()
    expect(browser_page.locator(".errornote")).to_be_visible()
    assert barriers(browser_page) == [], f"with errors at {width} px, {theme}"


def test_two_editors_collide_and_the_second_sees_both(browser_page: Page, troubles: list[str]) -> None:
    sign_in(browser_page)
    browser_page.goto(ADD)
    browser_page.locator("#id_title").fill("A disputed pact")
    browser_page.get_by_role("button", name="Save and continue editing").click()
    expect(browser_page.get_by_text("was added successfully")).to_be_visible()
    other = browser_page.context.new_page()
    other.goto(browser_page.url)
    other.locator("#id_title").fill("Their title")
    other.get_by_role("button", name="Save and continue editing").click()
    expect(other.get_by_text("was changed successfully")).to_be_visible()

    browser_page.locator("#id_title").fill("My title")
    browser_page.get_by_role("button", name="Save and continue editing").click()

    both = browser_page.get_by_role("region", name="Two versions")
    expect(both).to_contain_text("Their title")
    expect(both).to_contain_text("My title")
    expect(browser_page.locator("#id_title")).to_have_value("My title")
    assert complaints(troubles) == []
    assert barriers(browser_page) == []
    both.get_by_role("button", name="Keep mine over theirs").click()
    expect(browser_page.get_by_role("link", name="My title").first).to_be_visible()
