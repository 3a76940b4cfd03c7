"""Addresses for templates: of our own pages under the days of the page that links to them, and of the other doors."""

from typing import Any

from django import template
from django.template import Context

from web.showing.links import API, page

register = template.Library()


@register.simple_tag(takes_context=True)
def onward(context: Context, name: str, *parts: Any) -> str:
    """The address of another page, asked for the same two days as this one: {% onward "party" code %}. A page of trouble has none."""
    days = getattr(context.get("page"), "days", None)
    return page(name, *parts, **(days.carried if days else {}))


@register.simple_tag
def api(path: str = "") -> str:
    """The address of something in the API: {% api "agreements/" %}."""
    return f"{API}/{path}"
