"""The addresses of all doors."""

from django.urls import URLPattern, URLResolver, include, path

from config.health import health
from desk.site import desk

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health, name="health"),
    path("api/v1/desk/", include("desk.rest.urls")),
    path("api/", include("api.urls")),
    path("desk/agreements/agreement/", include("desk.duplicates.urls")),
    path("desk/", desk.urls),
    path("", include("web.urls")),
]
