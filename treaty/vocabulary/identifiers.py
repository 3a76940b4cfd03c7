"""The numbers by which other registers and series know an agreement."""

import re
from typing import Self

from treaty.vocabulary.term import Term

PAGE = r"[0-9]{1,4}/[0-9]{1,5}"
IN_YEAR = r"[1-9][0-9]{0,3}/[0-9]{4}"


class IdentifierScheme(Term):
    """A scheme of numbers or names, and what one of them looks like."""

    pattern: re.Pattern[str]
    example: str

    def __new__(cls, value: str, label: str = "", definition: str = "", source: str = "", pattern: str = "", example: str = "") -> Self:
        """`pattern` is what the whole of an identifier matches; `example` is a real one."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.definition = definition
        term.source = source
        term.pattern = re.compile(pattern)
        term.example = example
        return term

    def accepts(self, identifier: str) -> bool:
        """Whether the identifier is written as this scheme writes its own."""
        return self.pattern.fullmatch(identifier) is not None

    UNTS_REGISTRATION = (
        "unts_registration",
        "UNTS registration number",
        "The number under which the United Nations Secretariat registered or filed the agreement.",
        "UN Charter art. 102",
        r"(?:(?:I|II|III|A|B|C)-)?[1-9][0-9]{0,5}",
        "I-541",
    )
    UNTS = (
        "unts",
        "UNTS volume and page",
        "Volume and first page in the United Nations Treaty Series.",
        "United Nations Treaty Series",
        PAGE,
        "34/243",
    )
    LNTS = (
        "lnts",
        "LNTS volume and page",
        "Volume and first page in the League of Nations Treaty Series.",
        "League of Nations Treaty Series",
        PAGE,
        "165/353",
    )
    MTDSG = (
        "mtdsg",
        "UN depositary chapter number",
        "Chapter and number among the multilateral treaties deposited with the Secretary-General.",
        "UN Treaty Collection",
        r"[IVXL]+(?:-[A-Z])?-[1-9][0-9]{0,2}(?:-[a-z]{1,2})?",
        "XXVI-3",
    )
    UKTS = ("ukts", "UK Treaty Series", "Number and year in the United Kingdom Treaty Series.", "UK Treaties Online", IN_YEAR, "20/1922")
    CMD = (
        "cmd",
        "UK command paper",
        "Series and number of the paper by which the agreement was laid before the British Parliament.",
        "UK Treaties Online",
        r"(?:C|Cd|Cmd|Cmnd|Cm|CP)\.? [1-9][0-9]{0,4}",
        "Cmd. 1808",
    )
    UKTO = (
        "ukto",
        "UK Treaties Online record",
        "Number of the record in UK Treaties Online.",
        "UK Treaties Online",
        r"[1-9][0-9]{0,6}",
        "62966",
    )
    FCDO = (
        "fcdo",
        "FCDO treaty number",
        "Number of the treaty in the database of the Foreign, Commonwealth and Development Office.",
        "UK Treaties Online",
        r"[1-9][0-9]{0,5}",
        "14984",
    )
    TIAS = (
        "tias",
        "TIAS",
        "Number in the United States series of Treaties and Other International Acts.",
        "US Department of State, TIAS",
        r"[1-9][0-9]{3,4}|[0-9]{2}-[0-9]{2,4}(?:\.[0-9]{1,2})?",
        "14-618",
    )
    UST = (
        "ust",
        "UST volume and page",
        "Volume and first page in United States Treaties and Other International Agreements.",
        "US Department of State, UST",
        PAGE,
        "3/3420",
    )
    STAT = (
        "stat",
        "US Statutes at Large",
        "Volume and first page in the United States Statutes at Large.",
        "US Statutes at Large",
        PAGE,
        "62/1681",
    )
    ATS = (
        "ats",
        "Australian Treaty Series",
        "Number and year in the Australian Treaty Series.",
        "Australian Treaty Series",
        IN_YEAR,
        "2/1952",
    )
    CTS = ("cts", "Canada Treaty Series", "Number and year in the Canada Treaty Series.", "Canada Treaty Series", IN_YEAR, "4/1930")
    BWBV = (
        "bwbv",
        "Dutch treaty identifier",
        "Identifier of the treaty text in the Dutch database of laws and regulations.",
        "wetten.overheid.nl",
        r"BWBV[0-9]{7}",
        "BWBV0005760",
    )
    CETS = (
        "cets",
        "CETS",
        "Number in the Council of Europe Treaty Series or its predecessor, the European Treaty Series.",
        "Council of Europe Treaty Office",
        r"[0-9]{3}[A-Z]?",
        "005",
    )
    OAS = (
        "oas",
        "OAS treaty number",
        "Letter and number in the list of inter-American treaties.",
        "OAS Department of International Law",
        r"[A-Z]-[1-9][0-9]{0,2}",
        "B-29",
    )
    DCAD = (
        "dcad",
        "DCAD",
        "Identifier in the Defense Cooperation Agreement Dataset.",
        "DCAD v1.0",
        r"DCADv[0-9]\.[0-9]-[0-9]{4}",
        "DCADv1.0-0001",
    )
    ATOP = (
        "atop",
        "ATOP",
        "Number of the alliance, with its phase if any, in the Alliance Treaty Obligations and Provisions data.",
        "ATOP 5.1 codebook, ATOPID",
        r"[0-9]{4}(?:\.[1-9])?",
        "3180",
    )
    CURATED = (
        "curated",
        "Entente starting list",
        "Name of the agreement in this register's own starting list.",
        "Entente",
        r"[a-z0-9]+(?:-[a-z0-9]+)+",
        "nato-1949",
    )
    OTHER = (
        "other",
        "Other series",
        "Series and number in a series for which this list has no scheme.",
        "Entente",
        r"[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]{0,118}[^\s\x00-\x1f\x7f])?",
        "Country Series 281/1921",
    )
