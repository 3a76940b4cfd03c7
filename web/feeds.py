"""Lists as Atom feeds (RFC 4287): what the register learnt last comes first, and older pages follow (RFC 5005)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.feedgenerator import Atom1Feed

from catalogue.asking import ask
from catalogue.changes import learnt
from catalogue.orders import ORDERS
from catalogue.question import Question
from web.changes import Asked
from web.reading import party_names
from web.showing.asked import parameters_of
from web.showing.changes import parameters
from web.showing.days import Days
from web.showing.learning import lesson
from web.showing.links import page
from web.showing.rows import rows
from web.showing.sentence import sentence

ENTRIES = 100


class PagedFeed(Atom1Feed):
    """An Atom feed that says where its older entries are."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed["following"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["following"]})


def list_feed(question: Question, *, site: str, today: date) -> str:
    """The question's answer, one entry for each agreement, with the moment at which the register learnt of it."""
    question = replace(question, order=ORDERS["-published"], limit=ENTRIES)
    answer = ask(question).page()
    parameters = {**parameters_of(question, today=today), "order": "", "limit": ""}
    root = site.rstrip("/")
    found = PagedFeed(
        title=f"Entente: {sentence(question, party_names(), today=today)}",
        link=root + page("agreements", **parameters),
        description="",
        feed_url=root + page("feed", **parameters, cursor=question.cursor),
        feed_guid=root + page("feed", **parameters),
        author_name="Entente",
        following=root + page("feed", **parameters, cursor=answer.next_cursor) if answer.next_cursor else "",
    )
    for entry, row in zip(answer.entries, rows(answer.entries, Days(question.on, question.as_known, today)), strict=True):
        standing = f"{row.badge.label} {row.badge.since}".strip()
        found.add_item(
            title=entry.title,
            link=root + page("agreement", entry.reference),
            description=f"{standing}. {'; '.join(row.facts)}.",
            unique_id=root + page("agreement", entry.reference),
            updateddate=entry.known_from,
        )
    return found.writeString("utf-8")


def changes_feed(asked: Asked, names: Mapping[str, str], *, site: str, today: date) -> str:
    """What the register learnt, one entry for each revision. Without a day it goes back to the beginning, page by page."""
    root, given = site.rstrip("/"), parameters(asked, today=today)
    cursor = asked.question.cursor
    stretch = learnt(asked.question, since=None if asked.is_usual else asked.since, cursor=cursor)
    found = PagedFeed(
        title="Entente: what the register learnt",
        link=root + page("changes", **given),
        description="",
        feed_url=root + page("changes_feed", **given, cursor=cursor),
        feed_guid=root + page("changes_feed", **given),
        author_name="Entente",
        following=root + page("changes_feed", **given, cursor=stretch.next_cursor) if stretch.next_cursor else "",
    )
    for one in (lesson(learnt_then, names, {}) for learnt_then in stretch.learnt):
        said = [one.note, *one.sentences, f"It is continued as {one.into}." if one.into else ""]
        found.add_item(
            title=f"{one.verb}: {one.title} ({one.reference})",
            link=root + (one.revision_href or one.href),
            description=" ".join(sentence for sentence in said if sentence) or f"{one.verb}.",
            unique_id=f"{root}{page('revision', one.reference, one.number)}",
            updateddate=one.at,
        )
    return found.writeString("utf-8")
