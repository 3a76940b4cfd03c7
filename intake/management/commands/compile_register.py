"""Compile the starting register."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from intake.starting.compiling import FILES, Compiled, compile_register

ROOT: Path = settings.ROOT


class Command(BaseCommand):
    """`manage.py compile_register --from ../shared/data`: the same files always give the same bytes."""

    help = "Write data/register/*.jsonl from the files of facts and the committed decisions on joins and relations. Needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="data", type=Path, required=True, help="the folder with curated/ and uk_treaties/")
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a file would change")

    def handle(self, *args: Any, **options: Any) -> None:
        register = ROOT / "data" / "register"
        try:
            compiled = compile_register(options["data"], register, ROOT / "data" / "parties", on=timezone.now().date())
        except (ValueError, KeyError, OSError) as fault:
            raise CommandError(f"{type(fault).__name__}: {fault}") from fault
        changed = [name for name, text in compiled.files.items() if _differs(register / name, text)]
        if options["check"] and changed:
            raise CommandError(f"These would change: {', '.join(changed)}.")
        for name in changed:
            (register / name).write_text(compiled.files[name], encoding="utf-8", newline="\n")
        self._report(compiled, changed)

    def _report(self, compiled: Compiled, changed: list[str]) -> None:
        for name in FILES:
            self.stdout.write(f"{name}: {len(compiled.documents[name])} documents{'' if name in changed else ', unchanged'}")
        self.stdout.write(f"{len(compiled.joined)} records were joined to another.")
        for rule, times in sorted(compiled.warnings.items()):
            self.stdout.write(f"{times:4} warnings: {rule}")


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_bytes() != text.encode()
