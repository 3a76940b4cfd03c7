"""What all addresses of the desk for programs share: a token with a scope, JSON, one deed a request."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import NotAuthenticated
from rest_framework.parsers import BaseParser
from rest_framework.permissions import BasePermission
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.models import Person
from accounts.roles import Scope
from agreements.models import Agreement
from catalogue.parameters import read_none
from catalogue.refusing import Fault
from desk.account.bearer import Bearer, HasScope
from desk.admin.base import at_the_desk
from desk.rest.conditions import digest, read_key, require_match
from desk.rest.drafts import draft_of, etag_of, hold
from desk.rest.keeping import Said, once
from desk.rest.misfits import broken
from desk.rest.sent import MergePatchJson, Sent, StrictJson
from editorial.applying import UnknownParties
from editorial.duplicates import LikelyDuplicates
from editorial.rules import NotByThisPerson, RuleBroken
from records.recognising import NotATreatyText
from rest.accepting import Accepting
from rest.problems import MEDIA_TYPE
from rest.refusals import Misfit, Refusal

REALM = 'Bearer realm="Entente desk"'


class ProblemRenderer(JSONRenderer):
    """Lets a client that accepts nothing but problems ask; answers are written before they get here."""

    media_type = MEDIA_TYPE


class DeskView(APIView):
    """An address of the desk. `scopes` says which scope of a token each method asks for."""

    authentication_classes: Sequence[type[BaseAuthentication]] = (Bearer,)
    permission_classes: Sequence[type[BasePermission]] = (HasScope,)
    renderer_classes = (JSONRenderer, ProblemRenderer)
    content_negotiation_class = Accepting
    http_method_names = ["get", "head", "post", "put", "patch"]
    scopes: Mapping[str, Scope] = {}

    @property
    def scope(self) -> Scope:
        return self.scopes.get(self.request.method or "", Scope.READ)

    @property
    def person(self) -> Person:
        return at_the_desk(self.request._request)

    def get_parsers(self) -> list[BaseParser]:
        asked = getattr(self, "request", None)  # nobody asks while the operations are described
        return [MergePatchJson() if asked is not None and asked.method == "PATCH" else StrictJson()]

    def get_authenticate_header(self, request: Request) -> str:
        return REALM

    def permission_denied(self, request: Request, message: str | None = None, code: str | None = None) -> NoReturn:
        if request.successful_authenticator is None:
            raise NotAuthenticated("Send a token of yours in the header Authorization: Bearer entente_…; your account page makes one.")
        challenge = f'{REALM}, error="insufficient_scope", scope="{self.scope.value}"'
        raise Refusal(403, message or HasScope.message, headers={"WWW-Authenticate": challenge})

    def handle_exception(self, exc: Exception) -> Any:
        return super().handle_exception(_as_refusal(exc))

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        patch_vary_headers(response, ["Authorization"])
        return super().finalize_response(request, response, *args, **kwargs)

    def sent(self, *, or_nothing: bool = False) -> Sent:
        """What was sent, read strictly. Raises Refusal (400) for nothing at all, where something is needed."""
        data = self.request.data
        if isinstance(data, Sent):
            return data
        if or_nothing:
            return Sent(b"", {})
        raise Refusal(400, "Nothing was sent: the body is empty.")

    def write(self, deed: Callable[[], Said], sent: bytes) -> HttpResponse:
        """Do the deed in one transaction; with an `Idempotency-Key` once, however often it is asked for."""
        request = self.request._request
        read_none(self.request.query_params)
        key = read_key(request)
        if key:
            said = once(deed, key=key, by=self.person, request=digest(request, sent), at=timezone.now())
        else:
            with transaction.atomic():
                said = deed()
        return said.response()

    def held(self, key: str, *, to_change: bool = False) -> Agreement:
        """The agreement, which nobody else can change until the transaction ends, in the version that the program has read."""
        request = self.request._request
        agreement = draft_of(request, key, to_change=to_change)
        hold(agreement)
        require_match(request, etag_of(agreement))
        return agreement


def _as_refusal(fault: Exception) -> Exception:
    """What the desk's rules refuse, as an answer: by a place in the document, by who asks, or by how things stand."""
    match fault:
        case LikelyDuplicates():
            detail = 'Say {"another": true} to submit it all the same.'
            return Refusal(409, str(fault), [Misfit("/another", "false", detail, allowed=("true",))])
        case NotByThisPerson():
            return Refusal(403, str(fault))
        case RuleBroken() if fault.findings:
            return Refusal(422, "The rule book finds errors in the document.", broken(fault.findings))
        case RuleBroken():
            return Refusal(409, str(fault))
        case UnknownParties():
            return Refusal(422, str(fault), [Misfit("", "", str(fault))])
        case NotATreatyText():
            return Refusal(422, str(fault), [Misfit("/file", "", str(fault))])
    return fault


def no_such(name: str, value: str, detail: str) -> Refusal:
    return Refusal(404, detail, [Fault(name, value[:200], detail)])
