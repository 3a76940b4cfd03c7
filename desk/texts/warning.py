"""What an editor is told of quotations at a step that reads none of the texts itself."""

from django.contrib import messages
from django.http import HttpRequest

from agreements.models import Agreement
from editorial.quotes import quote_findings


def warn_of_unfound_quotes(request: HttpRequest, agreement: Agreement) -> None:
    """Name each quotation that is not in its stored text. It keeps nothing from going on."""
    for finding in quote_findings(agreement):
        messages.warning(request, f"{finding.sentence} {finding.detail}")
