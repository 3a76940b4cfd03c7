"""A real browser: Debian's Chromium, driven over a pipe, with no host but 127.0.0.1 in reach."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.entering import sign_in

HOW = "The journeys need Chromium. On Debian: apt-get install chromium"
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
LEFT = re.compile(r"net::ERR_ABORTED$|htmx:(sendAbort|afterRequest), ")
"""A request that the browser dropped because its page was left, in its words and in htmx's two events: nobody's fault."""


def listen(page: Page, troubles: list[str]) -> None:
    """Note what the browser complains of on this page: in the console, of a script, of a request."""

    def note(said: str) -> None:
        if not LEFT.search(said):
            troubles.append(said)

    page.on("console", lambda said: note(f"{said.location['url']}: {said.text}") if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("requestfailed", lambda request: note(f"{request.url}: {request.failure}"))


def chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found and os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(HOW)
    return found or pytest.skip(HOW)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a file of journeys.

    Playwright keeps an event loop in this thread as long as it runs, and Django then takes every query for
    an unsafe one: so it says, for that long, that we know. It must end with the module, before other tests.
    """
    path = chromium()
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *(["--no-sandbox"] if root else [])])
        yield browser
        browser.close()


@pytest.fixture
def troubles() -> list[str]:
    """What the browser complained of in this journey: errors in the console, failed requests, broken policies."""
    return []


@pytest.fixture
def browser_page(browser: Browser, served: str, troubles: list[str]) -> Iterator[Page]:
    """A fresh, signed-out page; `page.goto("/agreements/")` is enough."""
    context = browser.new_context(base_url=served, locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(15_000)
    page = context.new_page()
    listen(page, troubles)
    yield page
    context.close()


@pytest.fixture
def desks(browser: Browser, served: str, troubles: list[str]) -> Iterator[dict[str, Page]]:
    """Whoever the journey names by its role, each in a browser of their own, signed in."""
    with ExitStack() as contexts:
        yield Desks(lambda: contexts.enter_context(browser.new_context(base_url=served, locale="en-GB", timezone_id="UTC")), troubles)


class Desks(dict[str, Page]):
    """The page of each role; somebody who was not there yet comes, and signs in."""

    def __init__(self, new_context: Callable[[], BrowserContext], troubles: list[str]) -> None:
        super().__init__()
        self.new_context, self.troubles = new_context, troubles

    def __missing__(self, role: str) -> Page:
        context = self.new_context()
        context.set_default_timeout(15_000)
        page = self[role] = context.new_page()
        listen(page, self.troubles)
        sign_in(page, role)
        return page
