"""What every desk page of an editable row has in common."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse

from accounts.models import Person
from agreements.models import Agreement
from agreements.querysets import known_to
from columns.days import PartialDayField
from columns.terms import TermField
from columns.text import Prose
from desk.forms.days import TypedDay
from desk.forms.stale import RefusesStaleSaves
from desk.forms.words import TermSelect

SHORT: Mapping[Any, Any] = {
    Prose: {"widget": forms.Textarea(attrs={"rows": 1, "cols": 36})},
    PartialDayField: {"form_class": TypedDay},
}
LONG: Mapping[Any, Any] = {**SHORT, Prose: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}


def at_the_desk(request: HttpRequest) -> Person:
    """The person at work; nobody else gets past the desk's sign-in."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def agreement_for(request: HttpRequest, pk: object, *, to_change: bool = True) -> Agreement:
    """The agreement with this key, if the person may change it (or see it): 403 for whoever works on none.

    Raises Http404 in the same words for one that is not there and for one of somebody else.
    """
    person = at_the_desk(request)
    if not person.has_perm("agreements.change_agreement" if to_change else "agreements.view_agreement"):
        raise PermissionDenied
    known = Agreement.objects.editable_by(person) if to_change else Agreement.objects.visible_to(person)
    try:
        return known.get(pk=pk)
    except (Agreement.DoesNotExist, ValueError, TypeError, OverflowError):
        raise Http404 from None


class NarrowedByFilters:
    """A list is narrowed by its own filters, its search and nothing else: no address asks a column that the page does not show."""

    LOOKUPS: ClassVar[frozenset[str]] = frozenset({"exact", "in", "isnull", "gte", "lte", "gt", "lt", "id__exact", "id__in", "pk__exact"})

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        filters = self.get_list_filter(request)  # type: ignore[attr-defined]
        names = [one[0] if isinstance(one, tuple) else getattr(one, "parameter_name", one) for one in filters]
        named = any(lookup == name or lookup.removeprefix(f"{name}__") in self.LOOKUPS for name in names)
        return named and super().lookup_allowed(lookup, value, request)  # type: ignore[misc]


class OfKnownAgreements:
    """Rows of agreements: a contributor meets the own ones only, in lists, forms, choices, actions and histories alike."""

    agreement_path: ClassVar[str] = "agreement"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return known_to(at_the_desk(request), rows, self.agreement_path)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Whoever may see no such row at all is refused; Django would first say that it is not there."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)  # type: ignore[misc]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.remote_field.model is Agreement:
            kwargs.setdefault("queryset", Agreement.objects.editable_by(at_the_desk(request)))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


class OwnRows(BaseInlineFormSet):
    """Rows of the thing that the page is about, and of no other.

    Django takes the key of any row of the table for valid and then passes over the row in silence.
    """

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        key = form.fields[self._pk_field.name]  # type: ignore[attr-defined]
        if isinstance(key, forms.ModelChoiceField):
            key.queryset = self.get_queryset()

    def clean(self) -> None:
        super().clean()
        if any(form.instance._state.adding for form in self.initial_forms):  # also one that is to be deleted
            raise ValidationError("A row that was sent is none of these.")


class WithComment(ActionForm):
    """The bar of actions with room for a comment: a return and a retraction say why."""

    comment = forms.CharField(required=False, max_length=4000, label="Comment", widget=forms.TextInput(attrs={"size": 40}))


class WithWords:
    """Words of the vocabulary are chosen with their definitions at hand."""

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, TermField) and db_field.family:
            kwargs["widget"] = TermSelect(db_field.family)
        return super().formfield_for_choice_field(db_field, request, **kwargs)  # type: ignore[misc]


class VersionedAdmin(WithWords, NarrowedByFilters, admin.ModelAdmin):
    """A row that several people may edit: a stale save is refused, each save is counted."""

    form = RefusesStaleSaves
    list_per_page = 50
    show_full_result_count = False
    formfield_overrides: ClassVar[Mapping[Any, Any]] = LONG

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The hidden version travels with every form, whatever fields it shows."""
        fieldsets: list[tuple[Any, dict[str, Any]]] = [(name, {**options}) for name, options in super().get_fieldsets(request, obj)]
        if all("seen_version" not in options["fields"] for _, options in fieldsets):
            fieldsets[0][1]["fields"] = [*fieldsets[0][1]["fields"], "seen_version"]
        return fieldsets

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            if inline.formset is BaseInlineFormSet:
                inline.formset = OwnRows
        return inlines

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            self.count_save(request, obj)

    def count_save(self, request: HttpRequest, obj: Any) -> None:
        type(obj)._default_manager.filter(pk=obj.pk).update(version=F("version") + 1)


class ReadOnlyAdmin(NarrowedByFilters, admin.ModelAdmin):
    """Rows that the desk may look at, and nobody may change."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
