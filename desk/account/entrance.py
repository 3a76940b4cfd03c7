"""Who may open the pages of an account, and where to go from them."""

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from accounts.models import Person
from accounts.powers import is_settled

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """The page is open to whoever gave a name and password of the desk, also before the second factor."""

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not (request.user.is_active and request.user.is_staff):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(request, *args, **kwargs)

    return opened


def settled(view: View) -> View:
    """The page is open once the sign-in is complete."""

    @signed_in
    @wraps(view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not is_settled(request.user):
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        return view(request, *args, **kwargs)

    return opened


def person_of(request: HttpRequest) -> Person:
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def onward(request: HttpRequest) -> str:
    """Where the person was going: a place of this site, or the desk."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if ours else reverse("admin:index")


def note(request: HttpRequest, said: str) -> None:
    """Leave a line in the person's own history."""
    person = person_of(request)
    LogEntry.objects.log_actions(person.pk, [person], CHANGE, change_message=said, single_object=True)
