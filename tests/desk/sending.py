"""What a browser sends from the agreement form: every field that stands in it, with what somebody typed over it."""

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client

ADD = "/desk/agreements/agreement/add/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def seen(answer: Any) -> str:
    """The page as somebody sees it, without the token of its forms, which is another each time."""
    return TOKEN.sub("", answer.content.decode())


class Fields(HTMLParser):
    """Reads the values of a page's form; what stands in a <template> is no field."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self.templates = 0
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name = said.get("name") or ""
        if tag == "template":
            self.templates += 1
        elif self.templates or (tag != "option" and not name):
            return
        elif tag == "input" and said.get("type") not in ("submit", "button"):
            if said.get("type") != "checkbox" or "checked" in said:
                self.values[name] = said.get("value") or ("on" if said.get("type") == "checkbox" else "")
        elif tag == "select":
            self.select = name
            self.values[name] = ""
        elif tag == "option" and self.select and "selected" in said:
            self.values[self.select] = said.get("value") or ""
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.values[self.area] = re.sub(r"^\r?\n", "", self.values.get(self.area, ""))
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area and not self.templates:
            self.values[self.area] += data


def address_of(agreement: Any) -> str:
    return f"/desk/agreements/agreement/{agreement.pk}/change/"


def opened(client: Client, address: str = ADD) -> dict[str, Any]:
    """The form as the browser would send it unchanged."""
    answer = client.get(address)
    assert answer.status_code == 200
    return fields_of(answer.content.decode())


def fields_of(page: str) -> dict[str, Any]:
    reader = Fields()
    reader.feed(page[page.index('id="agreement_form"') :])
    return {name: value for name, value in reader.values.items() if name != "csrfmiddlewaretoken"}


def one_more(sent: dict[str, Any], rows: str, **said: Any) -> dict[str, Any]:
    """The form with one more row, as the button adds it."""
    number = int(sent[f"{rows}-TOTAL_FORMS"])
    defaults = {"events": {"occurrence": "happened", "basis": "declared", "weight": "accepted"}, "participations": {"role": "party"}}
    row = {**defaults.get(rows, {}), **said}
    return {**sent, f"{rows}-TOTAL_FORMS": number + 1, **{f"{rows}-{number}-{name}": value for name, value in row.items()}}
