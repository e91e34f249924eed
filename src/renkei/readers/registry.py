"""One way in for every file: bytes are recognised by what they hold, then read."""

from __future__ import annotations

import hashlib
import os
import stat
from importlib import import_module
from pathlib import Path, PurePath
from typing import BinaryIO, NoReturn, cast

from renkei.core.errors import InputError
from renkei.core.source import DocumentRef
from renkei.core.text import Document
from renkei.readers.encoding import decode
from renkei.readers.forms import FORMS, PROMISES, sniff
from renkei.readers.limits import MAX_BYTES, size_text
from renkei.readers.protocol import Reader, Readout

# Libraries of a format are loaded when a file of it arrives: `renkei extract x.txt` starts fast.
_READERS = {
    "text": ("renkei.readers.plain", "read_text"),
    "pdf": ("renkei.readers.pdf.reader", "read_pdf"),
    "docx": ("renkei.readers.docx", "read_docx"),
    "xlsx": ("renkei.readers.xlsx", "read_xlsx"),
}
_OFFICE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_file(path: str | os.PathLike[str], *, published_year: int | None = None) -> Document:
    """Read the file at ``path``. Raises InputError with one sentence for whatever is wrong."""
    return read_bytes(*load_file(path), published_year=published_year)


def load_file(path: str | os.PathLike[str]) -> tuple[str, bytes]:
    """The printable path and the bytes, for who keeps the original too. Raises InputError."""
    shown = printable(os.fspath(path))
    try:
        with Path(path).open("rb") as file:
            return shown, _read_limited(shown, file)
    except FileNotFoundError as error:
        raise InputError("RK101", name=shown) from error
    except IsADirectoryError as error:
        raise InputError("RK102", name=shown) from error
    except PermissionError as error:
        raise InputError("RK105", name=shown) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise InputError("RK107", name=shown, reason=reason) from error


def read_stream(name: str, stream: BinaryIO, *, published_year: int | None = None) -> Document:
    """Read standard input or an upload to its end. Raises InputError."""
    data = stream.read(MAX_BYTES + 1)
    return read_bytes(name, data, published_year=published_year)


def read_bytes(name: str, data: bytes, *, published_year: int | None = None) -> Document:
    """Read ``data`` that came as a file called ``name``. Raises InputError."""
    shown = printable(name)
    if len(data) > MAX_BYTES:
        raise _too_large(shown, len(data))
    return _read(shown, PurePath(shown).name or shown, data, published_year)


def printable(name: str) -> str:
    """A file name as one line that any terminal and any encoding can print."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in whole)


def _read_limited(shown: str, file: BinaryIO) -> bytes:
    """All bytes, refusing too many before they are read (a pipe: after the limit)."""
    status = os.fstat(file.fileno())
    if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
        raise _too_large(shown, status.st_size)
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(shown, len(data))
    return data


def _too_large(shown: str, size: int) -> InputError:
    return InputError("RK106", name=shown, size=size_text(size), limit=size_text(MAX_BYTES))


def _read(shown: str, name: str, data: bytes, published_year: int | None) -> Document:
    if not data:
        raise InputError("RK103", name=shown)
    readout = _readout(shown, data)
    return Document(
        ref=DocumentRef(name, hashlib.sha256(data).hexdigest()),
        text=readout.text,
        places=readout.places,
        published_year=published_year,
        media_type=readout.media_type,
        encoding=readout.encoding,
        gaps=readout.gaps,
    )


def _readout(shown: str, data: bytes) -> Readout:
    """Choose the reader by content, and refuse a name that promises another form.

    A name that promises nothing (.dat, .csv, none at all) is never refused.
    """
    extension = PurePath(shown).suffix.lower()
    promised = PROMISES.get(extension)
    code = _form(shown, data, promised)
    if code == "text" and promised not in (None, "text", "html"):
        _refuse_unrecognised(shown, data, promised)
    if code not in _READERS:
        form = FORMS[code]
        raise InputError("RK109", name=shown, found_ja=form.ja, found_en=form.en)
    if promised not in (None, code) and not (code == "text" and promised == "html"):
        raise _wrong_extension(shown, extension, code)
    module, function = _READERS[code]
    return cast(Reader, getattr(import_module(module), function))(shown, data)


def _form(shown: str, data: bytes, promised: str | None) -> str:
    """The code of what the bytes are; looks into archives. Raises InputError for broken ones."""
    code = sniff(data)
    if code == "zip":
        office = import_module("renkei.readers.ooxml")
        return cast(str, office.office_form(shown, data, promised))
    if code == "ole" and _OFFICE_ENCRYPTED in data:
        raise InputError("RK119", name=shown)
    return code


def _refuse_unrecognised(shown: str, data: bytes, promised: str | None) -> NoReturn:
    """The name promises PDF, Word or Excel and the bytes begin like none of them."""
    extension = PurePath(shown).suffix.lower()
    try:
        decode(shown, data)
    except InputError as error:
        if promised == "pdf":
            raise InputError("RK115", name=shown) from error
        form = FORMS[promised or "binary"]
        raise InputError("RK117", name=shown, form_ja=form.ja, form_en=form.en) from error
    raise _wrong_extension(shown, extension, "text")


def _wrong_extension(shown: str, extension: str, code: str) -> InputError:
    form = FORMS[code]
    return InputError("RK108", name=shown, extension=extension, found_ja=form.ja, found_en=form.en)
