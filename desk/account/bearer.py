"""Programs sign in with a token. For the REST views of the desk."""

from typing import Any

from django.utils import timezone
from knox.auth import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.models import Token
from accounts.operations import note_use
from accounts.powers import allows
from accounts.roles import Scope


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
        except UnicodeDecodeError:
            raise AuthenticationFailed("Invalid token.") from None


class HasScope(BasePermission):
    """The token was made for what the view says in `scope`, and the role of its person still allows it."""

    message = "This token may not do that."

    def has_permission(self, request: Request, view: Any) -> bool:
        scope: Scope = view.scope
        return isinstance(request.auth, Token) and allows(request.auth, scope)
