"""What pages say of citations, and the list of an agreement's provisions, for any page that shows an agreement."""

from typing import Any

from django import template

from agreements.models import Agreement, Citation
from desk.evidence.forms import mark_of
from provisions.models import Provision

register = template.Library()


@register.filter
def mark(citation: Citation) -> str:
    """What the citation says, as a short text: a click speaks for what was on the page."""
    return mark_of(citation)


@register.inclusion_tag("desk/evidence_provisions.html")
def provisions_of(agreement: Agreement) -> dict[str, Any]:
    """The agreement's provisions with links, a link to add one, and one to the evidence: {% provisions_of original %}."""
    return {"agreement": agreement, "provisions": Provision.objects.filter(agreement=agreement)}
