"""manage.py audit: the rule book over the whole register, or over one batch on the desk."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from catalogue.auditing import audit, verdicts
from intake.auditing import audit_batch
from intake.models import Batch


class Command(BaseCommand):
    help = (
        "Read every public record by the rule book, keep what is found for the desk and the public figures, and print it; "
        "with --batch, read the desk copies that one batch brought in, and keep nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", type=int, help="the number that the import gave")
        parser.add_argument("--list", action="store_true", help="name every place, too")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["batch"] is not None:
            self._read_batch(options["batch"], listed=options["list"])
            return
        made = audit(at=timezone.now())
        self.stdout.write(f"{made.sound} of {made.records} records are sound.")
        for one in verdicts(made):
            self.stdout.write(f"{one.records:5} {one.rule.level}: {one.rule.sentence()}")
        if options["list"]:
            for found in made.findings.select_related("entry"):
                self.stdout.write(f"{found.entry.reference} {found.path}: {found.rule}: {found.detail}")

    def _read_batch(self, number: int, *, listed: bool) -> None:
        batch = Batch.objects.filter(pk=number).first()
        if batch is None:
            raise CommandError(f"There is no batch {number}.")
        said = audit_batch(batch, on=timezone.now().date())
        self.stdout.write(f"{said.sound} of {said.records} records of batch {number} are sound.")
        for one in said.verdicts:
            self.stdout.write(f"{one.records:5} {one.rule.level}: {one.rule.sentence()}")
        for agreement in said.unread:
            self.stdout.write(f"“{agreement}” holds what no document may.")
        if listed:
            for agreement, found in said.places:
                self.stdout.write(f"“{agreement}” {found.path}: {found.rule}: {found.detail}")
