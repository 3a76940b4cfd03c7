"""Two people on one agreement: what is stored now beside what the second has typed, field by field and row by row."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from catalogue.judging import names_in
from desk.admin.trying import Trial
from editorial.composing import compose
from treaty.document.difference import Change, difference, value_in_words


@dataclass(frozen=True)
class Rival:
    """One place where the two differ."""

    what: str
    theirs: str
    yours: str


@dataclass(frozen=True)
class Rivals:
    """`changes` is what saving over the other's version would do; `added` are the other's rows, which stay."""

    version: int
    by: str
    changes: tuple[Rival, ...]
    added: tuple[str, ...]
    readable: bool


def rivals_in(trial: Trial, stored: Any) -> Rivals:
    """Both versions, where both can be read as a record; the other's new rows in any case."""
    added = tuple(
        f"{formset.model._meta.verbose_name.capitalize()}: {row}"
        for formset in trial.formsets
        for row in formset.get_queryset()
        if row.pk not in {form.instance.pk for form in formset.initial_forms}
    )
    by = str(stored.changed_by or "somebody")
    if trial.document is None:
        return Rivals(stored.version, by, (), added, readable=False)
    try:
        theirs = compose(stored)
    except ValidationError:
        return Rivals(stored.version, by, (), added, readable=False)
    names = {**names_in(theirs), **names_in(trial.document)}
    return Rivals(stored.version, by, tuple(map(_rival, difference(theirs, trial.document, names))), added, readable=True)


def _rival(change: Change) -> Rival:
    """The change from what is stored to what was typed, as two values side by side."""
    head, changed, _ = change.sentence.partition(" changed from ")
    if changed:
        return Rival(head, value_in_words(change.before), value_in_words(change.after))
    noun, _, words = change.sentence.rstrip(".").partition(": ")
    if not words:
        return Rival(change.sentence, "", "")
    what = noun.removesuffix(" added").removesuffix(" removed")
    return Rival(what, *(("nothing", words) if change.before is None else (words, "removed")))
