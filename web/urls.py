"""The addresses of the pages. They are cited, so they stay."""

from django.urls import path

from web.views import agreements, between, home, lists, parties, revisions, taking, texts, words

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
    path("agreements/<str:reference>.json", taking.data, name="agreement_data"),
    path("agreements/<str:reference>.ics", taking.calendar, name="agreement_calendar"),
    path("agreements/<str:reference>.atom", taking.feed, name="agreement_feed"),
    path("agreements/<str:reference>/timeline.svg", taking.timeline, {"form": "svg"}, name="timeline_svg"),
    path("agreements/<str:reference>/timeline.png", taking.timeline, {"form": "png"}, name="timeline_png"),
    path("agreements/<str:reference>/family.svg", taking.family, {"form": "svg"}, name="family_svg"),
    path("agreements/<str:reference>/family.png", taking.family, {"form": "png"}, name="family_png"),
    path("agreements/<str:reference>/cite/", revisions.cite, name="cite"),
    path("agreements/<str:reference>/cite.bib", taking.cite_bib, name="cite_bib"),
    path("agreements/<str:reference>/cite.ris", taking.cite_ris, name="cite_ris"),
    path("agreements/<str:reference>/cite.json", taking.cite_json, name="cite_json"),
    path("agreements/<str:reference>/texts/<str:key>/", texts.text, name="text"),
    path("agreements/<str:reference>/texts/<str:key>.json", texts.text_data, name="text_data"),
    path("agreements/<str:reference>/revisions.json", revisions.revisions_data, name="revisions_data"),
    path("agreements/<str:reference>/revisions/<int:number>.json", revisions.revision_data, name="revision_data"),
    path("agreements/<str:reference>/revisions/compare/", revisions.compare, name="compare_revisions"),
    path("agreements/<str:reference>/revisions/compare.json", revisions.compare_data, name="compare_revisions_data"),
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
