"""The account page: who one is, the second factor, the tokens."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from accounts.models import Token
from accounts.operations import TokenRefused, make_token, revoke_token
from accounts.powers import has_second_factor, is_settled, needs_second_factor, role_of, scopes_of
from desk.account.entrance import note, person_of, settled, signed_in
from desk.account.forms import TokenForm
from desk.site import desk


def page(request: HttpRequest, template: str, title: str, status: int = 200, **said: Any) -> HttpResponse:
    return render(request, f"desk/account/{template}.html", {**desk.each_context(request), "title": title, **said}, status=status)


@require_safe
@signed_in
def account(request: HttpRequest) -> HttpResponse:
    return _account(request, TokenForm(scopes=scopes_of(person_of(request))))


def _account(request: HttpRequest, form: TokenForm, status: int = 200) -> HttpResponse:
    person = person_of(request)
    return page(
        request,
        "account",
        "Your account",
        status,
        person=person,
        role=role_of(person),
        two_factor=settings.ENTENTE_TWO_FACTOR,
        needed=needs_second_factor(person),
        enrolled=has_second_factor(person),
        complete=is_settled(request.user),
        form=form,
        now=timezone.now(),
        tokens=Token.objects.filter(key__user=person).select_related("key").order_by("-key__created"),
        scope_labels={scope.value: scope.label for scope in scopes_of(person)},
    )


@require_POST
@settled
@sensitive_variables("text")
def make(request: HttpRequest) -> HttpResponse:
    """Make a token and show it, this once."""
    person = person_of(request)
    form = TokenForm(request.POST, scopes=scopes_of(person))
    if not form.is_valid():
        return _account(request, form, status=422)
    given = form.cleaned_data
    try:
        token, text = make_token(by=person, name=given["name"], scopes=given["scopes"], lasting=form.lasting, at=timezone.now())
    except TokenRefused as refusal:
        form.add_error(None, str(refusal))
        return _account(request, form, status=422)
    note(request, f"Made the token “{token.name}”.")
    return page(request, "token_made", "A new token", token=token, text=text)


@require_POST
@settled
def revoke(request: HttpRequest, token: int) -> HttpResponse:
    person = person_of(request)
    own = Token.objects.filter(key__user=person, pk=token).select_related("key").first()
    if own is None:
        raise Http404
    revoke_token(own, by=person)
    note(request, f"Revoked the token “{own.name}”.")
    messages.success(request, f"The token “{own.name}” is revoked.")
    return HttpResponseRedirect(reverse("admin:account"))


@require_POST
@signed_in
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out, also before the second factor."""
    logout(request)
    return HttpResponseRedirect(reverse("admin:login"))
