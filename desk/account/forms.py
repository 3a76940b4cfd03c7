"""What the account pages ask."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm

from accounts.roles import Scope

LASTING = {30: "30 days", 90: "90 days", 180: "180 days", 365: "A year"}


class SignInForm(AdminAuthenticationForm):
    """Django's, in words that do not speak of staff. They are the same for a name that is not there."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "This name and password do not open the desk. Small and capital letters are not the same here.",
    }


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=32,
        label="Code",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false", "autocapitalize": "off"}),
    )


class TokenForm(forms.Form):
    """A name, what it is for, how long. Only what the person's role allows can be chosen."""

    name = forms.CharField(max_length=100, help_text="The program it is for, such as “Nightly import”.")
    scopes = forms.TypedMultipleChoiceField(coerce=Scope, label="It may", widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(coerce=int, choices=list(LASTING.items()), initial=90, label="It lasts")

    def __init__(self, *args: Any, scopes: list[Scope], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [(scope.value, scope.label) for scope in scopes]  # type: ignore[attr-defined]

    @property
    def lasting(self) -> timedelta:
        return timedelta(days=self.cleaned_data["days"])
