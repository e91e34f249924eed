"""Opening .docx and .xlsx: ZIP archives from outside, with limits before anything is expanded."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError  # the class only; parsing is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from renkei.core.errors import InputError
from renkei.readers.forms import FORMS
from renkei.readers.limits import (
    MAX_EXPANDED,
    MAX_MEMBERS,
    MAX_RATIO,
    RATIO_FLOOR,
    size_text,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,  # a compression method nobody uses
    RuntimeError,  # an encrypted member
    ValueError,
)


def office_form(name: str, data: bytes, promised: str | None) -> str:
    """ "docx", "xlsx" or "zip" for other archives.

    Raises InputError: RK117 for an archive that does not open although the name promises an
    office document, RK118 for one that expands beyond the limits.
    """
    archive = _archive(name, data, promised)
    if archive is None:
        return "zip"
    members = set(archive.namelist())
    for form, part in _MAIN_PARTS.items():
        if part in members:
            return form
    if promised in _MAIN_PARTS:
        raise broken_part(name, promised, _MAIN_PARTS[promised])
    return "zip"


def open_office(name: str, data: bytes, form: str) -> Package:
    """The parts of an office document. Raises InputError as :func:`office_form` does."""
    archive = _archive(name, data, form)
    assert archive is not None, "a promised form raises instead"
    return Package(name, form, archive)


class Package:
    """The parts of one office document, each read when asked for."""

    def __init__(self, name: str, form: str, archive: zipfile.ZipFile) -> None:
        self._name = name
        self._form = form
        self._archive = archive
        self._members = set(archive.namelist())

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def xml(self, part: str) -> Element:
        """The root element of ``part``, names without their namespaces.

        Transitional and strict files differ only in namespaces. Raises InputError RK120 when
        the part is missing or broken.
        """
        try:  # LookupError: no such part, or an encoding nobody knows
            root: Element = fromstring(self._archive.read(part))
        except (LookupError, ParseError, DefusedXmlException, *_BROKEN) as error:
            raise broken_part(self._name, self._form, part) from error
        for element in root.iter():
            element.tag = _local(element.tag)
            if any(key[0] == "{" for key in element.attrib):
                element.attrib = {_local(key): value for key, value in element.attrib.items()}
        return root


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def broken_part(name: str, form: str, part: str) -> InputError:
    """RK120 for ``part`` of the office document ``name``."""
    kind = FORMS[form]
    return InputError("RK120", name=name, part=part, form_ja=kind.ja, form_en=kind.en)


def _archive(name: str, data: bytes, promised: str | None) -> zipfile.ZipFile | None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        if promised not in _MAIN_PARTS:
            return None
        form = FORMS[promised]
        raise InputError("RK117", name=name, form_ja=form.ja, form_en=form.en) from error
    _check_expansion(name, len(data), archive)
    return archive


def _check_expansion(name: str, size: int, archive: zipfile.ZipFile) -> None:
    """Refuse a bomb by what its directory declares; zipfile never expands beyond that."""
    members = archive.infolist()
    expanded = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > RATIO_FLOOR
        and member.file_size > MAX_RATIO * max(1, member.compress_size)
        for member in members
    )
    if bomb or expanded > MAX_EXPANDED or len(members) > MAX_MEMBERS:
        limit = RATIO_FLOOR if bomb else MAX_EXPANDED
        raise InputError(
            "RK118",
            name=name,
            size=size_text(size),
            expanded=size_text(expanded),
            limit=size_text(limit),
        )
