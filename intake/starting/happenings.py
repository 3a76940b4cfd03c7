"""Events that the starting list tells in its notes and key terms, read by eye; its own words are each event's note.

What the notes report as another source's value is a rival, with that source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from treaty.vocabulary.events import EventKind as Kind
from treaty.vocabulary.sources import SourceKind


@dataclass(frozen=True)
class Told:
    """One event that a note tells. `by` is the source it is ascribed to, where that is not the row's own."""

    kind: Kind
    date: str
    words: str
    party: str | None = None
    other_party: str | None = None
    seen: bool = False
    rival: bool = False
    by: tuple[SourceKind, str] | None = None
    answers: Kind | None = None


NOTICE = Kind.NOTICE_OF_TERMINATION
ATOP = (SourceKind.DATA_SET, "Alliance Treaty Obligations and Provisions (ATOP) 5.1")
ENCYCLOPEDIA = (SourceKind.ENCYCLOPEDIA, "Encyclopedia")
PHILIPPINES = "The starting list does not name the party; that it was the Philippines is general knowledge, to be checked."


EXTENDED_BY_SOME = (
    "“5 years, extended by Protocol of 2 April 1999”; “Azerbaijan, Georgia, Uzbekistan did not join the 1999 extension”: "
    "recorded for each of the six other parties."
)


def rival(kind: Kind, date: str, words: str, by: tuple[SourceKind, str] | None = None, **said: Any) -> Told:
    return Told(kind, date, words, rival=True, by=by, **said)


NORAD_RENEWALS = tuple(
    Told(Kind.RENEWAL_EXPRESS, year, "“renewed 1968, 1973, 1975, 1980, 1981, 1986, 1991, 1996, 2000”")
    for year in ("1968", "1973", "1975", "1980", "1981", "1986", "1991", "1996", "2000")
)

