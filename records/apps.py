from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    """What was published: revisions, stored texts, and the proof that neither has changed."""

    name = "records"

    def ready(self) -> None:
        from records.protection import check_protection, protect

        # A SQLite table rebuild drops triggers silently, so they are made anew after every migration.
        post_migrate.connect(protect, sender=self)
        register(check_protection, Tags.database)
