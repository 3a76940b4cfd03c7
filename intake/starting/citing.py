"""The sources that the starting list names: what kind each is, which numbers it holds, which fact it is cited for."""

import re
from dataclasses import dataclass
from typing import Any

from treaty.vocabulary.identifiers import IdentifierScheme as Scheme
from treaty.vocabulary.sources import SourceKind as Kind

FCDO = "Foreign, Commonwealth & Development Office"
UK_LIST = "UK Treaties Online"
LICENCE = "Open Government Licence v3.0"
ATOP = "Alliance Treaty Obligations and Provisions (ATOP) 5.1"

# The first that matches decides; a source that none matches stops the command.
KINDS: tuple[tuple[str, Kind], ...] = (
    (r"^ATOP ", Kind.DATA_SET),
    (r"^UK Treaties Online|^Treaties in Force|^Canada Treaty Information", Kind.TREATY_LIST),
    (r"depositary|^OAS Department|^African Union treaty status list", Kind.DEPOSITARY),
    (r"preamble|^London communique|^Text published by the parties|certified text", Kind.AUTHENTIC_TEXT),
    (r"^UNTS|^UKTS|Stat\. |TIAS|Treaty Series|^ATS$|assent act", Kind.OFFICIAL_GAZETTE),
    (r"Commons Library|^ATNIA", Kind.PARLIAMENT),
    (r"Supreme Court", Kind.COURT),
    (r"^(?:KBS|Yonhap|Interfax|ThePrint|Press reports|press reports)|via Xinhua|Joint statement reported", Kind.PRESS),
    (r"^[Ee]ncyclopedia|^NBR ", Kind.ENCYCLOPEDIA),
    (r"taiwandocuments|Hogan Lovells", Kind.UNVERIFIED),
    (r"MOFA|MFA|MOD\b|DoD|DFA|State Dept|Ministry|Department of Defence|Embassy|White House|FCDO|gov\.uk|gouv\.fr", Kind.MINISTRY),
    (r"^(?:CSTO|NATO|NORAD|NORDEFCO|OCCAR|EUROGENDFOR|eurocorps|AUKUS|CEA)\b", Kind.MINISTRY),
)
NUMBERS: tuple[tuple[str, Scheme, str], ...] = (
    (r"^ATOP 5\.1 id (\d{4})$", Scheme.ATOP, "{0}"),
    (r"^UNTS (\d+), vol", Scheme.UNTS_REGISTRATION, "I-{0}"),
    (r"^UNTS.* ?vol\. (\d+) p\. (\d+)$", Scheme.UNTS, "{0}/{1}"),
    (r"^UKTS (\d+)/(\d{4})$", Scheme.UKTS, "{0}/{1}"),
    (r"^(\d+) Stat\. (\d+)$", Scheme.STAT, "{0}/{1}"),
    (r"^state\.gov TIAS page (\d{2}-\d+)$", Scheme.TIAS, "{0}"),
    (r"^Australian Treaty Series (\d{4}) No\. (\d+)$", Scheme.ATS, "{1}/{0}"),
    (r", treaty ([A-Z]-\d+)$", Scheme.OAS, "{0}"),
    (r"^(Canada Treaty Information E\d+)$", Scheme.OTHER, "{0}"),
)


@dataclass(frozen=True)
class Named:
    """A source as the starting list names it."""

    words: str
    kind: Kind

    @property
    def is_atop(self) -> bool:
        return self.kind is Kind.DATA_SET

    @property
    def is_uk_list(self) -> bool:
        return self.words.startswith(UK_LIST) and "mirrored" in self.words

    def says(self, *facts: str) -> bool:
        """Whether the starting list notes in brackets that it tells one of these facts."""
        bracket = re.search(r"\(([^)]*)\)", self.words)
        return bool(bracket) and any(fact in bracket[1] for fact in facts)  # type: ignore[index]

    def details(self) -> tuple[str, dict[str, Any]]:
        """Its title and what else describes it."""
        if self.is_atop:
            return ATOP, {}
        if self.is_uk_list:
            return UK_LIST, {"publisher": FCDO, "licence": LICENCE}
        if self.words.startswith("Treaties in Force"):
            return "Treaties in Force", {"publisher": "US Department of State"}
        return self.words, {}

    def numbers(self) -> list[tuple[Scheme, str]]:
        """The numbers by which it knows the agreement, where they can be read with certainty."""
        found = ((re.search(words, self.words), scheme, form) for words, scheme, form in NUMBERS)
        return [(scheme, form.format(*match.groups())) for match, scheme, form in found if match]


def named_sources(cell: str) -> list[Named]:
    """The sources of one row, in its order. Raises ValueError for one whose kind nobody has settled."""
    named = []
    for words in (part.strip() for part in cell.split(";")):
        kind = next((kind for pattern, kind in KINDS if re.search(pattern, words)), None)
        if kind is None:
            raise ValueError(f"nobody has settled what kind of source “{words}” is; see intake/starting/citing.py")
        named.append(Named(words, kind))
    return named


def vouching(named: list[Named], fact: str, *, year: int, seen: bool) -> Named:
    """The source to cite for a fact. The starting list names sources by row, not by fact.

    ATOP gives signatures and ends to 2018 and never an entry into force; a bracket may say what a source tells.
    """
    words = {"signature": ("signature", "signed"), "entry": ("1 June 1999", "dated 25 June"), "end": ("expiry", "supersession")}[fact]
    if hinted := [source for source in named if source.says(*words)]:
        return hinted[0]
    atop = [source for source in named if source.is_atop]
    if fact == "end" and seen and atop and year <= 2018:
        return atop[0]
    others = [source for source in named if not source.is_atop]
    return (others or named)[0] if fact == "entry" or not seen else named[0]
