"""The components page shows every component that the pages are made of."""

import re
from pathlib import Path

import pytest
from django.test import Client, override_settings

from tests.web.strict import parsed

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
BY_EVERY_PAGE = {"components/mark.html", "components/days.html"}  # they stand in the head of this page too, as of every other


def included(name: str) -> set[str]:
    """The components that a template is made of, and those that they are made of."""
    found = set(re.findall(r'{% include "(components/[^"]+)"', (TEMPLATES / name).read_text()))
    return found.union(*(included(one) for one in found))


def test_every_component_is_shown_on_its_page():
    components = {f"components/{path.name}" for path in TEMPLATES.glob("components/*.html")}

    assert components - included("web/styleguide.html") == BY_EVERY_PAGE


@pytest.mark.usefixtures("loaded")
def test_the_components_page_is_valid_html(reader: Client):
    with override_settings(DEBUG=True):
        page = parsed(reader.get("/styleguide/"))

    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
