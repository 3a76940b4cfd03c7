"""The page of one agreement, its revisions and its retraction."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import Person
from agreements.models import Agreement
from editorial.operations import publish as publish_submission
from editorial.operations import retract, submit
from parties.models import Party
from records.models import Record
from tests.factories import event
from tests.web.conftest import EARLY, Publish
from tests.web.reading import html, text
from treaty.vocabulary.party_types import PartyType


@pytest.mark.usefixtures("full")
def test_the_page_shows_everything_the_document_says(reader: Client):
    page = text(reader.get("/agreements/E0001/"))

    for said in (
        "Agreement on <everything> & more",
        "The sources give no title; the register made this one.",
        "In force since 28 April 1952",
        "rival value, not preferred",
        "still awaited",
        "Territories of application",
        "Guam",
        "10 years.",
        "By itself for 5 years at a time, unless a party gives notice.",
        "Not coded",
        "among all parties",
        "60 days",
        "JPY 1,500",
        "Not disclosed",
        "Supersedes",
        "An older arrangement",
        "not in the register",
        "UNTS volume and page",
        "136/211",
        "Done at San Francisco.",
        "not verified",
        "安全保障条約",
        "revision 1, known since 21 November 2026. http://testserver/agreements/E0001/revisions/1/",
    ):
        assert said in page, said
    assert re.search(r"<h3>\s*<a [^>]+>Logistics</a>\s*</h3>", html(reader.get("/agreements/E0001/")))


@pytest.mark.usefixtures("full")
def test_nothing_of_a_document_becomes_markup(reader: Client):
    assert "<everything>" not in html(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("full")
def test_links_to_sources_tell_them_nothing(reader: Client):
    assert '<a href="https://example.org/gazette" rel="noopener nofollow external">The gazette</a>' in html(
        reader.get("/agreements/E0001/")
    )


@pytest.mark.usefixtures("full")
def test_the_standing_is_that_of_the_day_asked_for(reader: Client):
    page = text(reader.get("/agreements/E0001/?as_of=1952-01-01"))

    assert "Shown as of 1 January 1952." in page
    assert "Standing on 1 January 1952" in page
    assert "Signed from 8 September 1951 until 28 April 1952" in page


def test_the_page_can_leave_out_what_rules_infer_and_says_so(reader: Client, publish: Publish):
    term = {"term": {"kind": "fixed", "months": 60}, "renewal": {"kind": "none"}}
    publish(signed="2011-01-21", in_force="2011-04-01", duration=term)
    counted, declared = (reader.get(f"/agreements/E0001/?{asked}") for asked in ("as_of=2020-01-01", "as_of=2020-01-01&inferred=no"))

    assert "Ended on 1 April 2016" in text(counted)
    assert "Part of what this page says of standings is inferred by rules, where no source declares it." in text(counted)
    assert '<a href="/agreements/E0001/?as_of=2020-01-01&amp;inferred=no">Show only what sources declare</a>' in html(counted)
    assert "In force since 1 April 2011" in text(declared)
    assert "Ended on" not in text(declared)
    assert "Inference is off: this page counts only what sources declare" in text(declared)
    assert '<a href="/agreements/E0001/?as_of=2020-01-01">Count what rules infer, too</a>' in html(declared)
    assert '<input type="hidden" name="inferred" value="no">' in html(declared)


def test_where_nothing_is_inferred_the_page_offers_no_other_reading(reader: Client, publish: Publish):
    publish(in_force="1952-04-28")

    assert "inferred" not in text(reader.get("/agreements/E0001/"))


def test_inference_is_on_or_off_and_nothing_else(reader: Client, publish: Publish):
    publish()

    assert reader.get("/agreements/E0001/?inferred=yes").status_code == 200
    assert reader.get("/agreements/E0001/?inferred=maybe").status_code == 400


def test_the_same_act_of_many_parties_is_one_line(reader: Client, publish: Publish):
    acts = [event(f"a{n}", "ratification", "1955-01-01", party=code) for n, code in enumerate(("BEL", "CAN", "DNK"))]
    publish(parties=("BEL", "CAN", "DNK"), events=acts)

    assert "3 parties" in text(reader.get("/agreements/E0001/"))
    assert "Belgium, Canada and Denmark" in text(reader.get("/agreements/E0001/"))


def test_a_record_without_dates_says_so(reader: Client, publish: Publish):
    publish(signed=None)
    page = text(reader.get("/agreements/E0001/"))

    assert "Standing not known: no event of its life has a known date." in page
    assert "No event is recorded." in page


def test_an_agreement_names_the_other_by_its_present_title(reader: Client, publish: Publish):
    publish(title="The first one")
    publish(title="The second one", relations=[{"id": "r1", "kind": "amends", "target": "E0001"}])

    assert '<a href="/agreements/E0001/?as_of=2000-01-01">The first one</a>' in html(reader.get("/agreements/E0002/?as_of=2000-01-01"))


@pytest.fixture
def revised(publish: Publish) -> None:
    """E0001 with a second revision, an hour after the first."""
    publish(title="The old title", at=EARLY)
    editor, reviewer = (Person.objects.create_user(name) for name in ("editor", "reviewer"))
    agreement = Agreement.objects.get(record__reference="E0001")
    agreement.title = "The new title"
    agreement.save()
    submission = submit(agreement, by=editor, at=EARLY + timedelta(days=1))
    publish_submission(submission, by=reviewer, at=EARLY + timedelta(days=1, hours=1))


@pytest.mark.usefixtures("revised")
def test_each_revision_stands_as_it_stood_and_says_what_it_changed(reader: Client):
    first, second = (text(reader.get(f"/agreements/E0001/revisions/{number}/")) for number in (1, 2))

    assert "The old title" in first
    assert "It is the first. For a test" in first
    assert "The new title" in second
    assert "1 change since revision 1" in second
    assert "Title changed from “The old title” to “The new title”." in second


@pytest.mark.usefixtures("revised")
def test_the_list_of_revisions_leads_to_each(reader: Client):
    page = html(reader.get("/agreements/E0001/revisions/"))

    assert 'href="/agreements/E0001/revisions/1/"' in page
    assert 'href="/agreements/E0001/revisions/2/"' in page


@pytest.mark.usefixtures("revised")
def test_a_page_can_be_read_as_the_register_knew_it(reader: Client):
    assert "The old title" in text(reader.get(f"/agreements/E0001/?as_known={EARLY:%Y-%m-%d}"))


@pytest.mark.usefixtures("revised")
def test_a_retracted_record_is_gone_and_says_why(reader: Client):
    retract(Record.objects.get(), by=Person.objects.get(username="reviewer"), at=EARLY + timedelta(days=2), reason="Entered twice.")

    for address in ("", "revisions/", "revisions/1/"):
        answer = reader.get(f"/agreements/E0001/{address}")
        assert answer.status_code == 410
        assert "Entered twice." in text(answer)
    assert "The new title" not in text(reader.get("/agreements/"))


@pytest.fixture
def joined_later(publish: Publish) -> None:
    """E0001 of Japan and the United States, in force from 1949, to which Greece acceded in 1952 and which Japan left in 1960."""
    publish(
        participations=[
            {"party": "JPN"},
            {"party": "USA"},
            {"party": "GRC", "role": "acceding"},
            {"party": "ORG-NATO", "role": "depositary"},
        ],
        signed="1949-04-04",
        in_force="1949-08-24",
        laterality="plurilateral",
        events=[event("a1", "accession", "1952-02-18", party="GRC"), event("w1", "withdrawal_effective", "1960-05-01", party="JPN")],
    )


def words_of(page: str) -> str:
    """The words of markup, with a space where a tag was."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def row_of(name: str, page: str) -> str:
    """The words of one row of the table of parties."""
    found = re.search(rf"<tr>\s*<th scope=\"row\">\s*<a [^>]+>{name}</a>.*?</tr>", page, re.DOTALL)
    assert found, name
    return words_of(found.group()).strip()


