"""What every desk page of an editable row has in common."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest

from accounts.models import Person
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


class WithComment(ActionForm):
    """The bar of actions with room for a comment: a return and a retraction say why."""

    comment = forms.CharField(required=False, max_length=4000, label="Comment", widget=forms.TextInput(attrs={"size": 40}))


class WithWords:
    """Words of the vocabulary are chosen with their definitions at hand."""

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, TermField) and db_field.family:
            kwargs["widget"] = TermSelect(db_field.family)
        return super().formfield_for_choice_field(db_field, request, **kwargs)  # type: ignore[misc]


class VersionedAdmin(WithWords, admin.ModelAdmin):
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

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            self.count_save(request, obj)

    def count_save(self, request: HttpRequest, obj: Any) -> None:
        type(obj)._default_manager.filter(pk=obj.pk).update(version=F("version") + 1)


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that the desk may look at, and nobody may change."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
