"""What somebody sees who guessed too often. It says the same whether the name exists or not."""

from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from desk.site import desk


def locked_out(request: HttpRequest, answer: Any = None, credentials: Any = None) -> HttpResponse:
    """The page, with the time from which a password from this address is looked at again: the last guess and the wait."""
    guesses = AccessAttempt.objects.filter(ip_address=getattr(request, "axes_ip_address", None))
    last, wait = guesses.aggregate(last=Max("attempt_time"))["last"], get_cool_off(request)
    context = {**desk.each_context(request), "title": "Too many attempts", "until": last + wait if last and wait else None}
    return render(request, "desk/account/locked.html", context, status=429)
