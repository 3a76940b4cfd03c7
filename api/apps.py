from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The door for scripts: REST, reading only."""

    name = "api"
