"""An editor codes a provision, cites a source for it, and marks it verified: with scripts, without them, by keyboard."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.accessibility import barriers

SIZES = ((1280, "light"), (390, "dark"))
KINDS = ("cost_sharing", "logistics", "status_of_forces", "final_clauses", "equipment")


def sign_in(page: Page) -> None:
    page.goto("/desk/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "editor-demo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")


def agreement(page: Page, reference: str) -> str:
    """The address of the agreement's form on the desk."""
    page.goto(f"/desk/agreements/agreement/?q={reference}")
    href = page.locator("#result_list tbody a").first.get_attribute("href")
    assert href
    return re.sub(r"\?.*", "", href)


def add_to(page: Page, reference: str) -> str:
    key = re.findall(r"\d+", agreement(page, reference))[-1]
    return f"/desk/provisions/provision/add/?agreement={key}"


def test_a_provision_is_coded_cited_and_verified(browser_page: Page, troubles: list[str]) -> None:
    page = browser_page
    sign_in(page)
    page.goto(agreement(page, "E0172"))
    page.get_by_role("link", name="Add a provision").first.click()
    page.wait_for_load_state()
    page.get_by_label("Quote:", exact=True).first.fill("Typed before the kind was chosen")

    page.get_by_label("Kind:").select_option("logistics")
    expect(page.get_by_role("heading", name="Attributes of Logistics")).to_be_visible()
    ammunition = page.get_by_role("group", name="Categories of support").get_by_label("Ammunition")
    ammunition.check()
    page.get_by_label("Scope", exact=True).fill("Exercises")
    page.get_by_label("Kind:").select_option("equipment")
    expect(page.get_by_role("heading", name="Attributes of Equipment")).to_be_visible()
    expect(page.get_by_label("Scope", exact=True)).to_have_value("Exercises")
    page.get_by_label("Kind:").select_option("logistics")
    expect(ammunition).to_be_checked()
    assert page.get_by_label("Quote:", exact=True).first.input_value() == "Typed before the kind was chosen"
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/agreements/agreement/*/change/#provisions")

    page.get_by_role("link", name="Evidence").first.click()
    page.get_by_role("link", name=re.compile("Add a citation for Logistics")).last.click()
    page.wait_for_load_state()
    page.get_by_label("Another source").press_sequentially("treaty")
    page.locator("#found input[type=radio]").first.check()
    page.get_by_label("Article:").fill("VI")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/evidence/#provision-*")
    fact = page.locator(".fact:target")
    expect(fact).to_contain_text("art. VI")
    fact.get_by_role("button", name=re.compile("Mark verified")).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fact:target")).to_contain_text("by editor on")
    assert troubles == []


def test_the_attributes_are_shown_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    sign_in(page)
    page.goto(add_to(page, "E0172"))
    page.get_by_label("Kind:").select_option("cost_sharing")
    page.get_by_role("button", name="Show its attributes").click()
    page.locator("[name=terms-yearly_amounts-1-year]").fill("2026")
    page.get_by_role("button", name="Show its attributes again").click()

    expect(page.locator("[name=terms-yearly_amounts-1-year]")).to_have_value("2026")
    expect(page.locator("[name=terms-yearly_amounts-3-year]")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Fill this in: the row needs it.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_a_kind_is_clean_for_everybody(browser_page: Page, kind: str) -> None:
    sign_in(browser_page)
    look_at(browser_page, f"{add_to(browser_page, 'E0172')}&kind={kind}")


@pytest.mark.parametrize("rest", ["evidence/", "evidence/record/add/"])
def test_the_evidence_pages_are_clean_for_everybody(browser_page: Page, rest: str) -> None:
    sign_in(browser_page)
    look_at(browser_page, agreement(browser_page, "E0172").replace("change/", rest))


@pytest.mark.parametrize("address", ["source/", "source/add/"])
def test_the_sources_are_clean_for_everybody(browser_page: Page, address: str) -> None:
    sign_in(browser_page)
    look_at(browser_page, f"/desk/agreements/{address}")


def look_at(page: Page, address: str) -> None:
    for width, theme in SIZES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)

        assert barriers(page) == [], f"at {width} px, {theme}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"the page runs over at {width} px"
