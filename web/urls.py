"""The addresses of the pages. They are cited, so they stay."""

from django.urls import path

from web.views import agreements, deadlines, home, lists, parties, revisions, words

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
    path("parties/<str:code>/", parties.party, name="party"),
    path("deadlines/", deadlines.deadlines, name="deadlines"),
    path("deadlines.ics", deadlines.deadlines_file, name="deadlines_calendar"),
    path("deadlines.json", deadlines.deadlines_data, name="deadlines_data"),
    path("glossary/", words.glossary, name="glossary"),
    path("about/", words.about, name="about"),
]