TOLD: Mapping[str, tuple[Told, ...]] = {
    "nato-1949": (
        rival(
            Kind.ACCESSION,
            "1955-05-05",
            "“FRG protocol itself in force 1955-05-05 in UK data (NATO counts membership from 6 May).”",
            party="DEU",
            by=(SourceKind.TREATY_LIST, "UK Treaties Online"),
        ),
    ),
    "tiar-1947": (
        Told(Kind.NOTICE_OF_DENUNCIATION, "2002-09", "“Mexico denounced Sept 2002, effective Sept 2004”", "MEX"),
        Told(
            Kind.DENUNCIATION_EFFECTIVE,
            "2004-09",
            "“Mexico denounced Sept 2002, effective Sept 2004”",
            "MEX",
            answers=Kind.NOTICE_OF_DENUNCIATION,
        ),
    ),
    "dunkirk-1947": (
        rival(
            Kind.SUPERSESSION,
            "1954-10-23",
            "“ATOP codes the end as 1954-10-23 (subsumed by WEU); UK open data shows no termination.”",
            ATOP,
        ),
    ),
    "anzus-1951": (Told(Kind.SUSPENSION, "1986-08", "“US obligations to New Zealand suspended by the US from Aug 1986”", "USA", "NZL"),),
    "us-jpn-1951": (rival(Kind.SUPERSESSION, "1960-01-19", "“ATOP ends it on 1960-01-19, the SIGNATURE of its successor”", ATOP),),
    "us-jpn-1960": (
        rival(
            Kind.ENTRY_INTO_FORCE,
            "1960-05-19",
            "“Some web copies of an encyclopedia article give 19 May 1960 as effective date (that is the Diet vote).”",
            ENCYCLOPEDIA,
        ),
    ),
    "us-kor-mdt-1953": (
        rival(
            Kind.ENTRY_INTO_FORCE,
            "1954-11-18",
            "“Encyclopedia copies give 18 Nov 1954 (Korean local date of an exchange made in Washington on 17 Nov).”",
            ENCYCLOPEDIA,
        ),
    ),
    "baghdad-1955": (
        Told(Kind.WITHDRAWAL_EFFECTIVE, "1959-03-24", "“Iraq withdrew 24 March 1959.”", "IRQ"),
        rival(Kind.TERMINATION, "1979-10-09", "“CONFLICT on end: UK open data 1979-04-30, ATOP 1979-10-09.”", ATOP),
    ),
    "warsaw-1955": (
        Told(Kind.WITHDRAWAL_EFFECTIVE, "1968-09-13", "“Albania withdrew 13 Sept 1968”", "ALB"),
        Told(Kind.WITHDRAWAL_EFFECTIVE, "1990-09-24", "“East Germany left 24 Sept 1990.”", "DDR"),
    ),
    "cst-1992": (
        *(Told(Kind.EXTENSION, "1999-04-02", EXTENDED_BY_SOME, party) for party in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")),
        # That “Uzbekistan re-joined 2006 and suspended 2012” stays in the note: whether this treaty or the Charter of 2002 is not said.
        Told(Kind.COMMUNICATION, "2024", "“Armenia described its participation as frozen (2024).”", "ARM"),
    ),
    "rus-prk-2024": (
        rival(Kind.SIGNATURE, "2024-06-18", "“Encyclopedia gives signature 18 June 2024; both governments say 19 June.”", ENCYCLOPEDIA),
    ),
    "norad-1958": NORAD_RENEWALS,
    "us-grc-1990": (
        Told(Kind.AMENDMENT_ADOPTED, "2019-10-05", "“amended 2019-10-05 and 2021-10-14”"),
        Told(Kind.AMENDMENT_ADOPTED, "2021-10-14", "“amended 2019-10-05 and 2021-10-14”"),
    ),
    "us-pol-2020": (
        rival(
            Kind.SIGNATURE,
            "2020-09-18",
            "“A content-farm page dates it 18 Sept 2020: grade sources.”",
            (SourceKind.UNVERIFIED, "A content-farm page"),
        ),
    ),
    "us-nor-2021": (Told(Kind.AMENDMENT_ADOPTED, "2024-02", "“amending agreement Feb 2024 added eight (seen)”", seen=True),),
    "us-phl-vfa-1998": (
        rival(
            Kind.ENTRY_INTO_FORCE,
            "1999-05-27",
            "“Many pages give 27 May 1999 (Senate concurrence) as entry into force.”",
            (SourceKind.UNVERIFIED, "Many pages on the web"),
        ),
        Told(NOTICE, "2020-02-11", f"“Notice of termination 11 Feb 2020” {PHILIPPINES}", "PHL"),
        Told(Kind.NOTICE_TOLLED, "2020-06-01", f"“tolled from 1 June 2020 for 6 months, extended” {PHILIPPINES}", "PHL", answers=NOTICE),
        Told(Kind.NOTICE_REVOKED, "2021-07-30", f"“recalled 30 July 2021” {PHILIPPINES}", "PHL", answers=NOTICE),
    ),
    "us-phl-edca-2014": (
        Told(Kind.AMENDMENT_ADOPTED, "2016-04-13", "“Agreed locations added by exchange of notes 12-13 April 2016 (seen).”", seen=True),
    ),
    "jpn-kor-gsomia-2016": (
        Told(NOTICE, "2019-08-23", "“Korea gave notice 23 Aug 2019” (analyst knowledge)", "KOR"),
        Told(
            Kind.NOTICE_TOLLED,
            "2019-11-22",
            "“suspended the effect of the notice 22 Nov 2019” (analyst knowledge)",
            "KOR",
            answers=NOTICE,
        ),
        Told(Kind.NOTICE_REVOKED, "2023-03-21", "“normalised 21 March 2023” (analyst knowledge)", "KOR", answers=NOTICE),
    ),
    "us-ind-beca-2020": (
        rival(Kind.SIGNATURE, "2020-10-26", "“A fact-check site gives 26 Oct 2020.”", (SourceKind.UNVERIFIED, "A fact-check site")),
    ),
    "us-afg-bsa-2014": (Told(Kind.STATUS_DISPUTED, "2021", "“End left blank: government succession in 2021 makes the status contested.”"),),
}
