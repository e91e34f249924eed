"""Text and HTML: the text of the document is the decoded source itself, unchanged.

HTML keeps its tags here, so that evidence counts characters of the page's own source; the markup
is taken out, with the way back, when the core prepares the document.
"""

from __future__ import annotations

from pathlib import PurePath

from renkei.core.errors import InputError
from renkei.readers.encoding import decode
from renkei.readers.forms import FORMS, looks_like_html
from renkei.readers.protocol import Readout

_PAGES = FORMS["html"].extensions  # a fragment of a page does not declare itself


def read_text(name: str, data: bytes) -> Readout:
    """Decode ``data``. Raises InputError when it is no text or only white space."""
    text, encoding = decode(name, data)
    if text.isspace() or not text:
        raise InputError("RK104", name=name)
    page = looks_like_html(text) or (PurePath(name).suffix.lower() in _PAGES and "<" in text)
    form = FORMS["html" if page else "text"]
    return Readout(text, form.media_type or "text/plain", encoding)
