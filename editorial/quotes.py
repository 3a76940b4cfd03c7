"""Whether the desk copy quotes its stored texts rightly. What the rule book cannot see: it reads no files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from agreements.models import Agreement, Evidence, Text
from provisions.models import Provision, ProvisionEvidence
from records.texts import words_of_all
from treaty.document.quotes import Place, find
from treaty.document.rules import Finding, Level

SENTENCE = "A quotation of a stored text stands in that text."


Row = Evidence | ProvisionEvidence | Provision


@dataclass(frozen=True)
class Fact:
    """What a quotation speaks for: its words, the document's list in which it stands, and its row there."""

    words: str
    list: str
    pk: int | None = None


@dataclass(frozen=True)
class Quotation:
    """One quotation of one of the agreement's stored texts, and where it stands there; `place` is None where it does not.

    `row` is the citation, or the provision whose own quotation it is. `moved`: it stands there, but not at its span.
    """

    row: Row
    about: Fact
    text: Text
    quote: str
    place: Place | None
    moved: bool = False

    @property
    def is_citation(self) -> bool:
        """A provision's own quotation has no place of its own to note."""
        return not isinstance(self.row, Provision)

    @property
    def is_noted(self) -> bool:
        """Whether the citation says where it stands, and it stands there."""
        return not isinstance(self.row, Provision) and self.row.begin is not None and not self.moved

    @property
    def name(self) -> str:
        """What stands for the row in forms: "evidence:12"."""
        return f"{type(self.row).__name__.lower()}:{self.row.pk}"


def quotations(agreement: Agreement) -> list[Quotation]:
    """Every quotation of a stored text whose words are known. Four queries, whatever the agreement holds; one if it has no text."""
    texts = list(Text.objects.filter(agreement=agreement, listed__isnull=False, sha256__isnull=False))
    words = words_of_all({text.sha256 for text in texts if text.sha256}) if texts else {}
    read = {text.listed_id: text for text in texts if text.listed_id and text.sha256 in words}
    return [_judged(*said, words[said[2].sha256 or ""]) for said in _quoted(agreement, read)] if read else []


def unfound_quotes(agreement: Agreement) -> list[Quotation]:
    """The quotations that do not stand in the text they are said to come from. As cheap as `quotations`."""
    return [quotation for quotation in quotations(agreement) if quotation.place is None]


def quote_findings(agreement: Agreement) -> list[Finding]:
    """The same as warnings of the sort that the rule book gives. They keep nothing from being submitted or published."""
    unfound = unfound_quotes(agreement)
    paths = _paths(agreement) if unfound else {}
    return [
        Finding(
            "quotes-stand-in-their-text",
            Level.WARNING,
            paths.get((quotation.about.list, quotation.about.pk), quotation.about.list),
            SENTENCE,
            f"{quotation.about.words}: “{_short(quotation.quote)}” is not in “{quotation.text}”.",
        )
        for quotation in unfound
    ]


def _paths(agreement: Agreement) -> dict[tuple[str, int | None], str]:
    """The path of each fact in the document that the desk copy makes: "events.3"."""
    lists: dict[str, Any] = {
        "events": agreement.events,
        "participations": agreement.participations,
        "relations": agreement.relations,
        "provisions": Provision.objects.filter(agreement=agreement),
    }
    return {(name, pk): f"{name}.{index}" for name, rows in lists.items() for index, pk in enumerate(rows.values_list("pk", flat=True))}


Said = tuple[Row, Fact, Text, str]


def _quoted(agreement: Agreement, read: Mapping[int, Text]) -> Iterator[Said]:
    rows = Evidence.objects.filter(agreement=agreement, listed__in=[*read]).exclude(quote="")
    for row in rows.select_related("event", "participation__party", "relation", "duration", "listed"):
        yield row, fact_of(row), read[row.listed_id], row.quote
    own: set[int] = set()
    cited = ProvisionEvidence.objects.filter(provision__agreement=agreement, listed__in=[*read])
    for word in cited.select_related("provision", "listed"):
        provision, text = word.provision, read[word.listed_id]
        fact = Fact(provision.kind.label, "provisions", provision.pk)
        if word.quote:
            yield word, fact, text, word.quote
        if provision.quote and provision.pk not in own:
            own.add(provision.pk)
            yield provision, fact, text, provision.quote


def fact_of(row: Evidence) -> Fact:
    """The fact that a citation speaks for."""
    if row.event:
        return Fact(str(row.event), "events", row.event.pk)
    if row.participation:
        return Fact(str(row.participation), "participations", row.participation.pk)
    if row.relation:
        return Fact(str(row.relation), "relations", row.relation.pk)
    return Fact("Duration", "duration") if row.duration_id else Fact("The record as a whole", "evidence")


def _judged(row: Row, about: Fact, text: Text, quote: str, words: str) -> Quotation:
    begin, end = (None, None) if isinstance(row, Provision) else (row.begin, row.end)
    if begin is not None and end is not None and find(quote, words[begin:end]):
        exact = words[begin:end].strip() == quote.strip()
        return Quotation(row, about, text, quote, Place(begin, end, exact))
    place = find(quote, words, near=begin or 0)
    return Quotation(row, about, text, quote, place, moved=begin is not None and place is not None)


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= 120 else f"{quote[:119]}…"
