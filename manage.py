#!/usr/bin/env python3
"""Django's manage.py. `up` and `test` also work before anything is installed: only Python 3.11 or newer is needed.

Other commands run in the environment that those two have made.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("ENTENTE_VENV") or ROOT / ".venv").absolute()
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"up": "base", "test": "test"}


def bootstrap(command: str) -> None:
    """Install the command's hash-locked requirements, once per lock, and go on inside the environment."""
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    install(LOCKS[command])
    if not (Path(sys.prefix).exists() and os.path.samefile(sys.prefix, VENV)):
        run_instead([str(PYTHON), str(ROOT / "manage.py"), *sys.argv[1:]])


def install(name: str) -> None:
    """Do nothing when the stamp of this very lock is there: a second start costs one hash."""
    lock = ROOT / "requirements" / f"{name}.txt"
    stamp = VENV / f".{name}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"
    if stamp.exists():
        return
    make_environment()
    print(f"Installing requirements/{lock.name} into {VENV.name} …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(lock)]).returncode:
        sys.exit(f"The packages of requirements/{lock.name} could not be installed; the message above says why.")
    stamp.touch()


def make_environment() -> None:
    made = VENV / ".made"  # written last, so that a half-made environment is made again
    if made.exists():
        return
    import venv

    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    except (subprocess.CalledProcessError, ModuleNotFoundError):
        sys.exit("This Python cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv")
    made.touch()


def run_instead(command: list[str]) -> None:
    """Become this command. Windows has no exec that keeps the console, so there we wait for a child."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command in LOCKS and not os.environ.get("ENTENTE_NO_BOOTSTRAP"):
        bootstrap(command)
    elif importlib.util.find_spec("django") is None:
        if not PYTHON.exists():
            sys.exit("Nothing is installed yet. First: python3 manage.py up --no-serve")
        run_instead([str(PYTHON), str(ROOT / "manage.py"), *sys.argv[1:]])
    if command == "test":
        os.chdir(ROOT)
        run_instead([sys.executable, "-m", "tests.run", *sys.argv[2:]])
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
