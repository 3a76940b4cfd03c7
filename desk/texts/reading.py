"""A text that is opened: its row, its file, its words, and what of them a page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.models import Text
from desk.texts.showing import Mark, hits, sheet
from editorial.quotes import Quotation
from records.models import ExtractedText, StoredText
from records.recognising import NAMES
from records.vocabulary import ReadingState
from treaty.document.quotes import as_quoted, occurrences

MOST_HITS = 200


@dataclass(frozen=True)
class OpenText:
    """`extracted` is there only where there are words; `reading` also while they are being read, or could not be."""

    text: Text
    stored: StoredText | None
    reading: ExtractedText | None

    @property
    def extracted(self) -> ExtractedText | None:
        return self.reading if self.reading and self.reading.state is ReadingState.DONE else None

    @property
    def waits(self) -> bool:
        return self.reading is not None and self.reading.state is ReadingState.WAITING

    @property
    def sort(self) -> str:
        return NAMES.get(self.text.media_type, self.text.media_type)

    @property
    def length(self) -> str:
        return f"{len(self.extracted.words):,}" if self.extracted else ""

    def prefilled(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """What an address may fill in: a fact, and a span with its words."""
        begin, end = number_in(asked, "begin"), number_in(asked, "end")
        said: dict[str, Any] = {"fact": asked["fact"], "article": asked["article"], "quote": asked["quote"]}
        if self.extracted and begin is not None and end is not None and begin < end <= len(self.extracted.words):
            said |= {"begin": begin, "end": end, "quote": as_quoted(self.extracted.words[begin:end])}
        return said

    def shown(self, *, words: str, at: int | None, number: int | None, quoted: Sequence[Quotation]) -> dict[str, Any]:
        """The sheet to be read, and where the words that are searched stand in the whole text."""
        if self.extracted is None:
            return {}
        spans = occurrences(words, self.extracted.words, most=MOST_HITS) if words else []
        marks = [Mark(begin, end, "found") for begin, end in spans]
        marks += [Mark(row.place.begin, row.place.end, "cited") for row in quoted if row.place]
        first = spans[0][0] if spans and at is None and number is None else at
        return {
            "sheet": sheet(self.extracted, number=number or 1, at=first, marks=marks),
            "hits": hits(self.extracted, spans),
            "more_hits": len(spans) == MOST_HITS,
        }


def open_text(text: Text) -> OpenText:
    stored = StoredText.objects.filter(sha256=text.sha256 or "").select_related("extracted").first()
    return OpenText(text, stored, getattr(stored, "extracted", None))


def number_in(said: Mapping[str, str], name: str) -> int | None:
    """A number that an address names; what is none is passed over."""
    value = said.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 9 else None
