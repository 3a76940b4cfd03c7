"""The addresses of the pages. They are cited, so they stay."""

from django.urls import path

from web.views import agreements, changes, compare, deadlines, home, law, lists, parties, revisions, styleguide, words

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
    path("changes/", changes.changes, name="changes"),
    path("changes.atom", changes.changes_atom, name="changes_feed"),
    path("changes.json", changes.changes_data, name="changes_data"),
    path("compare/", compare.compare, name="compare"),
    path("compare.json", compare.compare_data, name="compare_data"),
    path("glossary/", words.glossary, name="glossary"),
    path("glossary.json", words.glossary_data, name="glossary_data"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("law/", law.law, name="law"),
    path("law.json", law.law_data, name="law_data"),
    path("about/", words.about, name="about"),
    path("about/data/", words.about_data, name="about_data"),
    path("about/data.json", words.about_data_said, name="about_data_said"),
]
