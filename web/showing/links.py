"""Addresses of pages, with the parameters that they carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from treaty.vocabulary.term import Term

API = "/api/v1"  # the other door; doors do not import each other
SCHEMA = f"{API}/schema/"


@dataclass(frozen=True)
class Link:
    """An address and what it says; `note` is a few words more."""

    text: str
    href: str
    note: str = ""


def with_query(path: str, parameters: Mapping[str, str]) -> str:
    """The path with its parameters; empty ones are left out, and commas stay readable."""
    query = urlencode({name: value for name, value in parameters.items() if value}, safe=",")
    return f"{path}?{query}" if query else path


def page(name: str, *parts: str | int, **parameters: str) -> str:
    """The address of one of our pages."""
    return with_query(reverse(f"web:{name}", args=parts), parameters)


def days_in(carried: Mapping[str, str], *more: str) -> dict[str, str]:
    """The two days among the parameters of a page, which every page takes; and `more` of them, where the next page takes these, too."""
    return {name: carried.get(name, "") for name in ("as_of", "as_known", *more)}


def known_alike(carried: Mapping[str, str]) -> dict[str, str]:
    """Those for a page of one revision: it is the same on every day of the register."""
    return {name: carried.get(name, "") for name in ("as_of", "inferred")}


def place_in(reference: str, text: str, at: int, carried: Mapping[str, str]) -> str:
    """The address of a character of one of an agreement's texts."""
    return f"{page('text', reference, text, **carried, at=str(at))}#here"


def anchor(family: type[Term]) -> str:
    """Where a family of words stands in the glossary: "agreement-kind"."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in family.__name__).lstrip("-")


def term_anchor(term: Term) -> str:
    return f"{anchor(type(term))}-{term.value.replace('_', '-')}"


@dataclass(frozen=True)
class ShownTerm:
    """A word of the vocabulary: how it reads, what it means, and where the glossary has it."""

    label: str
    definition: str
    href: str


def shown_term(term: Term | None, carried: Mapping[str, str]) -> ShownTerm | None:
    """`carried` are the parameters of the page that shows it: the glossary hands the days among them on."""
    return ShownTerm(term.label, term.definition, f"{page('glossary', **days_in(carried))}#{term_anchor(term)}") if term else None
