"""Reading the words of stored texts."""

from collections.abc import Iterable

from records.models import ExtractedText
from records.vocabulary import ReadingState


def words_of(sha256: str) -> str | None:
    """The words of the stored text with this hash; None where none is stored, or its words could not be had."""
    return words_of_all([sha256]).get(sha256)


def words_of_all(hashes: Iterable[str]) -> dict[str, str]:
    """The words of many, by their hash, in one query. What has no words is left out."""
    return dict(ExtractedText.objects.filter(stored__sha256__in=[*hashes], state=ReadingState.DONE).values_list("stored__sha256", "words"))
