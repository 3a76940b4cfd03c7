"""What a reader may take away from the page of an agreement: a citation, a lasting address, data, a calendar, a feed, pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports.citations import Cited, plain
from web.showing.links import API, Link, page, with_query

PICTURES = ("svg", "png")


@dataclass(frozen=True)
class Taking:
    """`cite` is the plain citation; `cites` its other forms, `links` the same content in other shapes."""

    cite: str
    cites: tuple[Link, ...]
    permalink: Link
    links: tuple[Link, ...]
    json: str
    feed: str


def taking(said: Cited, carried: Mapping[str, str]) -> Taking:
    """`carried` are the parameters under which the page itself is read."""
    reference = said.reference
    which = {name: carried.get(name, "") for name in ("as_known", "revision")}
    json, feed = page("agreement_data", reference, **carried), page("agreement_feed", reference)
    links = (
        Link("JSON", json, "all that this page says"),
        Link("Calendar", page("agreement_calendar", reference, **carried), "what happened and what is to come, iCalendar"),
        Link("Feed", feed, "its revisions, Atom"),
        Link("Compare", page("compare", **{**carried, "with": reference, "revision": ""}), "side by side with another"),
        Link("API", with_query(f"{API}/agreements/{reference}/", {"as_known": which["as_known"]}), "the document"),
    )
    cites = (
        Link("BibTeX", page("cite_bib", reference, **which)),
        Link("RIS", page("cite_ris", reference, **which)),
        Link("CSL-JSON", page("cite_json", reference, **which)),
        Link("All forms", page("cite", reference, **carried)),
    )
    permalink = Link(f"Revision {said.revision}", page("revision", reference, said.revision), "This revision, for good")
    return Taking(plain(said), cites, permalink, links, json, feed)


def pictures(name: str, reference: str, carried: Mapping[str, str]) -> tuple[Link, ...]:
    """A drawing as files."""
    return tuple(Link(form.upper(), page(f"{name}_{form}", reference, **carried)) for form in PICTURES)
