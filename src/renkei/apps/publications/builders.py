"""What makes a file of a sheet, by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable

from renkei.apps.publications import excel, html, pdf, word
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.sheet import Sheet

BUILDERS: dict[str, Callable[[Sheet, Layout | None], bytes]] = {
    "pdf": pdf.build,
    "docx": word.build,
    "xlsx": excel.build,
    "html": html.build,
}
