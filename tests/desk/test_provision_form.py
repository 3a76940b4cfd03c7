"""The form of a provision: its attributes come from the types of its kind, and what is written is what was typed."""

from collections.abc import Callable
from html import unescape
from random import Random
from typing import Any

import pytest
from django.forms import Form
from django.http import QueryDict
from django.test import Client
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Person
from agreements.models import Agreement
from desk.forms.provisions import ProvisionForm
from desk.forms.terms import Shape, TermsFields
from editorial.applying import apply
from editorial.composing import compose
from provisions.models import Provision
from tests.factories import NOON, pact
from tests.strategies import Grower
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS

SignedIn = Callable[[str], Client]
ADD = "/desk/provisions/provision/add/"
NO_ROWS = {"evidence-TOTAL_FORMS": 0, "evidence-INITIAL_FORMS": 0}


@pytest.fixture
def draft(person: Callable[[str], Person]) -> Agreement:
    return apply(pact(title="A draft", provisions=[LOGISTICS]), by=person("editor"), at=NOON)


LOGISTICS = {
    "id": "p1",
    "kind": "logistics",
    "terms": {"categories": ["fuel", "food"], "settlement_days": 30, "scope": "Exercises"},
    "gaps": [{"attribute": "pricing", "missing": "not_disclosed"}],
}


def sent(agreement: Agreement, kind: str, **said: Any) -> dict[str, Any]:
    row = {"agreement": agreement.pk, "kind": kind, "shown_kind": kind, "state": "present", "seen_version": ""}
    return {**row, **NO_ROWS, **said}


def address(provision: Provision) -> str:
    return f"/desk/provisions/provision/{provision.pk}/change/"


def as_shown(provision: Provision) -> dict[str, Any]:
    """What the browser sends back when nothing is changed on the page of a provision."""
    form = ProvisionForm(instance=provision)
    return {**posted(form), "shown_kind": provision.kind.value, **NO_ROWS}


def posted(form: Any) -> dict[str, Any]:
    """What the browser sends of a form that nobody has touched."""
    said: dict[str, Any] = {}
    for name, field in form.fields.items():
        widget = field.widget.get_context(name, form[name].value(), {})["widget"]
        for part in widget.get("subwidgets", [widget]):
            if "optgroups" in part:
                said[part["name"]] = [option["value"] for _, options, _ in part["optgroups"] for option in options if option["selected"]]
            elif part.get("type") != "checkbox" or part["attrs"].get("checked"):
                said[part["name"]] = "" if part["value"] is None else part["value"]
    return said


@pytest.mark.parametrize("kind", list(ProvisionKind))
@given(seed=st.integers(0, 2**32))
def test_terms_of_every_kind_come_back_from_the_form_as_they_went_in(kind: ProvisionKind, seed: int) -> None:
    terms = Grower(Random(seed)).terms(kind)
    stored = terms.model_dump(mode="json")
    shown = TermsFields(kind, [("JPN", "Japan")], stored)
    page = Form()
    page.fields = shown.fields

    data = MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in posted(page).items()})
    again = TermsFields(kind, [("JPN", "Japan")], stored, (), data)
    cleaned = {name: field.clean(field.widget.value_from_datadict(data, {}, name)) for name, field in again.fields.items()}

    assert TERMS[kind].model_validate(again.read(cleaned)[0]) == terms
    assert [
        name for name, field in again.fields.items() if field.has_changed(field.initial, field.widget.value_from_datadict(data, {}, name))
    ] == []


@pytest.mark.parametrize("kind", list(ProvisionKind))
def test_every_attribute_of_every_kind_has_a_label_a_help_and_a_field(kind: ProvisionKind) -> None:
    shown = TermsFields(kind)

    assert [attribute.name for attribute in shown.attributes] == list(TERMS[kind].model_fields)
    for attribute in shown.attributes:
        assert attribute.info.title and attribute.info.description
        assert attribute.value in shown.fields or all(name in shown.fields for row in attribute.rows for name in row)
        assert attribute.gap in shown.fields
        if Shape.of(attribute.info).is_rows:
            assert len(attribute.rows) == 2, "two blank rows"


def test_to_show_the_attributes_judges_no_citation_either(signed_in: SignedIn, draft: Agreement) -> None:
    row = {"evidence-TOTAL_FORMS": 1, "evidence-INITIAL_FORMS": 0, "evidence-0-quote": "Typed without a source"}

    page = signed_in("editor").post(ADD, sent(draft, "logistics", _show="1", **row)).content.decode()

    assert "Typed without a source" in page
    assert 'class="errorlist"' not in page


def test_the_page_asks_for_the_kind_first_and_then_shows_its_attributes(signed_in: SignedIn, draft: Agreement) -> None:
    editor = signed_in("editor")

    asked = editor.get(f"{ADD}?agreement={draft.pk}").content.decode()
    assert "Choose the kind of provision above" in asked
    assert f'name="agreement" value="{draft.pk}"' in asked

    shown = unescape(
        editor.post(ADD, sent(draft, "cost_sharing", _show="1", shown_kind="", quote="Typed before", begins="nonsense")).content.decode()
    )
    assert "Attributes of Cost sharing" in shown
    assert 'name="terms-yearly_amounts-1-amount_currency"' in shown
    assert "Typed before" in shown
    assert "It grows with a consumer price index." in shown
    assert "1000 to 9999" in shown
    assert 'class="errorlist"' not in shown
    assert Provision.objects.count() == 1