@pytest.mark.usefixtures("joined_later")
def test_a_late_joiner_is_no_party_before_its_accession_and_is_one_after(reader: Client):
    before, after = (html(reader.get(f"/agreements/E0001/?as_of={day}")) for day in ("1952-02-17", "1952-02-18"))

    assert row_of("Greece", before).startswith("Greece None before 18 February 1952")
    assert row_of("Greece", after).startswith("Greece Party since 18 February 1952")
    assert '<th scope="col">Standing on 17 February 1952</th>' in before


@pytest.mark.usefixtures("joined_later")
def test_a_party_that_left_is_withdrawn_from_that_day_and_the_others_stay(reader: Client):
    before, after = (html(reader.get(f"/agreements/E0001/?as_of={day}")) for day in ("1960-04-30", "1960-05-01"))

    assert row_of("Japan", before).startswith("Japan Party since 24 August 1949")
    assert row_of("Japan", after).startswith("Japan Withdrawn since 1 May 1960")
    assert row_of("United States", after).startswith("United States Party since 24 August 1949")


@pytest.mark.usefixtures("joined_later")
def test_what_the_law_concludes_of_a_party_is_marked_and_its_own_acts_are_not(reader: Client):
    page = html(reader.get("/agreements/E0001/"))

    assert "24 August 1949 concluded" in row_of("United States", page)
    assert "4 April 1949 concluded" in row_of("United States", page)
    assert "Accession, 18 February 1952 18 February 1952" in row_of("Greece", page)
    assert "concluded" not in row_of("Greece", page)


