"""{% load desk_steps %}{% agreement_steps original request.user %}: where an agreement stands, and the steps that can be taken.

It holds forms of its own, so it stands before the page's form, never inside it. Where there is no agreement yet it says nothing.
"""

from typing import Any

from django import template

from accounts.models import Person
from agreements.models import Agreement
from desk.review.steps import steps_of

register = template.Library()


@register.inclusion_tag("desk/steps.html", takes_context=True)
def agreement_steps(context: Any, agreement: Agreement | None, person: Person) -> dict[str, Any]:
    steps = steps_of(agreement, person) if agreement and agreement.pk else None
    return {"steps": steps, "csrf_token": context.get("csrf_token")}
