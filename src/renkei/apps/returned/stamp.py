"""The mark in the properties of an office file that tells which sheet it is and when it went out."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from xml.etree import ElementTree as ET

from renkei.core.errors import InputError
from renkei.readers.ooxml import open_office

PART = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_MARK = re.compile(r"renkei:sheet=(?P<printed>\d{1,18});policy=(?P<policy>\d{1,18})(?:;|$)")


def put(data: bytes, *, printed: int, policy: int, at: datetime) -> bytes:
    """The file with the mark among its keywords, which Word and Excel keep."""
    source = zipfile.ZipFile(io.BytesIO(data))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == PART:
                words = f"renkei:sheet={printed};policy={policy};printed={at:%Y-%m-%dT%H:%M:%SZ}"
                content = _with_keywords(content, words)
            made.writestr(item, content)
    return target.getvalue()


def read(name: str, data: bytes, ending: str) -> tuple[int, int]:
    """The printed sheet and the policy that the mark names. Raises InputError RK811 without one."""
    package = open_office(name, data, ending)
    words = (package.xml(PART).findtext("keywords") or "") if PART in package else ""
    found = _MARK.search(words)
    if found is None:
        raise InputError("RK811", name=name)
    return int(found["printed"]), int(found["policy"])


def _with_keywords(content: bytes, words: str) -> bytes:
    root = ET.fromstring(content)  # noqa: S314 - the builder of the house wrote it
    element = root.find(_KEYWORDS)
    if element is None:
        element = ET.SubElement(root, _KEYWORDS)
    element.text = words
    return bytes(ET.tostring(root, encoding="UTF-8", xml_declaration=True))
