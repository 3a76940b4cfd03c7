"""Ten pacts in a spreadsheet, two of them at fault: planned, mended, brought in, reviewed by sample, published."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.hostile import workbooks
from tests.journeys.accessibility import barriers
from tests.journeys.entering import sign_in

TITLE = "Arrangement on Mountain Rescue Training with"
PATIENCE = 60_000  # milliseconds, until a worker has done what somebody asked for
HEADING = ["Treaty", "Country", "Partner", "Signed", "In force", "Type"]
PARTNERS = ("Peru", "Chile", "Kenya", "Ghana", "Fiji", "Tonga", "Nepal", "Qatar", "Oman", "Malta")
FIELDS = {"Treaty": "title", "Country": "party", "Partner": "party", "Signed": "signed", "In force": "in_force", "Type": "kind"}


def pacts() -> list[list[str]]:
    """Ten that no register has."""
    return [
        [f"{TITLE} {partner}", "Bhutan", partner, f"20{10 + number}-05-1{number}", "", "Training and education"]
        for number, partner in enumerate(PARTNERS)
    ]


def bring(page: Page, file: Path) -> None:
    page.get_by_label("File", exact=True).set_input_files(file)
    page.get_by_role("radio", name="A table").check()
    page.get_by_role("button", name="Bring it").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def look_at(page: Page) -> None:
    """No barriers, and nothing to the side, on a wide screen in the light and on a narrow one in the dark."""
    for width, scheme in ((390, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert barriers(page) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def make_the_plan(page: Page) -> None:
    """What its columns mean is proposed; what is not is said."""
    for heading, field in FIELDS.items():
        page.get_by_role("row", name=re.compile(f"^{heading}")).get_by_role("combobox").select_option(field)
    assert barriers(page) == []
    page.get_by_role("button", name="Make the plan").click()
    wait_for(page, "Read the plan")


def wait_for(page: Page, way_on: str) -> None:
    """The page of the work looks again by itself until it has ended; then it leads on."""
    expect(page.locator("#errand")).to_be_visible()
    link = page.locator("#errand").get_by_role("link", name=way_on)
    expect(link).to_be_visible(timeout=PATIENCE)
    look_at(page)
    link.click()
    page.wait_for_load_state()


def test_ten_pacts_of_a_spreadsheet_are_planned_mended_brought_in_reviewed_and_published(
    desks: dict[str, Page], troubles: list[str], tmp_path: Path
) -> None:
    manager, reviewer = desks["data_manager"], desks["reviewer"]
    faulty, mended = pacts(), pacts()
    faulty[3][3] = "03/04/2023"
    faulty[7][2] = "Ruritania"

    # the spreadsheet with two faults: the plan names each with its row and column
    manager.get_by_role("link", name="Files").click()
    manager.get_by_role("link", name="Bring a file").click()
    bring(manager, workbooks.write(tmp_path / "pacts.xlsx", [HEADING, *faulty]))
    make_the_plan(manager)
    main = manager.locator("#content")
    for said in ("Row 5, column “Signed”", "03/04/2023", "Row 9, column “Partner”", "Ruritania"):
        expect(main).to_contain_text(re.compile(re.escape(said), re.IGNORECASE))
    look_at(manager)

    bring_the_mended_file(manager, workbooks.write(tmp_path / "pacts-mended.xlsx", [HEADING, *mended]))
    read_the_sample_and_publish(reviewer)
    see_what_came_of_it(reviewer)
    assert troubles == []


def bring_the_mended_file(manager: Page, file: Path) -> None:
    """All ten come in, and are submitted for one review."""
    main = manager.locator("#content")
    manager.get_by_role("link", name="Bring the mended file").click()
    bring(manager, file)
    make_the_plan(manager)
    expect(main).to_contain_text("10 records come in as drafts")
    manager.get_by_role("button", name="Bring in").click()
    wait_for(manager, "Open what was brought in")
    expect(main).to_contain_text("10 created")
    look_at(manager)
    manager.get_by_role("button", name="Submit it for one review").click()
    wait_for(manager, "Open the batch")
    expect(main).to_contain_text("somebody else must publish it")


def read_the_sample_and_publish(reviewer: Page) -> None:
    """One entry waits for the reviewer, who reads the sample and publishes the whole."""
    reviewer.goto("/desk/")
    reviewer.get_by_role("region", name=re.compile("Waiting for review")).get_by_role("link", name="pacts-mended.xlsx").click()
    look_at(reviewer)
    reviewer.get_by_role("link", name="Read the first of the sample").click()
    look_at(reviewer)
    while (read := reviewer.get_by_role("button", name="I have read it")).count():
        expect(reviewer.get_by_role("heading", level=1)).to_contain_text(TITLE)
        read.click()
        reviewer.wait_for_load_state()
    reviewer.get_by_role("button", name="Publish all 10").click()
    wait_for(reviewer, "Open the batch")
    expect(reviewer.locator("#content")).to_contain_text("published by reviewer")


def see_what_came_of_it(reviewer: Page) -> None:
    """It can be taken back, after a page that says what will happen; all ten are in the public list."""
    reviewer.get_by_role("link", name="Take it back").click()
    expect(reviewer.locator("#content")).to_contain_text("10 records that it created are retracted")
    look_at(reviewer)
    reviewer.get_by_role("link", name="Batches").first.click()
    look_at(reviewer)
    reviewer.goto("/agreements/?q=mountain+rescue+training")
    for partner in PARTNERS:
        expect(reviewer.locator("main")).to_contain_text(f"{TITLE} {partner}")


def test_without_scripts_the_work_is_looked_at_again_by_a_link(browser: Browser, served: str, tmp_path: Path) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(15_000)
    sign_in(page, "data_manager")
    page.goto("/desk/intake/bring/")
    bring(page, workbooks.write(tmp_path / "one.xlsx", [HEADING, pacts()[0]]))
    for heading, field in FIELDS.items():
        page.get_by_role("row", name=re.compile(f"^{heading}")).get_by_role("combobox").select_option(field)
    page.get_by_role("button", name="Make the plan").click()

    for _ in range(60):
        if page.get_by_role("link", name="Read the plan").count():
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Look again").click()

    page.get_by_role("link", name="Read the plan").click()
    expect(page.locator("#content")).to_contain_text(f"{TITLE} Peru")
    context.close()
