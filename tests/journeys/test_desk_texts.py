"""An editor uploads a treaty, picks a passage of it, and sees it cited with its span; with the mouse, and by the keyboard alone."""

import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import barriers
from tests.journeys.entering import sign_in
from tests.records import files

pytestmark = pytest.mark.timeout(300)  # each journey makes a file, has it read, and looks at its pages in four ways

PAGES = (
    ["Agreement concerning Logistics", "Article 1", "The Parties shall consult at the request of either Party."],
    ["Article 2", "Each Party shall provide “fuel” and food to the forces", "of the other Party, upon reimbursement."],
)
PASSAGE = "Each Party shall provide “fuel” and food to the forces\nof the other Party"
SELECT = """([first, last]) => {
  const words = [...document.querySelectorAll("#text-words [data-begin]")].find((each) => each.textContent.includes(first));
  const node = [...words.childNodes].find((each) => each.textContent.includes(first));
  const range = document.createRange();
  range.setStart(node, node.textContent.indexOf(first));
  range.setEnd(node, node.textContent.indexOf(last) + last.length);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}"""
SIZES = ((1280, "light"), (1280, "dark"), (390, "light"), (390, "dark"))


def open_an_agreement(page: Page) -> None:
    page.goto("/desk/agreements/agreement/?q=Treaty+of+Mutual+Cooperation+and+Security")
    page.locator("#result_list tbody a").first.click()
    page.locator(".object-tools").get_by_role("link", name="Texts").click()


def upload(page: Page, folder: Path, name: str, content: bytes, title: str) -> None:
    path = folder / name
    path.write_bytes(content)
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_label("Language").fill("en")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Authentic").select_option("true")
    page.get_by_role("button", name="Upload").click()


def clean(page: Page) -> None:
    for width, theme in SIZES:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        assert barriers(page) == [], f"at {width} px, {theme}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"the page runs over at {width} px"
    page.set_viewport_size({"width": 1280, "height": 900})


def test_an_editor_uploads_a_pdf_and_picks_a_quotation(browser_page: Page, served: str, troubles: list[str], tmp_path: Path) -> None:
    sign_in(browser_page)
    open_an_agreement(browser_page)
    clean(browser_page)
    upload(browser_page, tmp_path, "logistics.txt", files.pdf(*PAGES), "Agreement concerning Logistics")

    expect(browser_page.locator(".messagelist")).to_contain_text("Its name says plain text; its content is a PDF.")
    expect(browser_page.locator("#text-words")).to_contain_text("Each Party shall provide “fuel”", timeout=30_000)
    expect(browser_page.get_by_role("heading", name="Page 2")).to_be_visible()
    browser_page.evaluate(SELECT, ["Each Party", "the other Party"])
    browser_page.get_by_role("button", name="Cite this").click()
    expect(browser_page.get_by_label("It shows")).to_be_focused()
    assert browser_page.get_by_label("Quotation").input_value() == PASSAGE
    browser_page.get_by_label("It shows").select_option("record")
    browser_page.get_by_label("Article").fill("2")
    expect(browser_page.get_by_label("Cite the text as")).to_have_value("kind:authentic_text")
    browser_page.get_by_role("button", name="Save the citation").click()

    expect(browser_page.locator("mark.cited")).to_have_text(PASSAGE)
    cited = browser_page.locator("table.text-list tbody tr")
    expect(cited).to_contain_text("“Each Party shall provide “fuel” and food to the forces of the other Party”")
    begin = int(browser_page.url.partition("at=")[2].partition("#")[0])
    expect(cited).to_contain_text(f"Characters {begin} to {begin + len(PASSAGE)}")
    clean(browser_page)
    assert troubles == []
    with urllib.request.urlopen(f"{served}/agreements/?q=reimbursement", timeout=10) as answer:  # nothing of it is public
        assert "Agreement concerning Logistics" not in answer.read().decode()


def test_a_passage_is_cited_by_the_keyboard_alone(browser_page: Page, tmp_path: Path) -> None:
    sign_in(browser_page)
    open_an_agreement(browser_page)
    upload(browser_page, tmp_path, "keyboard.docx", files.docx("Article 1", "The Parties keep their forces ready."), "By keyboard")
    paragraph = browser_page.get_by_role("link", name="Cite the paragraph from character 11")
    expect(paragraph).to_be_visible(timeout=30_000)
    paragraph.focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**begin=11*")
    assert browser_page.get_by_label("Quotation").input_value() == "The Parties keep their forces ready."
    browser_page.get_by_label("It shows").focus()
    browser_page.keyboard.press("ArrowDown")
    browser_page.get_by_label("Article").focus()
    browser_page.keyboard.type("1")
    browser_page.keyboard.press("Enter")

    expect(browser_page.locator(".messagelist")).to_contain_text("Cited for “The record as a whole”, characters 11 to 47")


@pytest.mark.parametrize("content", [files.locked_pdf(), files.empty_pages(2)], ids=["locked", "scan"])
def test_a_text_without_words_says_why_and_is_clean(browser_page: Page, tmp_path: Path, content: bytes) -> None:
    sign_in(browser_page)
    open_an_agreement(browser_page)
    upload(browser_page, tmp_path, "no-words.pdf", content, "Without words")

    expect(browser_page.locator(".text-trouble")).to_contain_text("The file is kept", timeout=30_000)
    clean(browser_page)
