from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """What the public can ask for, and the answers: an entry with its index rows for every revision."""

    name = "catalogue"
