"""The secret key of the embedded size: random, made once, kept beside its database."""

import os
import secrets
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """Read the key, or make it when there is none. Two processes that start at once get the same key."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)  # unlike a rename, it refuses when another process was first
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
