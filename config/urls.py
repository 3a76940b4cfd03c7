"""The addresses of all doors."""

from django.urls import URLPattern, URLResolver, path

from config.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health, name="health"),
]
