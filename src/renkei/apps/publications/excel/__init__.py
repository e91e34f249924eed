"""A sheet as an Excel workbook, in the layout of the official form.

Figures are numbers with the format that prints them as the form does; every text stays a text,
also one that begins with an equals sign. The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

import xlsxwriter

from renkei.apps.publications.excel.canvas import Page, Styles
from renkei.apps.publications.layout.loading import layout_of
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.layout.writing import pages
from renkei.apps.publications.sheet import Sheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# A workbook must carry a time; this one says that the sheet has none of its own.
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def build(sheet: Sheet, layout: Layout | None = None) -> bytes:
    """The sheet as a workbook: 調書 where there is one, the front, and a page for each field."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": sheet.title, "created": _NO_TIME})
        styles = Styles(book)
        head = f"（{sheet.form_number}）　{sheet.policy}" if sheet.form_number else sheet.policy

        for write in pages(sheet, layout or layout_of(sheet)):
            page = book.add_worksheet(write.name)
            write(Page(page, styles, head=head, marking=sheet.marking))
    return target.getvalue()
