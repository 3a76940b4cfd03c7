"""Choosing a word of the vocabulary with its definition at hand."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import forms
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from treaty.vocabulary.headings import under_headings
from treaty.vocabulary.term import Term


@cache
def options_of(family: type[Term]) -> str:
    """The options of a family under its headings. Made once: a form of sixty events has sixty such lists."""
    groups = []
    for heading, words in under_headings(family):
        options = format_html_join("", '<option value="{}">{}</option>', ((word.value, word.label) for word in words))
        groups.append(format_html('<optgroup label="{}">{}</optgroup>', heading, options) if heading else options)
    return "".join(groups)


def definition(word: Term | None) -> SafeString:
    """What the word means, and who says so."""
    if word is None:
        return mark_safe("")
    return format_html('{} <cite class="said-by">{}</cite>', word.definition, word.source)


class TermSelect(forms.Select):
    """A list of one family, under headings, with the definition of the chosen word beneath it."""

    def __init__(self, family: type[Term], attrs: Any = None) -> None:
        super().__init__(attrs)
        self.family = family

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        given = {**self.attrs, **(attrs or {})}
        key = given.get("id", name)
        chosen = "" if value is None else str(value)
        word = next((word for word in self.family if word.value == chosen), None)
        given["aria-describedby"] = " ".join(filter(None, [given.get("aria-describedby"), f"{key}_definition"]))
        attributes = format_html_join("", ' {}="{}"', ((name, given[name]) for name in given if given[name] not in (None, False)))
        options = options_of(self.family)
        if word is not None:
            value_of = f'value="{conditional_escape(chosen)}"'
            options = options.replace(value_of, f"{value_of} selected", 1)
        return format_html(
            '<span class="with-definition"><select name="{}" data-family="{}"{}>{}{}</select>'
            '<span class="definition" id="{}_definition">{}</span></span>',
            name, self.family.__name__, attributes, self._blank(), mark_safe(options), key, definition(word),  # noqa: S308 - ours
        )  # fmt: skip

    def _blank(self) -> SafeString:
        """An empty option, unless the field must have a word and comes with one."""
        blank = next((label for value, label in self.choices if value in ("", None)), None)
        return mark_safe("") if blank is None else format_html('<option value="">{}</option>', blank)


def definitions_of(given: Iterable[forms.BaseForm]) -> dict[str, list[Term]]:
    """The words of every family that some form lets one choose from, for the script that shows their definitions."""
    widgets = (field.widget for form in given for field in form.fields.values())
    return {widget.family.__name__: list(widget.family) for widget in widgets if isinstance(widget, TermSelect)}
