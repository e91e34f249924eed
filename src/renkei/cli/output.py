"""Writing JSON Lines to standard output, safe when the reader goes away."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import click
import msgspec

from renkei.core.errors import RenkeiError, UsageError
from renkei.core.errors.messages import Language

_fast = msgspec.json.Encoder().encode
_any = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_line(shape: Mapping[str, Any]) -> bytes:
    """One JSON object in UTF-8, ended by a line break. Half a surrogate pair goes as it came."""
    try:
        return _fast(shape) + b"\n"
    except UnicodeEncodeError:
        return f"{_any(shape)}\n".encode("utf-8", "surrogatepass")


def write_lines(stream: BinaryIO, shapes: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object per line in UTF-8, all of them or an error.

    Raises BrokenPipeError when nobody reads any more (the console ends quietly) and UsageError
    RK422 when the disk is full or the like.
    """
    data = b"".join(map(to_line, shapes))
    try:
        stream.write(data)
        stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise UsageError("RK422", reason=error.strerror) from error


def complain(error: RenkeiError, language: Language) -> None:
    """The sentence of ``error`` on standard error."""
    click.echo(error.message(language), err=True)
