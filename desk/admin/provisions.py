"""Provisions on the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import TabularInline
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from pydantic import ValidationError as NotOfItsKind

from desk.admin.agreements import SHORT
from desk.admin.base import OfKnownAgreements
from desk.audit.saving import LeavesALineOnItsAgreement
from desk.duplicates.merged import KeepsTheMerged
from desk.forms.lines import Lines, Structure
from desk.forms.stale import RefusesStaleSaves
from desk.site import desk
from provisions.models import Provision, ProvisionEvidence
from provisions.operations import place_provision
from treaty.vocabulary.provisions.kinds import ProvisionKind
from treaty.vocabulary.provisions.registry import TERMS


class ProvisionForm(RefusesStaleSaves):
    """A provision whose attributes are checked against those of its kind."""

    articles = Lines(help_text="One to a line.")
    terms = Structure(
        required=False, initial=dict, empty_value={}, help_text="The attributes of the kind, as JSON; the glossary lists them."
    )
    gaps = Structure(required=False, initial=list, empty_value=[], help_text="Attributes that are missing for a known reason, as JSON.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind, terms = cleaned.get("kind"), cleaned.get("terms")
        if kind and isinstance(terms, dict):
            try:
                cleaned["terms"] = TERMS[ProvisionKind(kind)].model_validate(terms).model_dump(mode="json")
            except NotOfItsKind as fault:
                said = [f"{'.'.join(map(str, error['loc']))}: {error['msg']}" for error in fault.errors()]
                self.add_error("terms", ValidationError(said))
        return cleaned


class ProvisionEvidenceInline(TabularInline):
    model = ProvisionEvidence
    extra = 0
    formfield_overrides = SHORT
    fields = ["listed", "article", "page", "quote", "verified"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        self.provision = obj
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        rows = db_field.remote_field.model._default_manager.select_related("source")
        own = rows.filter(agreement=self.provision.agreement_id) if self.provision else rows.none()
        return super().formfield_for_foreignkey(db_field, request, queryset=own, **kwargs)


@admin.register(Provision, site=desk)
class ProvisionAdmin(KeepsTheMerged, OfKnownAgreements, LeavesALineOnItsAgreement):
    form = ProvisionForm
    list_display = ["kind", "agreement", "state", "strength"]
    list_filter = ["kind", "state"]
    list_select_related = ["agreement"]
    search_fields = ["agreement__title", "quote"]
    autocomplete_fields = ["agreement", "obligors", "beneficiaries"]
    exclude = ["position"]
    inlines = [ProvisionEvidenceInline]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        place_provision(obj)
        super().save_model(request, obj, form, change)
