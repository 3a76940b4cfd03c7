"""A form tried out: saved inside a transaction that is always undone, and judged as it would stand."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import IntegrityError, connection, transaction
from django.forms import all_valid
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import strip_tags
from pydantic import ValidationError

from catalogue.judging import Asked, Judgement, judge
from desk.forms.days import TypedDay, words_of
from desk.forms.stale import STALE
from editorial.composing import compose
from parties.book import party_book
from provisions.models import Provision
from treaty.document.document import Document
from treaty.document.rules import Circumstances, Finding, Level, findings
from treaty.document.wording import day_in_words, when
from treaty.law.bindings import Binding
from treaty.vocabulary.standing import PartyStanding

KEYED = {"events": "id", "relations": "id", "texts": "id", "sources": "id"}
INDEXED = re.compile(r"(?P<list>[a-z_]+)\.(?P<index>\d+)(?:\.(?P<field>[a-z_]+))?")
ROWS = {"sources": "listed_sources"}
SECTION_OF = {"participations": "id_add_parties", "sources": "sources", "evidence": "sources", "duration": "duration"}


@dataclass(frozen=True)
class Place:
    """Something to look at, with the id of the field where it stands, or an address of its own page."""

    sentence: str
    detail: str
    link: str
    label: str = ""
    level: str = Level.ERROR.value


@dataclass
class Trial:
    """What becomes of the forms of one request if they are saved."""

    form: Any
    formsets: list[Any]
    agreement: Any = None
    document: Document | None = None
    faults: list[Place] = field(default_factory=list)

    @property
    def stale(self) -> bool:
        return bool(self.form.stale)


@contextmanager
def impatient_transaction() -> Iterator[None]:
    """Waits two seconds for who writes: a trial follows every pause in the typing, and whoever reads would wait behind it."""
    on_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if on_sqlite:  # which waits for its one lock as the transaction begins
            cursor.execute("PRAGMA busy_timeout = 2000")
        try:
            with transaction.atomic():
                if not on_sqlite:
                    cursor.execute("SET LOCAL lock_timeout = 2000")
                yield
        finally:
            if on_sqlite:
                cursor.execute(f"PRAGMA busy_timeout = {settings.ENTENTE_LOCK_SECONDS * 1000}")


def try_out(desk_form: Any, request: HttpRequest, agreement: Any) -> Trial:
    """Fill in the forms, save them, compose the document, and undo it all. The database is as it was before."""
    add = agreement is None
    made = desk_form.get_form(request, agreement, change=not add, fields=None)
    made.trying, made.only_checking = True, False
    form = made(request.POST, request.FILES, instance=agreement)
    formsets, _ = desk_form._create_formsets(request, form.instance, change=not add)
    valid = form.is_valid()
    trial = Trial(form, formsets)
    if not (all_valid(formsets) and valid):
        trial.faults = list(faults_of(form, formsets))
        return trial
    try:
        with impatient_transaction():
            trial.agreement = desk_form.save_form(request, form, change=not add)
            desk_form.save_model(request, trial.agreement, form, change=not add)
            desk_form.write(request, form, formsets, change=not add)
            trial.document = compose(trial.agreement)
            transaction.set_rollback(True)
    except IntegrityError:
        trial.faults = [Place("The rows contradict one another.", "Look for one that stands twice.", "#what")]
    except ValidationError as refusal:
        trial.faults = [Place("A value does not fit into a record.", said, "#what") for said in _said(refusal)]
    return trial


def _said(refusal: ValidationError) -> list[str]:
    return [f"{'.'.join(map(str, error['loc']))}: {error['msg']}".lstrip(": ") for error in refusal.errors()]


def faults_of(form: Any, formsets: list[Any]) -> Iterator[Place]:
    """Every field that cannot be read, with a link to it."""
    yield from _faults_in(form)
    for formset in formsets:
        for said in formset.non_form_errors():
            yield Place(str(said), "", f"#{formset.prefix}-group")
        for number, row in enumerate(formset.forms, 1):
            if row not in formset.deleted_forms:
                of = formset.model._meta.verbose_name.capitalize()
                yield from _faults_in(row, of=of if formset.max_num == 1 else f"{of} {number}")


def _faults_in(form: Any, *, of: str = "") -> Iterator[Place]:
    for name, said in form.errors.as_data().items():
        for error in said:
            if error.code == STALE:
                continue
            of_a_field = name != NON_FIELD_ERRORS and name in form.fields
            link = f"#{form[name].id_for_label}" if of_a_field else f"#{form.prefix or 'what'}"
            label = strip_tags(str(form[name].label)) if of_a_field else ""
            where = of or ("New source" if name.startswith("new_source_") else "")
            label = ", ".join(filter(None, (where, label.lower() if where else label)))
            for sentence in error.messages:
                yield Place(sentence, "", link, label)


@dataclass(frozen=True)
class Beside:
    """What stands beside the form."""

    judgement: Judgement | None
    bindings: tuple[tuple[str, str], ...]
    places: list[Place]
    words: list[tuple[str, str]]
    stale: bool

    @property
    def errors(self) -> int:
        return sum(place.level == Level.ERROR.value for place in self.places)

    @property
    def warnings(self) -> int:
        return len(self.places) - self.errors


def judged(trial: Trial, *, on: date) -> Beside:
    """The trial's document as the law and the rule book see it on the day."""
    words = list(words_typed(trial))
    if trial.document is None:
        return Beside(None, (), trial.faults, words, trial.stale)
    judgement = judge(trial.document, Asked(on=on, as_known=None, inferring=True, between=()))
    held = tuple(
        (judgement.names.get(binding.party, binding.party), f"{binding.standing.label} {_since(binding)}")
        for binding in judgement.bindings
        if binding.standing is not PartyStanding.NONE
    )
    found = findings(trial.document, Circumstances(party_book(), on))
    prefixes = prefixes_of(trial)
    places = [placed(finding, trial.document, prefixes, trial.agreement) for finding in found]
    return Beside(judgement, held, [*trial.faults, *places], words, trial.stale)


