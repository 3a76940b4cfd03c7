"""manage.py audit: the rule book over the whole register."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.auditing import audit, verdicts


class Command(BaseCommand):
    help = "Read every public record by the rule book, keep what is found for the desk and the public figures, and print it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--list", action="store_true", help="name every place, too")

    def handle(self, *args: Any, **options: Any) -> None:
        made = audit(at=timezone.now())
        self.stdout.write(f"{made.sound} of {made.records} records are sound.")
        for one in verdicts(made):
            self.stdout.write(f"{one.records:5} {one.rule.level}: {one.rule.sentence()}")
        if options["list"]:
            for found in made.findings.select_related("entry"):
                self.stdout.write(f"{found.entry.reference} {found.path}: {found.rule}: {found.detail}")
