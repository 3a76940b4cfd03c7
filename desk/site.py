"""The desk's own admin site."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path


class Desk(AdminSite):
    """Where agreements are entered, reviewed and published."""

    site_header = "Entente: the desk"
    site_title = "Entente desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = False
    index_template = "desk/home.html"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits for the person who opens it; the tables stand at the end."""
        from desk.home.views import home_of

        return super().index(request, {"home": home_of(request), **(extra_context or {})})

    def get_urls(self) -> list[Any]:
        """Our own pages come before the admin's, whose addresses some of them take."""
        return [*self._own_urls(), *super().get_urls()]

    def _own_urls(self) -> list[Any]:
        from desk.audit import views as audit
        from desk.home import views as home
        from desk.review import stepping

        agreement, submission = "agreements/agreement/<int:pk>", "editorial/submission/<int:pk>"
        pages = (
            ("work/<slug:which>/", home.work, "work"),
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


desk = Desk(name="admin")