@pytest.mark.usefixtures("joined_later")
def test_who_only_serves_the_agreement_has_no_standing(reader: Client):
    assert re.search(r"Treaty Organi.ation – Depositary", words_of(html(reader.get("/agreements/E0001/"))))


@pytest.mark.usefixtures("joined_later")
def test_each_standing_of_a_party_is_explained_by_events_sources_and_articles(reader: Client):
    page = text(reader.get("/agreements/E0001/"))

    assert (
        "Greece: party since 18 February 1952: accession by Greece on 18 February 1952, "
        "as “A list of treaties” (not verified) says (VCLT art. 24(3))." in page
    )
    assert "Japan: withdrawn since 1 May 1960: the withdrawal of Japan took effect on 1 May 1960" in page


@pytest.mark.usefixtures("full")
def test_a_territory_has_no_standing(reader: Client):
    page = html(reader.get("/agreements/E0001/"))

    assert row_of("Guam", page) == "Guam Territory of application"
    assert page.count('<th scope="col">Standing today</th>') == 1


def test_a_party_of_which_nothing_is_known_says_so(reader: Client, publish: Publish):
    publish(signed=None)
    page = reader.get("/agreements/E0001/")

    assert row_of("Japan", html(page)) == "Japan Not known Party"
    assert "Japan: standing not known: no dated event or entry in the list of parties says when it was bound." in text(page)


def test_a_long_table_says_at_a_glance_how_its_parties_stand(reader: Client, publish: Publish):
    codes = list(Party.objects.filter(type=PartyType.STATE).order_by("code").values_list("code", flat=True)[:25])
    publish(parties=codes, in_force="1952-04-28", events=[event("w1", "withdrawal_effective", "1960-05-01", party=codes[7])])

    assert "Standing on 1 May 1960: party 24, withdrawn 1." in text(reader.get("/agreements/E0001/?as_of=1960-05-01"))


@pytest.fixture
def renewing(publish: Publish) -> None:
    """E0001, for ten years from 1952 and again for ten unless a party gives a year's notice."""
    publish(
        in_force="1952-04-28",
        duration={
            "term": {"kind": "fixed", "months": 120, "counted_from": "entry_into_force", "articles": ["X"]},
            "renewal": {"kind": "tacit", "months": 120},
            "notice": {"months": 12, "anchor": "before_end_of_term"},
        },
    )


@pytest.mark.usefixtures("renewing")
def test_a_pact_that_renews_itself_shows_its_last_day_for_notice_and_its_renewal(reader: Client):
    page = words_of(html(reader.get("/agreements/E0001/?as_of=1960-01-01")))

    assert "What is still to come, as seen on 1 January 1960." in page
    assert "Last day for notice On 27 April 1961 Notice has to be given by 27 April 1961" in page
    assert "Tacit renewal On 28 April 1962 A new term begins on 28 April 1962 unless notice is given in time." in page
    assert "A new term begins on 28 April 1962 unless notice is given in time. Reason: entered into force on 28 April 1952" in page
    assert 'href="#deadlines"' in html(reader.get("/agreements/E0001/"))


@pytest.mark.usefixtures("renewing")
def test_the_explanation_says_the_term_its_renewal_and_the_way_out(reader: Client):
    page = text(reader.get("/agreements/E0001/?as_of=1960-01-01"))

    assert "In force since 28 April 1952: entered into force on 28 April 1952, as “A list of treaties” (not verified) says" in page
    assert "Initial term of 10 years ends on 28 April 1962 (art. X); it continues unless notice is given" in page


def test_where_nothing_is_to_come_there_is_no_section_of_deadlines(reader: Client, publish: Publish):
    publish(in_force="1952-04-28", ended="1960-06-23")

    assert 'id="deadlines"' not in html(reader.get("/agreements/E0001/"))


def test_who_signed_what_entered_into_force_on_the_same_day_has_signed_it(reader: Client, publish: Publish):
    publish(signed="1952-04-28", in_force="1952-04-28")

    assert row_of("Japan", html(reader.get("/agreements/E0001/"))).endswith("28 April 1952 concluded 28 April 1952 concluded")