def test_who_comes_without_an_agreement_is_led_to_where_one_is_chosen(signed_in: SignedIn, draft: Agreement) -> None:
    for asked in ("", "?agreement=0", "?agreement=x"):
        assert signed_in("editor").get(ADD + asked)["Location"] == "/desk/agreements/agreement/"

    answer = signed_in("editor").post(ADD, sent(draft, "logistics", _addanother="1"))
    assert answer["Location"] == f"{ADD}?agreement={draft.pk}"


def test_what_is_typed_is_written_in_the_terms_of_the_document(signed_in: SignedIn, draft: Agreement) -> None:
    said = {
        "terms-payer": "JPN",
        "terms-amount_amount": "1,519,200,000,000",
        "terms-amount_currency": "krw",
        "terms-yearly_amounts-0-year": "2026",
        "terms-yearly_amounts-0-amount_amount": "5",
        "terms-yearly_amounts-0-amount_currency": "USD",
        "terms-yearly_amounts-3-year": "2027",
        "terms-yearly_amounts-3-amount_amount": "6.50",
        "terms-yearly_amounts-3-amount_currency": "USD",
        "terms-categories": ["labour", "rent"],
        "terms-audit": "no",
        "gaps-escalator": "not_disclosed",
        "articles": "II\nIII",
        "quote": "Line one\r\nline two",
    }
    answer = signed_in("editor").post(ADD, sent(draft, "cost_sharing", **said))

    assert answer.status_code == 302, answer.context["errors"]
    assert answer["Location"] == f"/desk/agreements/agreement/{draft.pk}/change/#provisions"
    provision = compose(draft).provisions[1]
    assert provision.terms.model_dump(mode="json", exclude_none=True) == {
        "payer": "JPN",
        "amount": {"amount": "1519200000000", "currency": "KRW"},
        "yearly_amounts": [
            {"year": 2026, "amount": {"amount": "5", "currency": "USD"}},
            {"year": 2027, "amount": {"amount": "6.50", "currency": "USD"}},
        ],
        "categories": ["labour", "rent"],
        "audit": False,
    }
    assert [(gap.attribute, gap.missing) for gap in provision.gaps] == [("escalator", "not_disclosed")]
    assert (provision.articles, provision.quote) == (("II", "III"), "Line one\nline two")


