"""Tables with one fault each: in a cell, in a row, in a data set of the field."""

from collections.abc import Iterable

from intake.adapters.dcad import COLUMNS
from tests.hostile.case import GOOD, Case, Write, row, table, text
from tests.intake.dcad_files import SOUND

BAD_CELLS = (
    ("impossible day", "impossible_day", "signed", "31 June 1951"),
    ("thirtieth of february", "impossible_day", "signed", "1951-02-30"),
    ("leap day of a common year", "impossible_day", "signed", "29 February 1951"),
    ("month thirteen", "impossible_day", "signed", "1951-13-01"),
    ("year nought", "impossible_day", "signed", "0000-01-01"),
    ("ambiguous day", "ambiguous_day", "signed", "03/04/2023"),
    ("ambiguous day with dots", "ambiguous_day", "signed", "3.4.2023"),
    ("day that only one order allows", "ambiguous_day", "signed", "25/12/1951"),
    ("year of two figures", "ambiguous_day", "signed", "08/09/51"),
    ("serial number of a spreadsheet", "not_a_day", "signed", "18879"),
    ("words for a day", "not_a_day", "signed", "soon after the war"),
    ("two days in a cell", "not_a_day", "signed", "1951-09-08 and 1951-09-09"),
    ("arabic figures", "not_a_day", "signed", "٨ سبتمبر ١٩٥١"),
    ("full width figures", "impossible_day", "signed", "１９５１-０９-０８"),
    ("superscript figures", "not_a_day", "signed", "195¹"),
    ("negative year", "not_a_day", "signed", "-1951"),
    ("future day", "future_day", "signed", "2142-08-01"),
    ("entry into force to come", "future_day", "in force", "1 January 2999"),
    ("unknown party", "unknown_party", "party 1", "Ruritania"),
    ("misspelt party", "unknown_party", "party 1", "Swizerland"),
    ("party and more", "unknown_party", "party 1", "Japan and Korea"),
    ("ambiguous party", "ambiguous_party", "party 1", "Vietnam"),
    ("letters of two schemes", "ambiguous_party", "party 1", "SWZ"),
    ("number of an unnamed scheme", "ambiguous_party", "party 1", "840"),
    ("number of no scheme", "unknown_party", "party 1", "99999"),
    ("look alike letters", "unknown_party", "party 1", "Јарan"),
    ("right to left mark", "control_character", "party 1", "\u202eJapan"),
    ("party of a thousand letters", "too_long", "party 1", "J" * 1000),
    ("same party by two names", "same_party", "party 2", "JPN"),
    ("same party by another spelling", "same_party", "party 2", "JAPAN"),
    ("kind that is none", "not_a_term", "kind", "Treaty of eternal friendship"),
    ("kind misspelt", "not_a_term", "kind", "Mutual defense"),
    ("number of another scheme", "not_an_identifier", "dcad", "ATOP 3180"),
    ("sql in a number", "not_an_identifier", "dcad", "'; DROP TABLE agreements; --"),
    ("formula", "formula", "title", '=HYPERLINK("http://x","y")'),
    ("formula of the old kind", "formula", "title", "@SUM(A1:A9)"),
    ("command of a spreadsheet", "formula", "title", "=cmd|' /C calc'!A0"),
    ("nul in a cell", "control_character", "title", "Secu\0rity"),
    ("bell in a cell", "control_character", "title", "Secu\x07rity"),
    ("escape in a cell", "control_character", "title", "\x1b[31mred"),
    ("delete in a cell", "control_character", "title", "Secu\x7frity"),
    ("next line in a cell", "control_character", "title", "Secu\x85rity"),
    ("mojibake", "mojibake", "title", "TraitÃ© de sÃ©curitÃ©"),
    ("mojibake of quotes", "mojibake", "title", "The partyâ€™s pact"),
    ("mojibake of cyrillic", "mojibake", "title", "Ð”Ð¾Ð³Ð¾Ð²Ð¾Ñ€"),
    ("lost character", "lost_character", "title", "The Russia\ufffds"),
    ("huge cell", "cell_too_long", "title", "x" * 40_000),
    ("title too long for its field", "too_long", "title", "x" * 1001),
)

