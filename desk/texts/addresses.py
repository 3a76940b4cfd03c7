"""Where the pages of texts are, beneath the desk."""

from django.contrib.admin import AdminSite
from django.urls import URLPattern, path

from desk.texts import views


def addresses(site: AdminSite) -> list[URLPattern]:
    """For the desk's own list of addresses; each asks for a sign-in first."""
    return [
        path("agreements/agreement/<int:agreement_id>/texts/", site.admin_view(views.texts_of), name="texts"),
        path("texts/<int:text_id>/", site.admin_view(views.read_text), name="text"),
        path("texts/<int:text_id>/file/", site.admin_view(views.download), name="text_file"),
        path("texts/<int:text_id>/again/", site.admin_view(views.read_again), name="text_again"),
        path("texts/<int:text_id>/settle/", site.admin_view(views.settle), name="text_settle"),
    ]
