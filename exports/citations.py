"""A revision of the register cited: in plain words, as BibTeX, as RIS and as CSL-JSON. All four lead back to exactly that revision."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from treaty.document.days import PartialDay
from treaty.document.document import Document
from treaty.document.wording import Names, day_in_words
from treaty.vocabulary.assertions import Weight
from treaty.vocabulary.event_groups import SIGNATURES
from treaty.vocabulary.roles import PARTY_ROLES

REGISTER = "Entente register of defence agreements"
NAMED = 4  # a plain citation names so many parties
BIBTEX_SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Cited:
    """What a citation says: the agreement, the revision that is cited, since when it is known, and when it was looked up."""

    reference: str
    revision: int
    title: str
    parties: tuple[str, ...]
    signed: PartialDay | None
    known: date
    accessed: date
    url: str

    @property
    def key(self) -> str:
        return f"entente-{self.reference}-r{self.revision}"


def cited(document: Document, names: Names, *, revision: int, known: date, accessed: date, url: str) -> Cited:
    """The citation of one revision of a document; `url` is the revision's own address."""
    days = [event.date for event in document.events if event.kind in SIGNATURES and event.weight is Weight.ACCEPTED]
    return Cited(
        reference=document.reference or "",
        revision=revision,
        title=document.title,
        parties=tuple(dict.fromkeys(names.get(part.party, part.party) for part in document.participations if part.role in PARTY_ROLES)),
        signed=min((day for day in days if day), default=None),
        known=known,
        accessed=accessed,
        url=url,
    )


def plain(said: Cited) -> str:
    """One line to be copied into a note."""
    parties = ", ".join(said.parties[:NAMED])
    if len(said.parties) > NAMED:
        parties += f" and {len(said.parties) - NAMED} others"
    of = "; ".join(part for part in (parties, f"signed {day_in_words(said.signed)}" if said.signed else "") if part)
    place = f"{REGISTER}, {said.reference}, revision {said.revision}, known since {day_in_words(said.known)}"
    return f"“{said.title}”{f' ({of})' if of else ''}, {place}. {said.url} (accessed {day_in_words(said.accessed)})."


def bibtex(said: Cited) -> str:
    """A `@misc` entry for BibTeX and biblatex. Special characters are escaped; others stay as they are, in UTF-8."""
    fields = {
        "title": f"{{{_escaped(said.title)}}}",
        "author": " and ".join(f"{{{_escaped(party)}}}" for party in said.parties),
        "year": str(said.signed.first.year) if said.signed else "",
        "howpublished": _escaped(REGISTER),
        "number": said.reference,
        "version": f"revision {said.revision}",
        "note": f"Known since {day_in_words(said.known)}",
        "url": _address(said.url),
        "urldate": said.accessed.isoformat(),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{said.key},\n{lines}}}\n"


def ris(said: Cited) -> str:
    """A RIS record of the type LEGAL, with the line ends that the format wants."""
    lines = [
        ("TY", "LEGAL"),
        ("ID", said.key),
        ("TI", said.title),
        *(("AU", f"{party},") for party in said.parties),  # the comma keeps a reader from splitting a name in two
        ("PY", str(said.signed.first.year) if said.signed else ""),
        ("DA", _ris_day(said.signed) if said.signed else ""),
        ("PB", REGISTER),
        ("AN", said.reference),
        ("ET", f"revision {said.revision}"),
        ("N1", f"Known since {day_in_words(said.known)}"),
        ("UR", said.url),
        ("Y2", f"{said.accessed:%Y/%m/%d}/"),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(said: Cited) -> list[dict[str, Any]]:
    """CSL data of the type `treaty`, which reference managers and citation processors read."""
    item: dict[str, Any] = {
        "id": said.key,
        "type": "treaty",
        "title": said.title,
        "author": [{"literal": party} for party in said.parties],
        "issued": _csl_day(said.signed) if said.signed else None,
        "publisher": REGISTER,
        "number": said.reference,
        "version": f"revision {said.revision}",
        "note": f"Known since {day_in_words(said.known)}",
        "URL": said.url,
        "accessed": _csl_day(PartialDay.of(said.accessed)),
    }
    return [{name: value for name, value in item.items() if value}]


def csl_json(said: Cited) -> str:
    return json.dumps(csl(said), ensure_ascii=False, indent=2)


def _escaped(words: str) -> str:
    return "".join(BIBTEX_SPECIALS.get(character, character) for character in _one_line(words))


def _address(url: str) -> str:
    """An address in the field `url`, where only braces and backslashes would end it early."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def _ris_day(day: PartialDay) -> str:
    """Year, month and day with strokes; what is not known stays empty: "1951/09/"."""
    year, month, number = [*day.text.rstrip("?~%").split("-"), "", ""][:3]
    return f"{year}/{month}/{number}/"


def _csl_day(day: PartialDay) -> dict[str, Any]:
    parts = [int(part) for part in day.text.rstrip("?~%").split("-")]
    return {"date-parts": [parts], **({"circa": True} if day.doubt else {})}
