from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """The desk copy: agreements as editors work on them. The public never reads these tables."""

    name = "agreements"
