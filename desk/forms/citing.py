"""Citations that were entered beside the facts they speak for, written when the facts are saved."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Max

from accounts.models import Person
from agreements.citing import list_source
from agreements.models import Agreement, Evidence, Participation, Source
from agreements.operations import place_row
from desk.forms.agreement import AgreementForm
from desk.forms.rows import CitingForm
from parties.models import Party
from treaty.vocabulary.roles import Role


def write_what_rows_cite(form: AgreementForm, formsets: Iterable[Any], *, by: Person, at: datetime) -> None:
    """List every source that is cited, and cite it for its fact; add the parties of the one field. `by` has read what is verified."""
    agreement = form.instance
    _add_parties(agreement, form.cleaned_data.get("add_parties") or [])
    citing = _Citing(agreement, form.new_source(), by, at)
    for formset in formsets:
        for row in formset.forms:
            if isinstance(row, CitingForm) and row.instance.pk and row not in formset.deleted_forms and row.cites:
                citing.cite(row)
    if citing.new is not None and form.cleaned_data.get("cite_for_record"):
        citing.cite_for_record()


def _add_parties(agreement: Agreement, parties: Iterable[Party]) -> None:
    there = set(agreement.participations.filter(role=Role.PARTY).values_list("party", flat=True))
    for party in parties:
        if party.pk not in there:
            row = Participation(agreement=agreement, party=party)
            place_row(row, of=agreement)
            row.save()


class _Citing:
    """Knows the new source, if the form brings one."""

    def __init__(self, agreement: Agreement, new: Source | None, by: Person, at: datetime) -> None:
        self.agreement, self.by, self.at = agreement, by, at
        self.new = None
        if new is not None:
            if new.pk is None:
                new.save()
            self.new = list_source(new, on=agreement)

    def cite(self, row: CitingForm) -> None:
        """What a row cites; without a source named, it is the new one, or the only one listed."""
        source = row.cleaned_data.get("cite_source")
        if source is None and self.new is None:
            source = next(iter(row.at_hand.listed.values()))
        listed = list_source(source, on=self.agreement) if source else self.new
        said = {name: row.cleaned_data.get(f"cite_{name}") for name in ("article", "quote", "verified")}
        self._write({str(row.instance._meta.model_name): row.instance}, listed, said)

    def cite_for_record(self) -> None:
        self._write({}, self.new, {})

    def _write(self, fact: dict[str, Any], listed: Any, said: dict[str, Any]) -> None:
        others = Evidence.objects.filter(**fact) if fact else Evidence.objects.about_the_whole()
        last = others.filter(agreement=self.agreement).aggregate(last=Max("position"))["last"]
        read = {"verified_by": self.by, "verified_at": self.at} if said.get("verified") else {}
        Evidence.objects.create(agreement=self.agreement, position=0 if last is None else last + 1, listed=listed, **fact, **said, **read)
