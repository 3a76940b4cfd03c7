"""No page is forgotten: those that the journeys visit are all that there are."""

from urllib.parse import urlsplit

from django.urls import resolve

from tests.journeys.pages import PAGES
from web.urls import urlpatterns

ALL = {str(one.name) for one in urlpatterns if not str(one.pattern) or str(one.pattern).endswith("/")}


def test_every_page_of_the_reading_room_is_visited() -> None:
    visited = {str(resolve(urlsplit(address).path).url_name) for address in PAGES}

    assert visited == ALL
