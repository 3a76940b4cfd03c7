"""A pact from a press release to the public, and edited again behind it."""

import json
import re

from playwright.sync_api import Page, expect

from tests.journeys.entering import ADD, TITLE, enter_the_pact

MOST_INTERACTIONS = 60
SUMMARY = "Each supplies the other with food, fuel and ammunition in exercises and operations."
LATER = f"{TITLE}, as amended"


def api(page: Page, reference: str) -> dict[str, object]:
    """What a script reads of the record."""
    return dict(json.loads(page.request.get(f"/api/v1/agreements/{reference}/").text()))


def waiting(reviewer: Page) -> None:
    reviewer.goto("/desk/")
    reviewer.get_by_role("region", name=re.compile("Waiting for review")).get_by_role("link", name=TITLE).first.click()


def enter_and_submit(editor: Page) -> str:
    """Entered from nothing, cited, and submitted; the register asks whether it has it already. Returns the draft's address."""
    editor.goto(ADD)
    typing = enter_the_pact(editor)
    typing.presses("Save and continue editing")
    draft = editor.url
    typing.presses("Submit for review")
    expect(editor.locator("main")).to_contain_text("it looks like what is here already")
    typing.presses("It is another: submit it")
    expect(editor.locator(".messagelist")).to_contain_text("waits for review")
    assert typing.interactions <= MOST_INTERACTIONS, typing.interactions
    return draft


def mend_and_submit(editor: Page, draft: str) -> None:
    """What came back with a comment is mended and submitted again."""
    editor.goto(draft)
    expect(editor.locator(".steps-comment")).to_contain_text("Say in the summary what they supply.")
    editor.locator("details.own-more summary").click()
    editor.locator("#id_summary").fill(SUMMARY)
    editor.get_by_role("button", name="Save and continue editing").click()
    editor.get_by_role("button", name="Submit for review").click()
    editor.get_by_role("button", name="It is another: submit it").click()


def test_a_pact_goes_from_a_press_release_to_the_public_and_is_edited_again_behind_it(desks: dict[str, Page], troubles: list[str]) -> None:
    editor, reviewer = desks["editor"], desks["reviewer"]
    draft = enter_and_submit(editor)
    waiting(reviewer)
    reviewer.get_by_label("What its editor should mend").fill("Say in the summary what they supply.")
    reviewer.get_by_role("button", name="Return with this comment").click()
    mend_and_submit(editor, draft)

    # published: what was read is what the public and scripts see
    waiting(reviewer)
    expect(reviewer.locator("main")).to_contain_text(SUMMARY)
    reviewer.get_by_role("button", name="Publish").click()
    link = reviewer.locator(".messagelist").get_by_role("link")
    public = str(link.get_attribute("href"))
    reference = public.strip("/").rpartition("/")[2]
    link.click()
    expect(reviewer.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reviewer.locator("main")).to_contain_text(SUMMARY)
    expect(reviewer.locator("#standing")).to_contain_text("Signed")
    assert api(editor, reference)["summary"] == SUMMARY

    # edited again: the public still sees the old
    editor.goto(draft)
    editor.locator("#id_title").fill(LATER)
    editor.get_by_role("button", name="Save and continue editing").click()
    expect(editor.locator(".steps-state")).to_contain_text("Edited since publication")
    reviewer.goto(public)
    expect(reviewer.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert api(editor, reference)["title"] == TITLE
    assert troubles == []
