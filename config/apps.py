from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """An app only so that `manage.py up` is found."""

    name = "config"
