"""A reader on the way through the register: with a mouse, by keyboard alone, or with scripts switched off; every click is counted."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WAYS = ("mouse", "keyboard", "no script")
FARTHEST = 600  # so many presses of Tab, and a link counts as out of reach


@dataclass
class Walk:
    """`clicks` are those of a mouse, and with a keyboard what would have been one."""

    page: Page
    way: str
    clicks: int = 0

    def home(self) -> None:
        self.page.goto("/")

    def follow(self, target: Locator) -> None:
        """Click a link, a button or a fold, or come to it by Tab and press Enter."""
        self.clicks += 1
        target = target.first
        if self.way == "keyboard":
            self._come_to(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()
        self.page.wait_for_load_state()

    def write(self, field: Locator, words: str) -> None:
        self.clicks += 1
        if self.way == "keyboard":
            self._come_to(field)
            self.page.keyboard.type(words)
        else:
            field.fill(words)

    def choose_day(self, field: Locator, day: str) -> None:
        """A day such as 2025-10-01; Enter asks. By keyboard in the order in which this browser has day and month."""
        self.clicks += 1
        if self.way == "keyboard":
            self._come_to(field)
            year, month, of_month = day.split("-")
            self.page.keyboard.type(f"{of_month}{month}{year}")
            if field.input_value() != day:
                self.page.keyboard.press("ArrowLeft")
                self.page.keyboard.press("ArrowLeft")
                self.page.keyboard.type(f"{month}{of_month}{year}")
        else:
            field.fill(day)
        field.press("Enter")
        self.page.wait_for_load_state()

    def _come_to(self, target: Locator) -> None:
        expect(target).to_be_visible()
        for _ in range(FARTHEST):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No Tab leads to {target}.")
