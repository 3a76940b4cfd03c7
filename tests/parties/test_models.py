"""What the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from parties.models import Code, Life, Membership, Party, Succession
from treaty.document.days import PartialDay

pytestmark = pytest.mark.django_db


def party(code: str) -> Party:
    return Party.objects.create(code=code, type="state", name=code.title(), sort_name=code.lower())


def refused(model, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**fields)


@pytest.mark.parametrize("code", ["jpn", "", "A B", "-A", "A-", "1A", "Ä"])
def test_a_code_is_written_in_capitals_and_digits(code: str):
    refused(Party, code=code, type="state", name="X", sort_name="x")
    with pytest.raises(ValidationError):
        Party(code=code, type="state", name="X").full_clean()


def test_a_code_is_used_once():
    party("ATLANTIS")
    refused(Party, code="ATLANTIS", type="state", name="X", sort_name="x")


def test_a_period_ends_after_it_begins():
    refused(Life, party=party("ATLANTIS"), begins=PartialDay("1900"), ends=PartialDay("1899"))


def test_a_day_of_reference_carries_no_doubt():
    refused(Life, party=party("ATLANTIS"), begins=PartialDay("1900~"))


def test_a_row_is_not_written_twice_even_without_a_beginning():
    atlantis = party("ATLANTIS")
    Code.objects.create(party=atlantis, scheme="cow", value="999")
    refused(Code, party=atlantis, scheme="cow", value="999")


def test_nobody_succeeds_or_joins_itself():
    atlantis = party("ATLANTIS")
    refused(Succession, predecessor=atlantis, successor=atlantis, kind="merger")
    refused(Membership, organisation=atlantis, member=atlantis)
