"""The desk's own admin site."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.powers import has_second_factor, is_settled


class Desk(AdminSite):
    """Where agreements are entered, reviewed and published."""

    site_header = "Entente: the desk"
    site_title = "Entente desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever may enter the desk has shown a second factor too, where one is needed."""
        return super().has_permission(request) and is_settled(request.user)

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Ask for name and password; whoever gave them is led on to the second factor."""
        if super().has_permission(request) and not is_settled(request.user):
            step = "admin:code" if has_second_factor(request.user) else "admin:second_factor"  # type: ignore[arg-type]
            return HttpResponseRedirect(f"{reverse(step)}?{urlencode({'next': request.GET.get('next', '')})}")
        return super().login(request, extra_context)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The admin's addresses, without the redirect to any row of any table: no page of ours leads there."""
        from desk.texts.addresses import addresses as texts  # the rooms register with the desk, so they come after it

        admin = [url for url in super().get_urls() if getattr(url, "name", None) != "view_on_site"]
        return [path("account/", include("desk.account.urls")), *texts(self), *admin]


desk = Desk(name="admin")
