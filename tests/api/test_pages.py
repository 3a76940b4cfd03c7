"""The pages on the API keep to the rules of the house; one of them to a policy of its own, as narrow as may be."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

DOCS, TRY = "/api/v1/docs/", "/api/v1/docs/try/"


def policy(api: Client, path: str) -> dict[str, list[str]]:
    said = api.get(path, headers={"Accept": "text/html"})["Content-Security-Policy"]
    return {name: sorted(values) for name, *values in (part.split() for part in said.split(";"))}


def test_the_policy_of_swaggers_page_is_wider_by_pictures_within_its_style_alone(api: Client):
    assert policy(api, TRY) == {**policy(api, DOCS), "img-src": ["'self'", "data:"]}


def test_what_swaggers_page_needs_is_on_this_host(api: Client):
    text = api.get(TRY).content.decode()
    files = re.findall(r'(?:src|href)="/static/([^"]+)"', text)

    assert any("swagger-ui-bundle" in file for file in files)
    assert [file for file in files if finders.find(file) is None] == []
    assert not re.search(r"<script>|<style| style=|https?://[^\"]*\.(?:js|css)", text)


def test_the_pages_lead_to_each_other(api: Client):
    assert f'href="{TRY}"' in api.get(DOCS).content.decode()
    assert f'href="{DOCS}"' in api.get(TRY).content.decode()


@pytest.mark.parametrize("path", [DOCS, TRY])
def test_a_page_takes_no_parameters_and_is_not_sent_twice(api: Client, path: str):
    etag = api.get(path)["ETag"]

    assert api.get(f"{path}?script=").status_code == 400
    assert api.get(path, headers={"If-None-Match": etag}).status_code == 304