def test_a_term_may_be_typed_in_years_or_weeks(signed_in: SignedIn, draft: Agreement) -> None:
    said = {"terms-term_months": "10 years", "terms-notice_days": "2 weeks", "terms-renewal_months": "18"}

    signed_in("editor").post(ADD, sent(draft, "final_clauses", **said))

    terms: Any = compose(draft).provisions[1].terms
    assert (terms.term_months, terms.notice_days, terms.renewal_months) == (120, 14, 18)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"terms-first_year": "12"}, "terms-first_year", "At least 1000."),
        ({"terms-first_year": "soon"}, "terms-first_year", "Write a whole number."),
        ({"terms-cap_percent": "12,5"}, "terms-cap_percent", "Write a number."),
        ({"terms-amount_amount": "12"}, "terms-amount", "Fill this in"),
        ({"terms-amount_amount": "12", "terms-amount_currency": "yen!"}, "terms-amount", "Three capitals, such as USD."),
        ({"terms-shares-0-party": "JPN"}, "terms-shares-0-percent", "Fill this in"),
        ({"terms-shares-1-party": "JPN", "terms-shares-1-percent": "2000"}, "terms-shares-1-percent", "At most 1000."),
        ({"terms-form": "shells"}, "terms-form", "Select a valid choice"),
        ({"terms-payer": "ATL"}, "terms-payer", "Select a valid choice"),
        ({"terms-audit": "perhaps"}, "terms-audit", "Select a valid choice"),
        ({"terms-audit": "yes", "gaps-audit": "unknown"}, "gaps-audit", "It has a value, so it is not missing"),
        ({"terms-first_year": "2027", "terms-last_year": "2026"}, "__all__", "The last year comes before the first year"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_written(
    signed_in: SignedIn, draft: Agreement, said: dict[str, str], field: str, sentence: str
) -> None:
    answer = signed_in("editor").post(ADD, sent(draft, "cost_sharing", **said))

    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert list(errors) == [field], errors
    assert sentence in errors[field][0]
    assert sentence in unescape(answer.content.decode())
    assert Provision.objects.count() == 1


def test_changing_the_kind_says_what_would_be_lost_and_keeps_it_until_confirmed(signed_in: SignedIn, draft: Agreement) -> None:
    provision, editor = draft.provisions.get(), signed_in("editor")
    typed = {**as_shown(provision), "kind": "equipment"}

    directly = editor.post(address(provision), typed)
    assert "Below are now the attributes of equipment" in unescape(directly.content.decode())
    shown = unescape(editor.post(address(provision), {**typed, "_show": "1"}).content.decode())
    assert "Equipment has no room for:</strong> Categories of support" in shown or "Equipment has no room for:</strong>" in shown
    assert 'type="hidden" name="terms-settlement_days" value="30"' in shown

    unconfirmed = editor.post(address(provision), {**typed, "shown_kind": "equipment"})
    assert "Nothing is lost until you say so" in unescape(unconfirmed.content.decode())
    provision.refresh_from_db()
    assert (provision.kind, provision.terms["settlement_days"]) == ("logistics", 30)

    typed = {name: value for name, value in typed.items() if not name.startswith(("terms-", "gaps-"))}
    confirmed = editor.post(address(provision), {**typed, "terms-scope": "Exercises", "shown_kind": "equipment", "drop_attributes": "on"})
    assert confirmed.status_code == 302, confirmed.context["errors"]
    (said,) = compose(draft).provisions
    assert (said.kind, said.terms.scope, said.gaps) == ("equipment", "Exercises", ())


def test_a_kind_changed_back_finds_what_was_typed(signed_in: SignedIn, draft: Agreement) -> None:
    editor = signed_in("editor")
    typed = sent(draft, "equipment", **{"terms-settlement_days": "45", "terms-categories": "fuel", "_show": "1"})
    page = editor.post(ADD, typed).content.decode()
    assert 'type="hidden" name="terms-settlement_days" value="45"' in page

    back = editor.post(ADD, {**typed, "kind": "logistics"}).content.decode()

    assert 'type="text" name="terms-settlement_days" value="45"' in back


def test_an_unchanged_save_changes_nothing_in_the_document(signed_in: SignedIn, draft: Agreement) -> None:
    before, provision = compose(draft), draft.provisions.get()

    assert signed_in("editor").post(address(provision), as_shown(provision)).status_code == 302

    assert compose(draft) == before


def test_a_save_counts_as_a_change_of_the_agreement(signed_in: SignedIn, draft: Agreement, person: Callable[[str], Person]) -> None:
    version, provision = draft.version, draft.provisions.get()

    signed_in("reviewer").post(address(provision), as_shown(provision))

    draft.refresh_from_db()
    assert (draft.version, draft.changed_by) == (version + 1, person("reviewer"))

    signed_in("reviewer").post(f"/desk/provisions/provision/{provision.pk}/delete/", {"post": "yes"})
    draft.refresh_from_db()
    assert draft.version == version + 2


def test_a_stale_save_is_refused_with_both_values_in_words(signed_in: SignedIn, draft: Agreement) -> None:
    provision = draft.provisions.get()
    theirs = {**as_shown(provision), "terms-settlement_days": "60", "strength": "shall"}
    mine = {**as_shown(provision), "terms-settlement_days": "90", "terms-categories": ["fuel"]}
    assert signed_in("reviewer").post(address(provision), theirs).status_code == 302

    page = unescape(signed_in("editor").post(address(provision), mine).content.decode())

    assert "Somebody saved this after you opened it" in page
    assert "stored now “60”; yours “90”" in page
    assert "Petroleum, oils and lubricants, Food and water”; yours “Petroleum, oils and lubricants”" in page
    assert "Obligors" not in page.partition("stored now")[2].partition("</ul>")[0]
    provision.refresh_from_db()
    assert provision.terms["settlement_days"] == 60


def test_obligors_are_chosen_among_the_agreements_parties(signed_in: SignedIn, draft: Agreement) -> None:
    japan, france = (part.party for part in draft.participations.all()[:1]), None
    (party,) = japan
    from parties.models import Party

    france = Party.objects.get(code="FRA")
    answer = signed_in("editor").post(ADD, sent(draft, "logistics", obligors=[france.pk]))
    assert list(answer.context["adminform"].form.errors) == ["obligors"]

    assert signed_in("editor").post(ADD, sent(draft, "logistics", obligors=[party.pk])).status_code == 302
    assert compose(draft).provisions[1].obligors == (party.code,)


def test_the_page_costs_the_same_for_two_parties_and_for_thirty(
    signed_in: SignedIn, person: Callable[[str], Person], django_assert_max_num_queries: Any
) -> None:
    from parties.models import Party

    codes = list(Party.objects.order_by("code").values_list("code", flat=True)[:30])
    for count in (2, 30):
        shares = [{"party": code, "percent": "1"} for code in codes[:count]]
        said = {
            "id": "p1",
            "kind": "cost_sharing",
            "terms": {"shares": shares},
            "obligors": codes[:count],
            "evidence": [{"source": "s1"}] * count,
        }
        agreement = apply(pact(parties=codes[:count], provisions=[said]), by=person("editor"), at=NOON)
        client = signed_in("editor")
        with django_assert_max_num_queries(20):
            assert client.get(address(agreement.provisions.get())).status_code == 200


def test_the_form_reads_a_query_only_of_what_it_may_see(draft: Agreement) -> None:
    form = ProvisionForm(QueryDict(f"agreement={draft.pk}&kind=nonsense"))

    assert form.kind_shown() is None
    assert "kind" in form.errors
