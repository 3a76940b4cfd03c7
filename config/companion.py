"""The worker beside the server where there is no queue: it is started with the server, and gone with it however that ends."""

import os
import subprocess
import sys
import threading

from django.conf import settings


def start() -> "subprocess.Popen[bytes]":
    """Start the worker. It holds one end of a pipe and lives as long as somebody holds the other: whoever forks closes it."""
    command = [sys.executable, str(settings.ROOT / "manage.py"), "work", "--beside"]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - it is this very program


def end_with_the_server() -> None:
    """To be called by the worker: end at once when the server is gone, in the middle of work too. Its transaction is then undone."""
    threading.Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    while os.read(sys.stdin.fileno(), 1):
        continue
    os._exit(0)