def _since(binding: Binding) -> str:
    """ "since 28 April 1952"; of what is over, "on 20 April 1999", "in 1999"."""
    over = (PartyStanding.ENDED, PartyStanding.WITHDRAWN, PartyStanding.PREDECESSOR)
    return when(binding.since) if binding.standing in over else f"since {day_in_words(binding.since)}"


def words_typed(trial: Trial) -> Iterator[tuple[str, str]]:
    """The days that were typed, in words, each with the id of its field."""
    forms = [trial.form, *(row for formset in trial.formsets for row in formset.forms)]
    for form in forms:
        for name in form.changed_data:
            if isinstance(form.fields.get(name), TypedDay):
                yield form[name].id_for_label, words_of(form[name].data)


def prefixes_of(trial: Trial) -> dict[str, str]:
    """The prefix of the form in which each part of the document stands: "events.e3" is "events-0"."""
    found: dict[str, str] = {}
    for formset in trial.formsets:
        for row in formset.forms:
            key = _key(row.instance)
            if key:
                found.setdefault(f"{formset.prefix}.{key}", row.prefix)
    return found


def _key(row: Any) -> str:
    if getattr(row, "key", ""):
        return str(row.key)
    if getattr(row, "party_id", None) and hasattr(row, "role"):
        return f"{row.party.code}-{row.role}"
    return f"{row.scheme}-{row.value}" if hasattr(row, "scheme") else ""


def placed(finding: Finding, document: Document, prefixes: dict[str, str], agreement: Any) -> Place:
    """A finding with a link to its field, to its row, or to the page of its provision."""
    link = "#" + _anchor(finding.path, document, prefixes)
    if finding.path.startswith("provisions.") and agreement is not None:
        key = document.provisions[int(finding.path.split(".")[1])].id
        row = Provision.objects.filter(agreement=agreement.pk, key=key).first()
        link = reverse("admin:provisions_provision_change", args=[row.pk]) if row else "#what"
    return Place(finding.sentence, finding.detail, link, level=finding.level.value)


def _anchor(path: str, document: Document, prefixes: dict[str, str]) -> str:
    match = INDEXED.fullmatch(path)
    if not match:
        return SECTION_OF.get(path, f"id_{path}" if path else "what")
    part = getattr(document, match["list"])[int(match["index"])]
    if match["list"] == "participations":
        key = f"{part.party}-{part.role}"
    elif match["list"] == "identifiers":
        key = f"{part.scheme}-{part.value}"
    else:
        key = part.id
    prefix = prefixes.get(f"{ROWS.get(match['list'], match['list'])}.{key}")
    if prefix is None:
        return SECTION_OF.get(match["list"], "what")
    return f"id_{prefix}-{match['field']}" if match["field"] else prefix
