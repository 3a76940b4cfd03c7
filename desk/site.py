"""The desk's own admin site."""

from django.contrib.admin import AdminSite


class Desk(AdminSite):
    """Where agreements are entered, reviewed and published."""

    site_header = "Entente: the desk"
    site_title = "Entente desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = False


desk = Desk(name="admin")
