"""Who guesses passwords waits: the limits, and from where somebody comes."""

from ipaddress import ip_address
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest

GUESSES_FROM_AN_ADDRESS = 30  # at any names; an office behind one address has several people


def is_valid_ip(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def client_address(request: HttpRequest) -> str:
    """The visitor's address. Behind proxies it is what the outermost of ours wrote into X-Forwarded-For.

    What stands before that in the header, anyone can invent.
    """
    proxies = settings.ENTENTE_PROXIES
    said = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if proxies and len(said) >= proxies and is_valid_ip(said[-proxies]):
        return said[-proxies]
    return str(request.META.get("REMOTE_ADDR") or "0.0.0.0")  # noqa: S104 - a place of its own for whoever has none


class Lockout(AxesDatabaseHandler):
    """axes with two limits: few guesses at one name from one address, more from one address at any names."""

    def get_failures(self, request: Any, credentials: Any = None) -> int:
        """Failures as the first limit counts them."""
        of_name, of_address = (
            attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0 for attempts in self.get_user_attempts(request, credentials)
        )
        return max(of_name, of_address * settings.AXES_FAILURE_LIMIT // GUESSES_FROM_AN_ADDRESS)

    def reset_user_attempts(self, request: Any, credentials: Any = None) -> int:
        """A sign-in forgives the guesses at its own name only, or whoever has an account could guess at others without end."""
        own, _ = self.filter_user_attempts(request, credentials)
        count, _ = own.delete()
        return count
