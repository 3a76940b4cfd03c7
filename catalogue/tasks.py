"""Work of the timetable on the catalogue."""

from celery import shared_task
from django.utils import timezone

from catalogue.auditing import audit


@shared_task(name="catalogue.audit")
def audit_register() -> None:
    """Read the register by the rule book. May run twice."""
    audit(at=timezone.now())
