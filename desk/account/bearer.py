"""Programs sign in with a token. For the REST views of the desk."""

from typing import Any

from django.utils import timezone
from knox.auth import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.models import Token
from accounts.operations import note_use
from accounts.powers import allows, why_not
from accounts.roles import Scope

OPENS_NOTHING = "This token opens nothing: it was revoked, it has ended, its person has left, or it never was one."


class Bearer(TokenAuthentication):
    """`Authorization: Bearer entente_…`; `request.auth` is then our Token."""

    def validate_user(self, auth_token: Any) -> Any:
        user, key = super().validate_user(auth_token)
        token = Token.objects.filter(key=key).select_related("key__user").first()
        if token is None or not user.is_staff:
            raise AuthenticationFailed("Invalid token.")
        note_use(token, at=timezone.now())
        return user, token

    def authenticate_credentials(self, token: bytes) -> Any:
        try:
            return super().authenticate_credentials(token)
        except (AuthenticationFailed, ValueError):  # also for what no database could look up
            raise AuthenticationFailed(OPENS_NOTHING) from None


class HasScope(BasePermission):
    """The token was made for what the view says in `scope`, and the role of its person still allows it."""

    message = "This token may not do that."

    def has_permission(self, request: Request, view: Any) -> bool:
        scope: Scope = view.scope
        if not isinstance(request.auth, Token):
            return False
        self.message = f"This asks for a token with the scope “{scope.value}”: {why_not(request.auth, scope)}"
        return allows(request.auth, scope)
