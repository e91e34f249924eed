"""The file of `renkei extract --leftovers`: never over a file that is something else."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from renkei.cli.output import write_lines
from renkei.core.errors import UsageError


def check_target(name: str) -> None:
    """Refuse a place that cannot be written, or a file that is none of ours; touch nothing.

    A forgotten argument makes an input document the target. Raises UsageError RK424 or RK426.
    """
    path = Path(name)
    if path.is_dir() or not path.parent.is_dir():
        code = errno.EISDIR if path.is_dir() else errno.ENOENT
        raise UsageError("RK424", name=name, reason=os.strerror(code))
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise UsageError("RK424", name=name, reason=os.strerror(errno.EACCES))
    if path.is_file() and not _ours(path):
        raise UsageError("RK426", name=name)


def write_leftovers(name: str, shapes: Sequence[Mapping[str, Any]]) -> None:
    """Put ``shapes`` in the place of what the file holds. Raises UsageError RK424."""
    try:
        with Path(name).open("wb") as file:
            write_lines(file, shapes)
    except OSError as error:
        raise UsageError("RK424", name=name, reason=error.strerror) from error


def _ours(path: Path) -> bool:
    """Whether the file is empty, or JSON Lines of type leftover."""
    with path.open("rb") as file:
        return all(_is_leftover(line) for line in file)


def _is_leftover(line: bytes) -> bool:
    try:
        shape = json.loads(line)
    except ValueError:
        return False
    return isinstance(shape, dict) and shape.get("type") == "leftover"
