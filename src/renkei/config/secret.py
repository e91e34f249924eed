"""The key that signs sessions: from the environment, or made once and kept privately."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from renkei.config import env
from renkei.core.errors import UsageError

SHORTEST = 50


def secret_key(home: Path) -> str:
    """RENKEI_SECRET_KEY, else the key in ``home``/secret_key, which is made if it is not there.

    Two processes that start at once agree: the file is linked into place whole, and who comes
    second reads what the first one made.
    """
    given = env.text("RENKEI_SECRET_KEY")
    if given:
        if len(given) < SHORTEST:
            raise UsageError(
                "RK401", name="RENKEI_SECRET_KEY", found="…", expected=f">= {SHORTEST} characters"
            )
        return given
    path = home / "secret_key"
    try:
        if not path.exists():
            _make(path)
        return path.read_text("ascii").strip()
    except OSError as error:
        raise UsageError("RK403", name=path, reason=error.strerror) from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"secret_key.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(get_random_secret_key())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its key is the key
    finally:
        draft.unlink()
