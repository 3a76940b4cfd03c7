from django.apps import AppConfig


class ProvisionsConfig(AppConfig):
    """The desk copy of what agreements say."""

    name = "provisions"
