"""One's own account in a browser: signing in, the second factor, tokens, a new password, being locked out."""

import base64
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect

from tests import serving
from tests.journeys.accessibility import barriers

SIZES = ((1280, "light"), (390, "dark"))
PICTURES = os.environ.get("ENTENTE_PICTURES", "")  # a folder, for whoever wants to look


def look(page: Page, name: str) -> None:
    """Clean for axe, within the window, at both sizes and in both themes."""
    for width, theme in SIZES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}-{theme}.png", full_page=True)
        assert barriers(page) == [], f"{name} at {width} px, {theme}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} runs over at {width} px"


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/desk/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def guarded(prepared: dict[str, str]) -> Iterator[str]:
    """The same register, where publishing needs a second factor."""
    with serving.serve({**prepared, "ENTENTE_TWO_FACTOR": "1"}) as address:
        yield address


def test_a_token_is_made_and_revoked_by_keyboard_and_without_script(browser: Browser, served: str, browser_page: Page) -> None:
    sign_in(browser_page, "editor", "editor-demo")
    browser_page.get_by_role("link", name="Your account").click()
    browser_page.wait_for_url("**/desk/account/")
    look(browser_page, "account")
    browser_page.get_by_label("Name:").focus()
    browser_page.keyboard.type("Nightly import")
    for _ in range(2):  # to "read", then on to "write"
        browser_page.keyboard.press("Tab")
        browser_page.keyboard.press("Space")
    browser_page.keyboard.press("Enter")
    expect(browser_page.get_by_text("it is not shown again")).to_be_visible()
    look(browser_page, "token-made")
    assert re.search(r"entente_[0-9a-f]{64}", browser_page.content())

    cookies = browser_page.context.storage_state()
    with browser.new_context(base_url=served, storage_state=cookies, java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto("/desk/account/")
        revoke = page.get_by_role("button", name="Revoke Nightly import")
        expect(page.locator("li, tr").filter(has=revoke)).to_contain_text("may read, write")
        revoke.click()
        expect(page.get_by_text("The token “Nightly import” is revoked.")).to_be_visible()
        expect(revoke).to_have_count(0)


def test_a_reviewer_sets_up_a_second_factor_and_shows_it_at_the_next_sign_in(browser: Browser, guarded: str) -> None:
    with browser.new_context(base_url=guarded, locale="en-GB") as context:
        page = context.new_page()
        sign_in(page, "data_manager", "data_manager-demo")
        page.goto("/desk/account/")
        look(page, "account-alone")
        page.get_by_role("button", name="Sign out").click()

    with browser.new_context(base_url=guarded, locale="en-GB") as context:
        page = context.new_page()
        sign_in(page, "administrator", "administrator-demo")
        look(page, "second-factor-offered")
        page.get_by_role("button", name="Set up an authenticator").click()
        page.wait_for_load_state()  # the picture is there by then
        assert page.get_by_alt_text("QR code").evaluate("image => image.complete && image.naturalWidth > 0")
        look(page, "second-factor")
        key = bytes_of(page.locator(".shown-once code").inner_text())
        page.get_by_label("Code").fill("000000")
        page.get_by_role("button", name="Confirm").click()
        expect(page.get_by_text("not right")).to_be_visible()
        look(page, "second-factor-wrong")
        page.wait_for_timeout(1100)  # each wrong code makes the next one wait
        page.get_by_label("Code").fill(f"{totp(key):06d}")
        page.keyboard.press("Enter")
        expect(page.get_by_text("they are not shown again")).to_be_visible()
        look(page, "recovery-codes")
        spare = page.locator(".codes code").first.inner_text()
        page.get_by_role("link", name="I have kept them").click()
        page.locator("#logout-form").get_by_role("button").click()

        sign_in(page, "administrator", "administrator-demo")
        look(page, "code")
        page.get_by_label("Code").fill(spare)
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Your account")).to_be_visible()
        page.goto("/desk/accounts/person/")
        expect(page.get_by_role("heading", name="People")).to_be_visible()


def bytes_of(secret: str) -> bytes:
    return base64.b32decode(secret.replace(" ", ""))


def test_a_new_password(browser_page: Page) -> None:
    sign_in(browser_page, "contributor", "contributor-demo")
    browser_page.goto("/desk/password_change/")
    look(browser_page, "password")
    browser_page.get_by_label("Old password").fill("wrong")
    browser_page.get_by_label("New password:").fill("short")
    browser_page.get_by_label("New password confirmation").fill("short")
    browser_page.keyboard.press("Enter")
    expect(browser_page.get_by_text("Your old password was entered incorrectly")).to_be_visible()
    look(browser_page, "password-wrong")


def test_guessing_ends_at_a_page_that_says_when_to_try_again(browser_page: Page) -> None:
    for number in range(5):
        sign_in(browser_page, "nobody at all", f"guess {number}")
    expect(browser_page.get_by_text("Try again from")).to_be_visible()
    look(browser_page, "locked")
