"""The texts of an agreement, and the titles it bears in other languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf.locale import LANG_INFO

from records.recognising import NAMES
from treaty.document.document import Document
from web.showing.links import page


@dataclass(frozen=True)
class ShownText:
    title: str
    language: str
    authentic: str
    url: str
    media_type: str
    sha256: str
    href: str
    kept: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Titled:
    """A title in some language; `code` is for the browser, `language` for readers."""

    title: str
    code: str
    language: str


def language_name(code: str) -> str:
    """The English name: "French" for fr, "Portuguese" for pt-BR; a code that nobody named stands for itself."""
    known = LANG_INFO.get(code.lower()) or LANG_INFO.get(code.lower().partition("-")[0]) or {}
    return str(known.get("name") or NAMED_ELSEWHERE.get(code.lower()) or code)


NAMED_ELSEWHERE = {"zh": "Chinese", "mul": "several languages", "la": "Latin", "mn": "Mongolian", "am": "Amharic"}


def texts(document: Document, reading: Mapping[str, str]) -> tuple[ShownText, ...]:
    """`reading` are the parameters under which a text that the register keeps is read; `kept` are they as hidden fields."""
    authentic = {True: "authentic", False: "not authentic", None: "not known whether authentic"}
    return tuple(
        ShownText(
            title=text.title or "Text",
            language=language_name(text.language) if text.language else "",
            authentic=authentic[text.authentic],
            url=text.url,
            media_type=NAMES.get(text.media_type, text.media_type),
            sha256=text.sha256 or "",
            href=page("text", document.reference, text.id, **reading) if text.sha256 and document.reference else "",
            kept=tuple((name, value) for name, value in reading.items() if value),
        )
        for text in document.texts
    )


def other_titles(document: Document) -> tuple[Titled, ...]:
    return tuple(Titled(other.title, other.language, language_name(other.language)) for other in document.other_titles)
