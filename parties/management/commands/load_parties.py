"""Load the reference files of parties."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from parties.loading import load_parties
from parties.reference import ReferenceFault


class Command(BaseCommand):
    """`manage.py load_parties`: safe to run at any time, and again."""

    help = "Load states, territories and organisations from data/parties; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.ROOT / "data" / "parties", help="where the CSV files lie")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counts = load_parties(options["folder"])
        except (ReferenceFault, OSError) as error:
            raise CommandError(str(error)) from None
        for count in counts:
            self.stdout.write(str(count))
