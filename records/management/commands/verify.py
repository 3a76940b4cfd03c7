"""manage.py verify: prove that nothing published has changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.models import Revision
from records.verifying import faults


class Command(BaseCommand):
    help = "Compute every hash of the published record anew, and say what is not as it was published."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(faults())
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError(f"{len(found)} faults found.")
        self.stdout.write(f"{Revision.objects.count()} revisions proved; nothing published has changed.")
