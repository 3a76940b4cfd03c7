"""The desk's own admin site."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.powers import has_second_factor, is_settled
from desk.account.forms import SignInForm


class Desk(AdminSite):
    """Where agreements are entered, reviewed and published."""

    site_header = "Entente: the desk"
    site_title = "Entente desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = False
    index_template = "desk/home.html"
    login_form = SignInForm

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits for the person who opens it; the tables stand at the end."""
        from desk.home.views import home_of

        return super().index(request, {"home": home_of(request), **(extra_context or {})})

    def _own_urls(self) -> list[Any]:
        from desk.audit import views as audit
        from desk.home import views as home
        from desk.register import views as register
        from desk.review import stepping

        agreement, submission = "agreements/agreement/<int:pk>", "editorial/submission/<int:pk>"
        pages = (
            ("work/<slug:which>/", home.work, "work"),
            ("register/", register.sound, "register"),
            ("register/<slug:rule>/", register.broken, "register_rule"),
            (f"{agreement}/submit/", stepping.submit_it, "agreement_submit"),
            (f"{agreement}/withdraw/", stepping.withdraw_it, "agreement_withdraw"),
            (f"{agreement}/retract/", stepping.retract_it, "agreement_retract"),
            (f"{agreement}/history/", audit.history, "agreement_history"),
            (f"{agreement}/history.csv", audit.history_csv, "agreement_history_csv"),
            (f"{agreement}/history.json", audit.history_json, "agreement_history_json"),
            (f"{submission}/publish/", stepping.publish_it, "submission_publish"),
            (f"{submission}/return/", stepping.return_it, "submission_return"),
        )
        return [path(route, self.admin_view(view), name=name) for route, view, name in pages]

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
        """Our own pages, before the admin's, whose addresses some of them take. Its redirect to any row of any table is left out."""
        from desk.batches.addresses import addresses as batches
        from desk.evidence.urls import evidence_urls  # the rooms register with the desk, so they come after it
        from desk.intake.addresses import addresses as intake
        from desk.texts.addresses import addresses as texts

        admin = [url for url in super().get_urls() if getattr(url, "name", None) != "view_on_site"]
        return [
            path("account/", include("desk.account.urls")),
            *texts(self),
            *batches(self),
            *intake(self),
            *evidence_urls(self),
            *self._own_urls(),
            *admin,
        ]


desk = Desk(name="admin")
