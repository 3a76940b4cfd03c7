"""manage.py restate: conclude every standing anew, after the law's rules or a party's name have changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalogue.restating import restate


class Command(BaseCommand):
    help = "Recompute what the catalogue keeps of every revision, and mend what differs; with --check, only report it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail where something differs")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        found = 0
        for sentence in restate(check=check):
            self.stdout.write(sentence)
            found += 1
        if found and check:
            raise CommandError(f"{found} entries differ from what their documents say; run manage.py restate.")
        self.stdout.write(f"{found} entries mended." if found else "Every entry says what its document says.")