BAD_DCAD = (
    ("self dyad", {"ccode2": "2", "cowName2": "USA"}, "same_party", "ccode2"),
    ("number and letters of two states", {"ccode2": "652", "cowName2": "EGY"}, "party_conflict", "cowName2"),
    ("number of no state", {"ccode2": "8152"}, "unknown_party", "ccode2"),
    ("day without month", {"signMonth": ""}, "not_a_day", "signYear"),
    ("month nought", {"signMonth": "-3"}, "not_a_day", "signYear"),
    ("day thirty two", {"signDay": "32"}, "impossible_day", "signYear"),
    ("year in words", {"signYear": "MCMLXXXIII"}, "not_a_day", "signYear"),
    ("category of another data set", {"category1": "SOFA"}, "unknown_code", "category1"),
    ("type that is none", {"type": "both"}, "unknown_code", "type"),
    ("span in words", {"span": "five years"}, "not_a_number", "span"),
    ("span of a thousand years", {"span": "1000"}, "not_a_number", "span"),
    ("infinite duration", {"terminated": "1", "durationActual": "inf"}, "not_a_number", "durationActual"),
    ("scientific number", {"span": "1e9"}, "not_a_number", "span"),
    ("number without end", {"span": "9" * 5000}, "not_a_number", "span"),
    ("malformed key", {"DCAid": "DCADv1.0-1"}, "not_an_identifier", "DCAid"),
    ("no key", {"DCAid": ""}, "required", "DCAid"),
    ("ended in the future", {"terminated": "1", "durationActual": "299"}, "future_day", "durationActual"),
    ("code that nobody explains", {"span": "-88", "renewType": "-56"}, "unknown_code", "renewType"),
)


def cells() -> Iterable[Case]:
    """One bad cell in the third row of a table that is otherwise good."""
    for name, code, column, cell in BAD_CELLS:
        cells = {column.replace(" ", "_"): cell, "id": "A2"}
        yield Case(name, "csv", text(table(GOOD, row(**cells))), code, 3, column)


def rows() -> Iterable[Case]:
    ragged = ",".join(GOOD) + ",one,more\n"
    yield Case("row with too many cells", "csv", text(table() + ragged), "ragged", 2)
    yield Case("row with a cell beyond the heading", "csv", text(table(GOOD) + ",".join(("A2", *GOOD[1:], "x")) + "\n"), "ragged", 3)
    yield Case("row of one party", "csv", text(table(row(party_2=""))), "rule_broken", 2, "participations")
    yield Case("row of no party", "csv", text(table(row(party_1="", party_2=""))), "rule_broken", 2, "participations")
    yield Case("row that breaks off", "csv", text(table() + "A1,Security\n"), "rule_broken", 2, "participations")
    yield Case("end before signature", "csv", text(table(row(ended="1 May 1950"))), "rule_broken", 2, "events.0.date")
    yield Case("entry into force before signature", "csv", text(table(row(in_force="1 May 1949"))), "rule_warning", 2, "events.0.date")
    yield Case("state that did not exist yet", "csv", text(table(row(party_1="Kazakhstan"))), "rule_warning", 2, "events.0.party")
    yield Case(
        "state that was no more", "csv", text(table(row(party_1="Soviet Union", signed="2001"))), "rule_warning", 2, "events.1.party"
    )
    yield Case(
        "german democratic republic of today",
        "csv",
        text(table(row(party_1="DDR", signed="1995", in_force=""))),
        "rule_warning",
        2,
        "events.0.party",
    )
    yield Case("rows of one agreement that disagree", "csv", text(table(GOOD, row(signed="1960"))), "rows_disagree", 3, "signed")
    yield Case("titles of one agreement that disagree", "csv", text(table(GOOD, row(title="Another"))), "rows_disagree", 3, "title")
    yield Case("same number on two records", "csv", dcad({}, {"ccode2": "200", "cowName2": "UKG"}), "duplicate_key", 3, data_set="dcad")


def dcad(*rows: dict[str, str]) -> Write:
    lines = [SOUND | cells for cells in rows]
    return text(table(*[[line.get(column, "") for column in COLUMNS] for line in lines], heading=COLUMNS))


def data_sets() -> Iterable[Case]:
    for name, cells, code, column in BAD_DCAD:
        yield Case(name, "csv", dcad(cells), code, 2, column, "dcad")
    yield Case("dcad without a column", "csv", text("DCAid,ccode1\nDCADv1.0-0001,2\n"), "missing_column", 1, "cowName1", "dcad")
    yield Case("atop without its members", "csv", text("atopid\n1005\n"), "missing_column", 1, "begyr", "atop")
    yield Case("uk under another heading", "csv", text(table(GOOD)), "missing_column", 1, "record_id", "uk")
