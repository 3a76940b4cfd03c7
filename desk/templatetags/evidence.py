"""What pages say of citations, and the list of an agreement's provisions, for any page that shows an agreement."""

from typing import Any

from django import template

from agreements.models import Agreement, Citation
from desk.evidence.forms import mark_of
from provisions.models import Provision
from treaty.document.days import PartialDay
from treaty.document.wording import day_in_words

register = template.Library()


@register.filter
def mark(citation: Citation) -> str:
    """What the citation says, as a short text: a click speaks for what was on the page."""
    return mark_of(citation)


@register.filter
def in_words(day: PartialDay | None) -> str:
    """ "16 October 2020", "October 2020"; "no date" where there is none."""
    return day_in_words(day) if day else "no date"


@register.inclusion_tag("desk/evidence_provisions.html")
def provisions_of(agreement: Agreement) -> dict[str, Any]:
    """The agreement's provisions with links, a link to add one, and one to the evidence: {% provisions_of original %}."""
    return {"agreement": agreement, "provisions": Provision.objects.filter(agreement=agreement)}
