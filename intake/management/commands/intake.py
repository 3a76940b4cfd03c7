"""Bring in a data set of the field."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import Person
from editorial.rules import RuleBroken
from intake.adapters.registry import DATA_SETS, Wanted, open_data_set
from intake.applying import apply_plan
from intake.cells.column import Circumstances
from intake.people import people_of_the_register
from intake.planning.answers import read_answers
from intake.planning.making import Progress, make_plan
from intake.planning.plan import Plan, csv_lines, json_lines
from intake.planning.telling import in_lines
from intake.reading.opening import Choices
from intake.reading.refusing import FileRefused
from intake.table.profile import read_profile


class Command(BaseCommand):
    """`manage.py intake dcad FILE --plan`, then `--apply --by NAME`, or `--apply --publish --by NAME --reviewer NAME`."""

    help = "Read a data set, show what bringing it in would do, and, with --apply, bring it in: as a whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data_set", choices=sorted(DATA_SETS), help="which data set the file is")
        parser.add_argument("file", type=Path)
        step = parser.add_mutually_exclusive_group(required=True)
        step.add_argument("--plan", action="store_true", help="show the plan, and write nothing")
        step.add_argument("--apply", action="store_true", help="show the plan, and bring it in as drafts")
        parser.add_argument(
            "--only-good",
            action="store_true",
            help="with --apply: leave out what is refused or to be decided; without it a plan that holds any is not carried out",
        )
        parser.add_argument("--publish", action="store_true", help="with --apply: submit and publish each record")
        parser.add_argument("--by", default="", help="with --apply: the user name of the data manager who brings it in")
        parser.add_argument("--reviewer", default="", help="with --publish: the user name of who publishes; somebody else than --by")
        parser.add_argument("--only", default="", help="a part of the data set: defence, of uk")
        parser.add_argument("--profile", type=Path, help="for a table: a JSON file that gives a field for each heading")
        parser.add_argument("--encoding", default="", help="for a table: the encoding, where it should not be found out")
        parser.add_argument("--delimiter", default="", help="for a table: the delimiter, where it should not be found out")
        parser.add_argument("--sheet", default="", help="for a table in a workbook: the name of its sheet")
        parser.add_argument("--answers", type=Path, help="a CSV file of decisions: key, agreement, decision (same or apart), reason")
        parser.add_argument("--out", type=Path, help="write the whole plan there: CSV if its name ends so, else JSON Lines")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        people = self._people(options)
        try:
            data_set = open_data_set(options["data_set"], options["file"], _wanted(options))
            answers = read_answers(options["answers"]) if options["answers"] else {}
            plan = make_plan(data_set, Circumstances(people_of_the_register(), now.date()), answers=answers)
        except (FileRefused, ValueError) as fault:
            raise CommandError(f"{options['file'].name} is refused. {fault}") from None
        for line in in_lines(plan):
            self.stdout.write(line)
        if options["out"]:
            _keep(plan, options["out"])
        if not options["apply"]:
            self.stdout.write("Nothing was written.")
            return
        try:
            batch = apply_plan(
                plan,
                by=people["by"],
                at=now,
                reviewer=people.get("reviewer"),
                only_good=options["only_good"],
                progress=_bar(self.stderr.write),
            )
        except RuleBroken as fault:
            raise CommandError(f"Nothing was written. {fault}") from None
        self.stdout.write(f"Brought in as batch {batch.pk}{', and published' if batch.published_at else ', as drafts'}.")

    def _people(self, options: dict[str, Any]) -> dict[str, Person]:
        """Who brings in and who publishes. Raises CommandError before anything is read."""
        if not options["apply"]:
            for name in ("publish", "only_good"):
                if options[name]:
                    raise CommandError(f"--{name.replace('_', '-')} goes with --apply.")
            return {}
        wanted = {"by": options["by"]} | ({"reviewer": options["reviewer"]} if options["publish"] else {})
        people = {role: Person.objects.filter(username=name, is_active=True).first() for role, name in wanted.items()}
        for role, person in people.items():
            if person is None:
                raise CommandError(f"--{role} names nobody who may sign in: “{wanted[role]}”.")
        return {role: person for role, person in people.items() if person is not None}


def _wanted(options: dict[str, Any]) -> Wanted:
    profile = read_profile(options["profile"]) if options["profile"] else None
    return Wanted(options["only"], profile, Choices(options["encoding"], options["delimiter"], options["sheet"]))


def _keep(plan: Plan, path: Path) -> None:
    lines = csv_lines(plan) if path.suffix.lower() == ".csv" else json_lines(plan)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _bar(write: Callable[..., object]) -> Progress:
    """Progress for a terminal: a line that is written over; elsewhere a line for each tenth."""
    terminal = sys.stderr.isatty()

    def tell(done: int, total: int | None) -> None:
        if not total:
            return
        if terminal and (done % 10 == 0 or done == total):
            write(f"\r[{'#' * (done * 40 // total):40}] {done}/{total}", ending="" if done < total else "\n")
        elif not terminal and done * 10 // total > (done - 1) * 10 // total:
            write(f"{done}/{total}")

    return tell
