"""What a form changed, in sentences: the field, what stood there, and what stands there now."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Manager, Model, QuerySet
from django.forms import BaseForm, BaseFormSet, ModelChoiceField, ModelForm

LONGEST = 120
UNSAID = {"seen_version", "id", "DELETE"}


def sentences_of(form: BaseForm, formsets: Iterable[BaseFormSet], *, add: bool) -> list[str]:
    """As in "Title: from “Security Treaty” to “Security Pact”." and "Event added: Signature 1951-09-08."."""
    said = [f"{label}: {words}." for label, words in _changes(form, new=add)]
    for formset in formsets:
        noun = _noun(formset)
        said += [sentence for row in formset.forms for sentence in _row(formset, row, noun)]
    return said


def removed(row: Model) -> str:
    return f"{_capital(str(row._meta.verbose_name))} removed: {row}."


def _row(formset: BaseFormSet, row: Any, noun: str) -> Iterator[str]:
    if not row.has_changed():
        return
    marked = formset.can_delete and row.cleaned_data.get("DELETE")
    there = isinstance(row, ModelForm) and row in getattr(formset, "initial_forms", ())
    if marked and there:
        yield f"{noun} removed: {row.instance}."
    elif not marked and not there:
        yield f"{noun} added: {row.instance}."
    elif not marked:
        for label, words in _changes(row, new=False):
            yield f"{noun} “{row.instance}”, {label.lower()}: {words}."


def _changes(form: BaseForm, *, new: bool) -> Iterator[tuple[str, str]]:
    for name in form.changed_data:
        if name in UNSAID or name not in form.cleaned_data:
            continue
        field = form.fields[name]
        label = str(field.label or name.replace("_", " ").capitalize())
        after = _words(form.cleaned_data[name])
        before = _words(form.initial.get(name, field.initial))
        if before == after and not new:
            continue  # a browser writes line breaks in its own way
        known = isinstance(field, ModelChoiceField) and not isinstance(form.initial.get(name), list | Model)
        yield label, f"now {after}" if new or known else f"from {before} to {after}"


def _words(value: Any) -> str:
    if callable(value) and not isinstance(value, Manager):
        value = value()
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple | QuerySet):
        return ", ".join(_words(one) for one in value) or "nothing"
    text = str(getattr(value, "label", None) or value).replace("\r\n", "\n")
    return f"“{text if len(text) <= LONGEST else f'{text[: LONGEST - 1]}…'}”"


def _noun(formset: Any) -> str:
    return _capital(str(formset.model._meta.verbose_name))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
