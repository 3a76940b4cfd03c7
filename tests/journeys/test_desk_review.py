"""A record on its way to the public: submitted, returned with a comment, mended, published, with two people at two desks."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.accessibility import barriers

TITLE = "Exchange of Notes on Reciprocal Harbour Visits"


def edit_public_record(editor: Page, reference: str) -> None:
    """Open the desk copy of a public record by its reference."""
    editor.goto(f"/desk/agreements/agreement/?q={reference}")
    editor.locator("#result_list tbody th a").first.click()


def save_and_submit(editor: Page, field: str, text: str) -> None:
    if not editor.locator(field).is_visible():
        editor.locator("details.own-more summary").click()
    editor.locator(field).fill(text)
    editor.locator("input[name=_continue]").click()
    expect(editor.locator(".steps-state")).to_contain_text(re.compile("Edited since publication|Returned"))
    editor.get_by_role("button", name="Submit for review").click()
    expect(editor.locator(".messagelist")).to_contain_text("waits for review")


def open_waiting(reviewer: Page) -> None:
    reviewer.goto("/desk/")
    reviewer.get_by_role("region", name=re.compile("Waiting for review")).get_by_role("link", name=TITLE).first.click()
    expect(reviewer.get_by_role("heading", level=1)).to_contain_text(TITLE)


def test_a_change_is_submitted_returned_mended_and_published(desks: dict[str, Page], troubles: list[str]) -> None:
    editor, reviewer = desks["editor"], desks["reviewer"]

    # the editor changes a public record, and submits it
    edit_public_record(editor, "E0310")
    public = str(editor.get_by_role("link", name="Open as public").get_attribute("href"))
    save_and_submit(editor, "#id_title", TITLE)

    # the reviewer reads what differs, and gives it back
    open_waiting(reviewer)
    expect(reviewer.locator("ins").first).to_contain_text(TITLE)
    assert barriers(reviewer) == []
    reviewer.get_by_label("What its editor should mend").fill("Say in the summary what they exchanged.")
    reviewer.get_by_role("button", name="Return with this comment").click()
    expect(reviewer.locator(".messagelist")).to_contain_text("is returned to editor")

    # the editor finds it at home, mends it, and submits it again
    editor.goto("/desk/")
    returned = editor.get_by_role("region", name=re.compile("Returned to you"))
    expect(returned).to_contain_text("Say in the summary what they exchanged.")
    assert barriers(editor) == []
    returned.get_by_role("link", name=TITLE).click()
    save_and_submit(editor, "#id_summary", "Each may call at the other's harbours.")

    # the public still sees the old; the reviewer publishes; the public sees the new
    assert TITLE not in str(editor.request.get(public).text())
    open_waiting(reviewer)
    expect(reviewer.locator(".changes")).to_contain_text("Each may call at the other's harbours.")
    reviewer.get_by_role("button", name="Publish").click()
    reviewer.locator(".messagelist").get_by_role("link").click()
    expect(reviewer.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reviewer.locator("main")).to_contain_text("Each may call at the other's harbours.")

    # and the history tells it all
    edit_public_record(editor, "E0310")
    editor.get_by_role("link", name="History").first.click()
    for deed in ("Admitted", "Saved", "Submitted", "Returned", "Published"):
        expect(editor.locator(".deeds")).to_contain_text(deed)
    assert barriers(editor) == []
    assert troubles == []


WHOSE = {
    "editor": (
        "/desk/",
        "/desk/work/unverified/",
        "/desk/register/",
        "/desk/register/kind-is-coded/",
        "/desk/agreements/",
        "/desk/editorial/submission/",
    ),
    "reviewer": ("/desk/", "/desk/work/publications/", "/desk/agreements/agreement/1/history/", "/desk/agreements/agreement/1/retract/"),
}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_pages_of_the_desk_set_no_barriers_and_do_not_scroll_sideways(
    desks: dict[str, Page], troubles: list[str], width: int, scheme: str
) -> None:
    for name, addresses in WHOSE.items():
        page = desks[name]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for address in addresses:
            page.goto(address)
            assert barriers(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert troubles == []


def test_signing_in_and_striking_a_row_set_no_barriers(desks: dict[str, Page], browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served)
    page = context.new_page()
    page.goto("/desk/login/")
    assert barriers(page) == []
    context.close()
    editor = desks["editor"]
    editor.goto("/desk/provisions/provision/")
    editor.locator("#result_list tbody th a").first.click()
    editor.locator("a.deletelink").click()
    expect(editor.get_by_role("button", name="Delete it")).to_be_visible()
    assert barriers(editor) == []
