"""The queue and the timetable. Redis holds no truth: a task that is lost is found again from its row."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("entente")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# All times are UTC. Every task here may run twice.
app.conf.beat_schedule = {
    "verify the record": {"task": "records.verify", "schedule": crontab(hour="3", minute="0")},
    "forget the answers kept for programs": {"task": "desk.forget_answers", "schedule": crontab(minute="17")},
    "read the texts that wait": {"task": "records.extract_waiting", "schedule": crontab()},
    "take up the errands of intake that wait": {"task": "intake.take_up", "schedule": crontab()},
    "audit the register": {"task": "catalogue.audit", "schedule": crontab(hour="3", minute="30")},
}
