"""Prepare what is not there yet, say where the register is, and serve it."""

import errno
import hashlib
import os
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import ERROR, Tags, run_checks
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from accounts.operations import make_demo_people, make_groups
from catalogue.auditing import audit, last_audits
from config.companion import Companion

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Prepares the database, loads the starting register and serves it. What is there already is left alone."
    requires_system_checks: list[str] = []  # the tests run them all; a start runs those of the database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
        parser.add_argument("--no-serve", action="store_true", help="prepare only, and end")

    def handle(self, *args: Any, port: int, no_serve: bool, **options: Any) -> None:
        if not no_serve:
            refuse_taken(port)
        self.prepare()
        logins = make_demo_people() if settings.EMBEDDED else []
        if no_serve:
            self.stdout.write("Ready.")
            return
        self.stdout.write(f"Entente is at http://{HOST}:{port}/ (Ctrl-C ends it)")
        for name, password in logins:
            self.stdout.write(f"  sign in at the desk as {name} with {password}")
        self.stdout.flush()
        connections.close_all()  # a connection must not cross the fork of the workers
        serve(port)

    def prepare(self) -> None:
        try:
            fresh = migrations_wait()
            if fresh:
                self.stdout.write("Preparing the database …")
                call_command("migrate", interactive=False, verbosity=0)
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {str(error).strip()}") from error
        for problem in run_checks(tags=[Tags.database], databases=["default"]):
            if problem.level >= ERROR:
                raise CommandError(" ".join(filter(None, (problem.msg, problem.hint))))
        if waiting := {permission.partition(".")[0] for permission in make_groups()}:
            self.stderr.write(f"The roles wait for apps that are not installed: {', '.join(sorted(waiting))}")
        self.load(fresh=fresh)
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0)

    def load(self, *, fresh: bool) -> None:
        """Load data/ when it, or the database, is not what it was at the last start. Both commands may run twice."""
        loaded = settings.VAR / "loaded"
        now = fingerprint(settings.ROOT / "data")
        if settings.EMBEDDED and not fresh and loaded.exists() and loaded.read_text() == now:
            return
        call_command("load_parties", stdout=self.stdout)
        call_command("load_register", stdout=self.stdout)
        if not last_audits(1):
            audit(at=timezone.now())  # the timetable does it each night, and nobody should wait for the first
        if settings.EMBEDDED:
            loaded.write_text(now)


def fingerprint(folder: Path) -> str:
    """One hash over every file of a folder, names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def refuse_taken(port: int) -> None:
    """Say in one sentence that nothing can be served here, before any work is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            if getattr(error, "errno", None) == errno.EADDRINUSE:
                raise CommandError(f"Port {port} is taken; choose another one: manage.py up --port {port + 1}") from None
            raise CommandError(f"Port {port} cannot be used here: {error}") from None


def migrations_wait() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def serve(port: int) -> None:
    """Serve from this very process, which has everything imported already, until it is told to end.

    Without a queue, a worker beside it does the long work.
    """
    beside = None if settings.REDIS_URL else Companion()
    if os.name == "nt":  # gunicorn needs fork
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)
        return
    from config.server import Server

    def let_go(server: Any, process: Any) -> None:
        """A process of the server must not keep the worker beside it alive."""
        if beside:
            beside.let_go()

    Server({"bind": f"{HOST}:{port}", "workers": 2, "post_fork": let_go}).run()
