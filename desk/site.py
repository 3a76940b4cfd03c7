"""The desk's own admin site."""

from typing import Any

from django.contrib.admin import AdminSite


class Desk(AdminSite):
    """Where agreements are entered, reviewed and published."""

    site_header = "Entente: the desk"
    site_title = "Entente desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """The pages of the desk that are not the admin's come first, for the admin takes every address beneath a model's."""
        from desk.evidence.urls import evidence_urls

        return [*evidence_urls(self), *super().get_urls()]


desk = Desk(name="admin")
