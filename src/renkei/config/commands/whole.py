"""Files that commands write: the whole file, or the one that was there before."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from renkei.core.errors import UsageError


def write_whole(target: Path, data: bytes) -> None:
    """Write whole or not at all. Raises UsageError where the place cannot be written."""
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
            draft = Path(file.name)
            file.write(data)
        draft.chmod(0o666 & ~_mask())
        draft.replace(target)
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise UsageError("RK424", name=target, reason=error.strerror) from error


def _mask() -> int:
    """The mask of new files; temporary files are made without it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
