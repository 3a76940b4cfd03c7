"""manage.py forget_second_factor: the way back in when the last administrator has lost the authenticator."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import Person
from accounts.operations import forget_second_factor


class Command(BaseCommand):
    help = "Forget somebody's authenticator, recovery codes and tokens. For others than the last administrator the desk has an action."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        person = Person.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody signs in as “{username}”.")
        forget_second_factor(person)
        self.stdout.write(f"{username} sets up a new second factor at the next sign-in.")
