"""Drafts set aside, and taken up again, from the list of agreements."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from agreements.models import Agreement
from desk.admin.base import at_the_desk
from editorial.rules import RuleBroken
from editorial.taking_back import set_aside, take_up


class SetsAside:
    """For the admin page of agreements. The list shows those that were set aside where it is asked for that place."""

    @admin.action(description="Set aside, with a comment: drafts only", permissions=["change"])
    def set_drafts_aside(self, request: HttpRequest, agreements: QuerySet[Agreement]) -> None:
        by, at, reason = at_the_desk(request), timezone.now(), request.POST.get("comment", "")
        self._each(request, agreements, lambda one: set_aside(one, by=by, at=at, reason=reason), "is set aside")

    @admin.action(description="Take up again what was set aside", permissions=["change"])
    def take_up_again(self, request: HttpRequest, agreements: QuerySet[Agreement]) -> None:
        by, at = at_the_desk(request), timezone.now()
        self._each(request, agreements, lambda one: take_up(one, by=by, at=at), "is on the desk again")

    def _each(self, request: HttpRequest, agreements: QuerySet[Agreement], step: Callable[[Agreement], Any], done: str) -> None:
        for agreement in agreements:
            try:
                step(agreement)
            except RuleBroken as refusal:
                messages.error(request, f"{agreement}: {refusal}")
            else:
                messages.success(request, f"{agreement} {done}.")
