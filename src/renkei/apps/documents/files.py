"""Originals on disk, named by what they hold: RENKEI_HOME/files/ab/cdef…"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from renkei.core.errors import RenkeiError


def path_of(sha256: str) -> Path:
    """Where the original of this hash (hex) lies, whether or not it is there."""
    return Path(settings.RENKEI_FILES) / sha256[:2] / sha256[2:]


def keep(sha256: str, data: bytes) -> Path:
    """Store ``data`` whole or not at all; what is already there is left alone.

    Written beside its place, brought to disk, then renamed: a process killed at any moment leaves
    either the complete file or a nameless draft that nothing refers to.
    """
    path = path_of(sha256)
    if path.exists() and path.stat().st_size == len(data):
        return path
    draft = path.with_name(f".{secrets.token_hex(8)}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _sync_directory(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise RenkeiError("RK403", name=path, reason=error.strerror) from error
    return path


def read(sha256: str) -> bytes:
    """The original bytes. Raises RenkeiError when the file is gone."""
    path = path_of(sha256)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise RenkeiError("RK101", name=path) from error


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
