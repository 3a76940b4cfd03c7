"""A revision cited in four forms, each of which a program can read back."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from exports.citations import Cited, bibtex, cited, csl, csl_json, plain, ris
from tests.factories import event, pact
from treaty.document.days import PartialDay

SECURITY_TREATY = Cited(
    reference="E0074",
    revision=3,
    title="Security Treaty between the United States of America and Japan",
    parties=("Japan", "United States"),
    signed=PartialDay("1951-09-08"),
    known=date(2026, 11, 21),
    accessed=date(2026, 11, 22),
    url="https://entente.example/agreements/E0074/revisions/3/",
)


def ris_fields(record: str) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in record.split("\r\n") if line]


def braces(entry: str) -> int:
    """How deep the braces stand at the end, as BibTeX counts them: a backslash before one changes nothing."""
    return entry.count("{") - entry.count("}")


def test_plain_words_lead_back_to_exactly_one_revision_and_say_when_it_was_looked_up():
    assert plain(SECURITY_TREATY) == (
        "“Security Treaty between the United States of America and Japan” (Japan, United States; signed 8 September 1951), "
        "Entente register of defence agreements, E0074, revision 3, known since 21 November 2026. "
        "https://entente.example/agreements/E0074/revisions/3/ (accessed 22 November 2026)."
    )


def test_plain_words_name_four_parties_and_count_the_others():
    many = replace(SECURITY_TREATY, parties=tuple(f"State {n}" for n in range(1, 197)))

    assert "(State 1, State 2, State 3, State 4 and 192 others; signed" in plain(many)


def test_a_bibtex_entry_says_title_parties_year_and_the_revisions_address():
    assert bibtex(SECURITY_TREATY) == (
        "@misc{entente-E0074-r3,\n"
        "  title = {{Security Treaty between the United States of America and Japan}},\n"
        "  author = {{Japan} and {United States}},\n"
        "  year = {1951},\n"
        "  howpublished = {Entente register of defence agreements},\n"
        "  number = {E0074},\n"
        "  version = {revision 3},\n"
        "  note = {Known since 21 November 2026},\n"
        "  url = {https://entente.example/agreements/E0074/revisions/3/},\n"
        "  urldate = {2026-11-22},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("50 % & more", r"50 \% \& more"),
        ("no. #1, $5", r"no. \#1, \$5"),
        ("a_b", r"a\_b"),
        ("x~y^z", r"x\textasciitilde{}y\textasciicircum{}z"),
        ("C:\\treaty", r"C:\textbackslash{}treaty"),
        ("open { only", r"open \textbraceleft{} only"),
        ("close } only", r"close \textbraceright{} only"),
        ("安全保障条約 é", "安全保障条約 é"),
    ],
)
def test_what_bibtex_would_misread_is_escaped_and_its_braces_stay_in_balance(written: str, escaped: str):
    entry = bibtex(replace(SECURITY_TREATY, title=written, parties=(written,)))

    assert f"  title = {{{{{escaped}}}}},\n" in entry
    assert f"  author = {{{{{escaped}}}}},\n" in entry
    assert braces(entry) == 0


def test_an_unknown_year_is_left_out_of_every_form():
    undated = replace(SECURITY_TREATY, signed=None)

    assert "signed" not in plain(undated)
    assert "year" not in bibtex(undated)
    assert {"PY", "DA"}.isdisjoint(tag for tag, _ in ris_fields(ris(undated)))
    assert "issued" not in csl(undated)[0]


def test_a_ris_record_begins_with_its_type_and_ends_with_er():
    fields = ris_fields(ris(SECURITY_TREATY))

    assert fields[0] == ("TY", "LEGAL")
    assert fields[-1] == ("ER", "")
    assert [value for tag, value in fields if tag == "AU"] == ["Japan,", "United States,"]
    assert dict(fields) == {
        **dict(fields),
        "TI": SECURITY_TREATY.title,
        "PY": "1951",
        "DA": "1951/09/08/",
        "Y2": "2026/11/22/",
        "UR": SECURITY_TREATY.url,
        "ET": "revision 3",
    }


def test_every_line_of_a_ris_record_is_a_tag_and_a_value_whatever_the_title_holds():
    record = ris(replace(SECURITY_TREATY, title="Two\nlines  -\tand a tab"))

    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in record.split("\r\n") if line)
    assert "TI  - Two lines - and a tab\r\n" in record


@pytest.mark.parametrize(("day", "written"), [("1951", "1951///"), ("1951-09", "1951/09//"), ("1951-09-08~", "1951/09/08/")])
def test_a_ris_day_is_as_fine_as_what_is_known(day: str, written: str):
    assert f"DA  - {written}\r\n" in ris(replace(SECURITY_TREATY, signed=PartialDay(day)))


def test_csl_json_is_a_list_of_one_treaty():
    (item,) = json.loads(csl_json(SECURITY_TREATY))

    assert item["type"] == "treaty"
    assert item["author"] == [{"literal": "Japan"}, {"literal": "United States"}]
    assert item["issued"] == {"date-parts": [[1951, 9, 8]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert (item["id"], item["URL"]) == ("entente-E0074-r3", SECURITY_TREATY.url)
    known = {"id", "type", "title", "author", "issued", "publisher", "number", "version", "note", "URL", "accessed"}
    assert set(item) == known  # all of them are variables of CSL 1.0.2


@pytest.mark.parametrize(("day", "issued"), [("1951", {"date-parts": [[1951]]}), ("1951~", {"date-parts": [[1951]], "circa": True})])
def test_csl_keeps_a_partial_day_partial_and_a_doubtful_one_doubtful(day: str, issued: dict[str, object]):
    assert csl(replace(SECURITY_TREATY, signed=PartialDay(day)))[0]["issued"] == issued


def test_a_document_is_cited_by_its_parties_and_its_first_accepted_signature():
    document = pact(
        reference="E0074",
        events=[event("e8", "signature", "1951-01-01", weight="rival")],
        participations=[{"party": "JPN"}, {"party": "USA"}, {"party": "ORG-NATO", "role": "depositary"}],
    )
    said = cited(
        document, {"JPN": "Japan", "USA": "United States"}, revision=1, known=date(2026, 1, 1), accessed=date(2026, 2, 1), url="https://x"
    )

    assert (said.parties, said.signed) == (("Japan", "United States"), PartialDay("1951-09-08"))
    assert said.key == "entente-E0074-r1"
