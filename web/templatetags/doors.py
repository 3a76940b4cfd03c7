"""Addresses of the other doors, which templates know by their published addresses and not by name."""

from django import template

from web.showing.links import API

register = template.Library()


@register.simple_tag
def api(path: str = "") -> str:
    """The address of something in the API: {% api "agreements/" %}."""
    return f"{API}/{path}"
