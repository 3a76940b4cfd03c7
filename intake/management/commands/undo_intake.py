"""Take back what a published batch brought in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import Person
from editorial.rules import RuleBroken
from intake.models import Batch
from intake.undoing import undo_batch


class Command(BaseCommand):
    """`manage.py undo_intake 3 --by NAME --reason "…"`."""

    help = (
        "Undo a batch as a whole. Of a published one, what it changed is put back and what it added is retracted, by new revisions; "
        "of drafts, what it changed is put back and what it added is set aside."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", type=int, help="the number that the import gave")
        parser.add_argument("--by", required=True, help="the user name of a data manager; of a reviewer, where the batch is public")
        parser.add_argument("--reason", required=True, help="why; the public pages show it")

    def handle(self, *args: Any, **options: Any) -> None:
        batch = Batch.objects.filter(pk=options["batch"]).first()
        by = Person.objects.filter(username=options["by"], is_active=True).first()
        if batch is None:
            raise CommandError(f"There is no batch {options['batch']}.")
        if by is None:
            raise CommandError(f"--by names nobody who may sign in: “{options['by']}”.")
        try:
            undone = undo_batch(batch, by=by, at=timezone.now(), reason=options["reason"])
        except RuleBroken as fault:
            raise CommandError(f"Nothing was undone. {fault}") from None
        self.stdout.write(f"Batch {batch.pk} was undone: {undone:,} records.")
