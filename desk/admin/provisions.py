"""Provisions on the desk: reached from their agreement, and leading back to it."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import StackedInline
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, Textarea
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from agreements.citing import prepare_citation
from agreements.models import Agreement, ListedSource
from columns.text import Prose
from desk.admin.base import OfKnownAgreements
from desk.audit.saving import LeavesALineOnItsAgreement
from desk.duplicates.merged import KeepsWhatIsOffTheDesk
from desk.forms.provisions import SHOW, ProvisionForm
from desk.site import desk
from provisions.models import Provision, ProvisionEvidence
from provisions.operations import place_provision


def agreements_of(request: HttpRequest) -> QuerySet[Agreement]:
    """The agreements that this person may see, whatever the rule for that is."""
    return desk._registry[Agreement].get_queryset(request).order_by()


def may_change(request: HttpRequest, agreement: Agreement | None) -> bool:
    return desk._registry[Agreement].has_change_permission(request, agreement)


class ProvisionEvidenceInline(StackedInline):
    """Citations of the provision. Who verified them is said on the evidence page, in one click."""

    model = ProvisionEvidence
    verbose_name, verbose_name_plural = "citation", "Evidence"
    extra = 1
    formfield_overrides = {Prose: {"widget": Textarea(attrs={"rows": 2, "cols": 80})}}
    fieldsets = [(None, {"fields": ["listed", ("article", "page"), "quote", "note"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProvisionEvidence]:
        return super().get_queryset(request).select_related("listed__source")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        asked = str(request.POST.get("agreement") or request.GET.get("agreement") or "")
        self.agreement = obj.agreement_id if obj else int(asked) if asked.isdecimal() else None
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        own = ListedSource.objects.filter(agreement=self.agreement, agreement__in=agreements_of(request)).select_related("source")
        field: Any = super().formfield_for_foreignkey(db_field, request, queryset=own, **kwargs)
        field.choices = [("", "---------"), *((listed.pk, str(listed)) for listed in own)]
        return field


@admin.register(Provision, site=desk)
class ProvisionAdmin(KeepsWhatIsOffTheDesk, OfKnownAgreements, LeavesALineOnItsAgreement):
    form = ProvisionForm
    change_form_template = "admin/provisions/provision/change_form.html"
    list_display = ["kind", "agreement", "state", "strength"]
    list_filter = ["kind", "state"]
    list_select_related = ["agreement"]
    search_fields = ["agreement__title", "quote"]
    inlines = [ProvisionEvidenceInline]
    fieldsets = [
        (None, {"fields": ["agreement", "kind", "state", "articles", "quote"]}),
        (
            "Who owes it to whom, and when",
            {"fields": ["strength", "reciprocity", "obligors", "beneficiaries", "condition", "begins", "ends", "note"]},
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Provision]:
        return super().get_queryset(request).filter(agreement__in=agreements_of(request).values("pk"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["agreement"] if obj else []

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        if "agreement" in form.base_fields:
            form.base_fields["agreement"].queryset = agreements_of(request)
        return form

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_manytomany(db_field, request, **{**kwargs, "widget": CheckboxSelectMultiple})
        field.help_text = ""
        return field

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(request, obj.agreement))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or may_change(request, obj.agreement))

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        """Where the page is only to show the attributes of a kind, what is typed in the rows below is not judged either."""
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        for formset in formsets if SHOW in request.POST else ():
            formset._errors, formset._non_form_errors = [], ErrorList()
            for form in formset.forms:
                form._errors, form.cleaned_data = ErrorDict(), {}
        return formsets, inlines

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        place_provision(obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for citation in formset.save(commit=False):
            prepare_citation(citation)
            citation.save()
        for citation in formset.deleted_objects:
            citation.delete()

    # The ways in and back

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        """A provision is added to an agreement: who comes without one is led to where one is chosen."""
        asked = request.GET.get("agreement", "")
        chosen = asked.isdecimal() and agreements_of(request).filter(pk=asked).exists()
        if request.method == "GET" and not chosen and self.has_add_permission(request):
            self.message_user(request, "Choose the agreement first: a provision is added from there.", messages.INFO)
            return HttpResponseRedirect(reverse("admin:agreements_agreement_changelist"))
        return super().add_view(request, form_url, extra_context)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        answer = super().response_add(request, obj, post_url_continue)
        return another(obj.agreement_id) if "_addanother" in request.POST else answer

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        answer = super().response_change(request, obj)
        return another(obj.agreement_id) if "_addanother" in request.POST else answer

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return back_to(obj.agreement_id)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return back_to(obj.agreement_id)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        provision = self.get_object(request, unquote(object_id))
        answer = super().delete_view(request, object_id, extra_context)
        return back_to(provision.agreement_id) if provision and isinstance(answer, HttpResponseRedirect) else answer


def another(agreement: int) -> HttpResponseRedirect:
    """A new provision of the same agreement."""
    return HttpResponseRedirect(f"{reverse('admin:provisions_provision_add')}?agreement={agreement}")


def back_to(agreement: int) -> HttpResponseRedirect:
    """The agreement's form, where its provisions stand."""
    return HttpResponseRedirect(reverse("admin:agreements_agreement_change", args=[agreement]) + "#provisions")
