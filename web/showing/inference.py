"""Whether what the law's rules infer counts on the page, in words, with the way to the same page read otherwise."""

from collections.abc import Iterable, Iterator

from treaty.document.document import Document
from treaty.law.bindings import Binding, bindings
from treaty.law.standing import Period, periods
from treaty.vocabulary.assertions import Basis
from web.showing.days import Days
from web.showing.links import Link, with_query


def inference(document: Document, href: str, days: Days) -> Link | None:
    """None where nothing is inferred, so that the page reads the same either way."""
    if not days.inferring:
        said = "Inference is off: this page counts only what sources declare, and leaves out what rules conclude from it."
        return Link("Count what rules infer, too", with_query(href, days.two_days), said)
    if not any(one.because.basis is Basis.INFERRED for one in _times(document)):
        return None
    said = "Part of what this page says of standings is inferred by rules, where no source declares it."
    return Link("Show only what sources declare", with_query(href, {**days.two_days, "inferred": "no"}), said)


def _times(document: Document) -> Iterator[Period | Binding]:
    lives: Iterable[tuple[Binding, ...]] = bindings(document).values()
    yield from periods(document)
    yield from (one for life in lives for one in life)
