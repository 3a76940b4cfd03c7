"""The worker beside the server where there is no queue: it is started with the server, and gone with it however that ends."""

import os
import subprocess
import sys
import threading
import time

from django.conf import settings

PAUSE = 1.0  # seconds, before one that died is followed by another


class Companion:
    """Keeps one worker alive. It holds one end of a pipe and lives as long as somebody holds the other: whoever forks lets go."""

    def __init__(self) -> None:
        self.worker = _start()
        threading.Thread(target=self._keep, daemon=True).start()

    def _keep(self) -> None:
        """What a worker was doing when it died is begun again by the next."""
        while True:
            self.worker.wait()
            time.sleep(PAUSE)
            self.worker = _start()

    def let_go(self) -> None:
        """In a process of the server: it must not keep the worker alive when the server is gone."""
        if self.worker.stdin:
            self.worker.stdin.close()


def _start() -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(settings.ROOT / "manage.py"), "work", "--beside"]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - it is this very program


def end_with_the_server() -> None:
    """To be called by the worker: end at once when the server is gone, in the middle of work too. Its transaction is then undone."""
    threading.Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    while os.read(sys.stdin.fileno(), 1):
        continue
    os._exit(0)
