from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """States, organisations and territories that make agreements."""

    name = "parties"
