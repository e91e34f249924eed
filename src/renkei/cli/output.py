"""Writing JSON Lines to standard output, safe when the reader goes away."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import click

from renkei.core.errors import RenkeiError, UsageError
from renkei.core.errors.messages import Language

# What was written is a tree of plain values that the encoders of records made: no circles.
to_line = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def write_lines(stream: BinaryIO, shapes: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object per line in UTF-8, all of them or an error.

    Raises BrokenPipeError when nobody reads any more (the console ends quietly) and UsageError
    RK422 when the disk is full or the like.
    """
    text = "".join(f"{to_line(shape)}\n" for shape in shapes)
    try:
        stream.write(text.encode("utf-8", "surrogatepass"))
        stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise UsageError("RK422", reason=error.strerror) from error


def complain(error: RenkeiError, language: Language) -> None:
    """The sentence of ``error`` on standard error."""
    click.echo(error.message(language), err=True)
