"""People and their roles. Administrators give roles and nothing that is more than a role."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Person
from accounts.operations import assign_role, reset_second_factor
from accounts.powers import role_of
from accounts.roles import Role
from desk.admin.base import NarrowedByFilters, at_the_desk
from desk.site import desk

desk.register(Group, GroupAdmin)

ROLES = [(role.value, role.label) for role in Role]


class NewPersonForm(AdminUserCreationForm):
    role = forms.ChoiceField(choices=ROLES)


class PersonForm(UserChangeForm):
    role = forms.ChoiceField(choices=ROLES)
    editor: Person  # who fills in the form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "role" in self.fields:  # whoever may only look has no fields
            self.initial["role"] = role_of(self.instance) or ""
            if self.editor.is_superuser:
                self.fields["role"].required = False
                self.fields["role"].choices = [("", "None"), *ROLES]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk == self.editor.pk and not self.editor.is_superuser:
            for name in {"role", "is_active"} & set(self.changed_data):
                self.add_error(name, "Somebody else must change this of you.")
        return cleaned


@admin.register(Person, site=desk)
class PersonAdmin(NarrowedByFilters, UserAdmin):
    """A person has one role. Only superusers make, change or unmake superusers and give single permissions."""

    form = PersonForm
    add_form = NewPersonForm
    list_display = ["username", "roles", "email", "is_active", "second_factor", "last_login"]
    list_filter = ["is_active", "groups"]
    list_per_page = 50
    show_full_result_count = False
    filter_horizontal = ["user_permissions"]
    readonly_fields = ["second_factor", "last_login", "date_joined"]
    actions = ["reset_the_second_factor"]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["username", "role", "usable_password", "password1", "password2"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        enrolled = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).prefetch_related("groups").annotate(enrolled=Exists(enrolled))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        changes = self.has_change_permission(request, obj)
        name = ["username", "password"] if changes else ["username"]
        may = ["role" if changes else "roles", "is_active"]
        if at_the_desk(request).is_superuser:
            may += ["is_staff", "is_superuser", "user_permissions"]
        return [
            (None, {"fields": name}),
            ("Who it is", {"fields": ["first_name", "last_name", "email"]}),
            ("What the person may do", {"fields": may}),
            ("Signing in", {"fields": ["second_factor", "last_login", "date_joined"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), "roles"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.editor = at_the_desk(request)
        return form

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        beyond = obj is not None and obj.is_superuser and not at_the_desk(request).is_superuser
        return super().has_change_permission(request, obj) and not beyond

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "role" in form.cleaned_data and (not change or "role" in form.changed_data):
            assign_role(obj, Role(form.cleaned_data["role"]) if form.cleaned_data["role"] else None)

    @admin.display(description="Role")
    def roles(self, person: Person) -> str:
        role = role_of(person)
        return role.label if role else "None"

    @admin.display(description="Second factor", boolean=True)
    def second_factor(self, person: Any) -> bool:
        return bool(person.enrolled)

    @admin.action(description="Reset the second factor and revoke all tokens", permissions=["change"])
    def reset_the_second_factor(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        for person in people:
            if not self.has_change_permission(request, person):
                self.message_user(request, f"{person}: only a superuser resets a superuser.", messages.ERROR)
                continue
            reset_second_factor(person, by=at_the_desk(request))
            self.log_change(request, person, "Reset the second factor and revoked all tokens.")
            self.message_user(request, f"{person} sets up a new second factor at the next sign-in.", messages.SUCCESS)
