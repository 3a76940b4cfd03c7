"""The addresses of the pages. They are cited, so they stay."""

from django.urls import path

from web.views import agreements, between, home, lists, parties, revisions, words

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("agreements/", agreements.agreements, name="agreements"),
    path("agreements.csv", lists.table, name="table"),
    path("agreements.json", lists.data, name="data"),
    path("agreements.atom", lists.feed, name="feed"),
    path("agreements/<str:reference>/", agreements.agreement, name="agreement"),
    path("agreements/<str:reference>/revisions/", revisions.revisions, name="revisions"),
    path("agreements/<str:reference>/revisions/<int:number>/", revisions.revision, name="revision"),
    path("parties/", parties.parties, name="parties"),
    path("parties.json", parties.parties_json, name="parties_data"),
    path("parties/<str:code>/", parties.party, name="party"),
    path("parties/<str:code>.json", parties.party_json, name="party_data"),
    path("between/", between.betweens, name="betweens"),
    path("between/<str:one>/<str:two>/", between.between, name="between"),
    path("between/<str:one>/<str:two>.json", between.between_json, name="between_data"),
    path("between/<str:one>/<str:two>.svg", between.between_svg, name="between_svg"),
    path("between/<str:one>/<str:two>.png", between.between_png, name="between_png"),
    path("glossary/", words.glossary, name="glossary"),
    path("about/", words.about, name="about"),
]
