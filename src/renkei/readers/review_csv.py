"""A CSV file of the review data from disk, also from the ZIP file it is published in."""

from __future__ import annotations

import io
import os
import zipfile
import zlib

from renkei.core.errors import InputError
from renkei.readers.limits import MAX_EXPANDED, size_text
from renkei.readers.registry import load_file

_ZIP = b"PK\x03\x04"


def load_csv(path: str | os.PathLike[str]) -> tuple[str, bytes]:
    """The printable name and the bytes of the CSV file. Raises InputError."""
    return unpacked(*load_file(path))


def unpacked(name: str, data: bytes) -> tuple[str, bytes]:
    """``data``, or the one CSV file in it when it is a ZIP file.

    Raises InputError: RK608 unless there is just one, RK106 when it is too large, RK613 when the
    ZIP file is broken.
    """
    if not data.startswith(_ZIP):
        return name, data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if one.filename.endswith(".csv")]
            if len(members) != 1:
                raise InputError("RK608", name=name, found=len(members))
            with archive.open(members[0]) as file:
                content = file.read(MAX_EXPANDED + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError("RK613", name=name) from error
    if len(content) > MAX_EXPANDED:
        limit = size_text(MAX_EXPANDED)
        raise InputError("RK106", name=name, size=f"> {limit}", limit=limit)
    return name, content
