"""What holds the floors together: settings, addresses, timetable. Nobody imports it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
