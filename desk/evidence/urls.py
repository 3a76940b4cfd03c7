"""The addresses of the evidence pages, under their agreement."""

from django.urls import URLPattern, path

from desk.evidence import views
from desk.site import Desk


def evidence_urls(site: Desk) -> list[URLPattern]:
    """The addresses, each behind the desk's sign-in."""
    here, one = "agreements/agreement/<int:agreement>/evidence/", "<slug:fact>/<int:key>/"
    return [
        path(here, site.admin_view(views.evidence), name="desk_evidence"),
        path(f"{here}prefer/", site.admin_view(views.prefer), name="desk_evidence_prefer"),
        path(f"{here}<slug:fact>/add/", site.admin_view(views.citation), name="desk_citation_add"),
        path(f"{here}{one}", site.admin_view(views.citation), name="desk_citation"),
        path(f"{here}{one}remove/", site.admin_view(views.strike), name="desk_citation_remove"),
        path(f"{here}{one}verify/", site.admin_view(views.verify), name="desk_citation_verify"),
    ]
