"""What axe finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def barriers(page: Page, *rules: str) -> list[str]:
    """One line for each violated rule, with the first element that violates it. Empty is what we want. Without `rules`, all."""
    page.wait_for_load_state()  # a click does not wait for the style sheets of the page that it leads to
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {rule['help']}; {rule['nodes'][0]['html'][:200]}" for rule in found]
