"""The texts of an agreement, and the titles it bears in other languages."""

from dataclasses import dataclass

from django.conf.locale import LANG_INFO

from treaty.document.document import Document


@dataclass(frozen=True)
class ShownText:
    title: str
    language: str
    authentic: str
    url: str
    media_type: str
    sha256: str


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


def texts(document: Document) -> tuple[ShownText, ...]:
    authentic = {True: "authentic", False: "not authentic", None: "not known whether authentic"}
    return tuple(
        ShownText(
            title=text.title or "Text",
            language=language_name(text.language) if text.language else "",
            authentic=authentic[text.authentic],
            url=text.url,
            media_type=text.media_type,
            sha256=text.sha256 or "",
        )
        for text in document.texts
    )


def other_titles(document: Document) -> tuple[Titled, ...]:
    return tuple(Titled(other.title, other.language, language_name(other.language)) for other in document.other_titles)
