"""What every field means is said, in the description for machines and on the page for people."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from api.schemas import openapi
from api.shapes import shapes_page
from api.templatetags.description import coded

PAGE, DOCS = "/api/v1/docs/shapes/", "/api/v1/docs/"


def is_named(said: dict[str, Any]) -> bool:
    """It is one of the shapes, or null: what they mean is said of them."""
    return all("$ref" in one for one in said.get("anyOf", [said]) if one.get("type") != "null")


def test_every_shape_and_every_field_is_described():
    shapes = json.loads(openapi().text)["components"]["schemas"]

    assert [name for name, said in shapes.items() if not said.get("description")] == []
    assert [
        f"{name}.{field}"
        for name, said in shapes.items()
        for field, one in said.get("properties", {}).items()
        if not one.get("description") and not is_named(one)
    ] == []


def test_the_page_has_every_shape_and_every_field_once():
    said = json.loads(openapi().text)["components"]["schemas"]
    shown = [shape for family in shapes_page().families for shape in family.shapes]

    assert sorted(shape.name for shape in shown) == sorted(said)
    for shape in shown:
        assert [field.name for field in shape.fields] == list(said[shape.name].get("properties", {}))
        assert all(field.description and field.kinds for field in shape.fields), shape.name
        assert shape.fields or shape.words or shape.kinds or said[shape.name].get("type") == "object", shape.name


def test_what_the_pages_lead_to_is_there(api: Client):
    shapes, docs = (api.get(path).content.decode() for path in (PAGE, DOCS))
    names = set(re.findall(r' id="([^"]+)"', shapes))

    assert set(re.findall(r'href="#([^"]+)"', shapes)) <= names
    assert set(re.findall(rf'href="{PAGE}#([^"]+)"', docs)) <= names
    assert f'href="{DOCS}"' in shapes
    assert "`" not in re.sub(r"<pre.*?</pre>", "", docs + shapes, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "shown"), [("as `a<b` & c", "as <code>a&lt;b</code> &amp; c"), ("none", "none"), ("", ""), ("`all`", "<code>all</code>")]
)
def test_what_is_typed_as_it_stands_is_code(text: str, shown: str):
    assert coded(text) == shown
