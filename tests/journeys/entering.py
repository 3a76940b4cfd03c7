"""An editor at the agreement's form, with the press release on the agreement of Japan and the Philippines in hand."""

from typing import Any

from playwright.sync_api import Page, expect

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


def sign_in(page: Page, person: str = "editor") -> None:
    page.goto("/desk/")
    page.get_by_label("Username").fill(person)
    page.get_by_label("Password").fill(f"{person}-demo")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def enter_the_pact(page: Page) -> Editor:
    """Everything that the press release says, typed into the form of a new agreement; nothing is saved yet."""
    editor = Editor(page)

    editor.types("title", TITLE)
    editor.chooses("kind", "Acquisition and cross-servicing")
    expect(page.locator("#id_kind_definition")).to_contain_text("supply each other with logistic support")
    editor.chooses("form", "Agreement")
    editor.chooses("character", "Binding treaty")
    editor.chooses("laterality", "Bilateral")
    editor.types("add_parties", "Japan, PHL")
    editor.chooses("events-0-kind", "Signed")
    editor.types("events-0-date", "Jan 2026")
    expect(page.locator("#id_events-0-date_words")).to_have_text("January 2026")
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
    return editor
