"""Every other address under /api/v1/desk/."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from desk.rest.views.base import DeskView


@extend_schema(exclude=True)
class Nowhere(DeskView):
    """There is nothing here, whoever asks and by whatever method. A missing slash is not put right: what was sent would be lost."""

    permission_classes = (AllowAny,)
    authentication_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404
