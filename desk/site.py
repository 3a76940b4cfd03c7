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
        from desk.texts.addresses import addresses as texts  # the rooms register with the desk, so they come after it

        return [*texts(self), *super().get_urls()]


desk = Desk(name="admin")
