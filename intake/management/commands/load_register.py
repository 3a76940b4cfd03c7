"""Load the starting register."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from intake.loading import RegisterFault, load_register


class Command(BaseCommand):
    """`manage.py load_register`: safe to run at any time, and again."""

    help = "Admit the agreements of data/register that the register does not have yet; a second run changes nothing. Needs loaded parties."

    def add_arguments(self, parser: CommandParser) -> None:
        shipped = settings.ROOT / "data" / "register"
        parser.add_argument("folder", nargs="?", type=Path, default=shipped, help="where the JSON Lines files lie")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_register(options["folder"], at=timezone.now())
        except (RegisterFault, OSError) as fault:
            raise CommandError(str(fault)) from None
        self.stdout.write(str(loaded))
