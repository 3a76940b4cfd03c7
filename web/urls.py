"""The addresses of the pages. They are cited, so they stay."""

from django.urls import path

from web.views import agreements, home, lists, maps, matrix, parties, revisions, words

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
    path("matrix/", matrix.matrix, name="matrix"),
    path("matrix.csv", matrix.matrix_table, name="matrix-table"),
    path("matrix.json", matrix.matrix_data, name="matrix-data"),
    path("gaps/", matrix.gaps, name="gaps"),
    path("gaps.json", matrix.gaps_json, name="gaps-data"),
    path("map/", maps.world, name="map"),
    path("map.json", maps.world_data, name="map-data"),
    path("map.svg", maps.world_svg, name="map-svg"),
    path("map.png", maps.world_png, name="map-png"),
    path("network/", maps.network, name="network"),
    path("network.json", maps.network_data, name="network-data"),
    path("network.svg", maps.network_svg, name="network-svg"),
    path("network.png", maps.network_png, name="network-png"),
    path("glossary/", words.glossary, name="glossary"),
    path("about/", words.about, name="about"),
]
