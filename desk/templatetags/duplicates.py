"""What a page at the desk says of duplicates: `{% duplicates_notice agreement %}`."""

from typing import Any

from django import template

from agreements.models import Agreement
from desk.duplicates.showing import shown
from desk.opening import seen_by
from editorial.composing import compose
from editorial.duplicates import duplicates_of
from editorial.mergers import Merger
from editorial.merging import merger_of
from treaty.document.document import Document

register = template.Library()


@register.inclusion_tag("desk/duplicates/notice.html", takes_context=True)
def duplicates_notice(context: Any, agreement: Agreement, document: Document | None = None) -> dict[str, Any]:
    """Likely duplicates of an agreement that nobody has dismissed, and mergers it has a part in.

    A page that has the document already hands it over; otherwise it is composed, unless the desk copy cannot be.
    """
    said: dict[str, Any] = {"agreement": agreement, "found": [], "merger": None, "waiting": []}
    if agreement is None or agreement.pk is None:
        return said
    request = context["request"]
    said |= {"merger": merger_of(agreement), "csrf_token": context.get("csrf_token")}
    said["waiting"] = list(Merger.objects.waiting().filter(survivor=agreement).select_related("other__record", "by"))
    try:
        document = document or compose(agreement)
    except ValueError:
        return said  # it cannot be read as a document yet; the form says why
    if said["merger"] is None:
        found = duplicates_of(document, among=seen_by(request).select_related("record"), but=agreement)
        said["found"] = shown([one for one in found if one.dismissal is None], of=agreement)
    return said
