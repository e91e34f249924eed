"""A PDF as text: a line per printed line or table row, with page and box.

Pages that are only pictures cannot be read: most of them, and the file is refused; a few among
others, and they are gaps. Programs that recognise characters may be plugged in (readers.ocr).
"""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from renkei.core.errors import InputError
from renkei.core.source import Place
from renkei.core.text.markup import BULLETS
from renkei.readers import ocr
from renkei.readers.builder import TextBuilder, cell_break, ends_entry
from renkei.readers.forms import FORMS
from renkei.readers.limits import MAX_PAGES, MAX_UNITS, size_text
from renkei.readers.pdf.cells import Cell, separator
from renkei.readers.pdf.layer import Printed
from renkei.readers.pdf.page import SCANNED, PageContent, Table, read_page
from renkei.readers.pdf.running import drop_running, join_tables
from renkei.readers.protocol import Readout

_END_MARK = b"%%EOF"
_AFTER_END = 4096  # bytes; programs append a signature or junk, a cut file has pages after the mark


def read_pdf(name: str, data: bytes) -> Readout:
    """Read the text layer of a PDF. Raises InputError."""
    _check_end(name, data)
    pages = _pages(name, data)
    scanned = sum(page.gap == SCANNED for page in pages)
    if scanned * 2 > len(pages):
        raise InputError("RK116", name=name, pages=len(pages), scanned=scanned)
    join_tables(pages)
    drop_running(pages)
    builder = TextBuilder()
    for page in pages:
        _write(builder, page)
    if builder.text.isspace() or not builder.text:
        raise InputError("RK104", name=name)
    media_type = FORMS["pdf"].media_type
    assert media_type is not None
    return Readout(builder.text, media_type, None, tuple(builder.places), tuple(builder.gaps))


def _check_end(name: str, data: bytes) -> None:
    end = data.rfind(_END_MARK)
    if end < 0 or len(data) - end > _AFTER_END:
        raise InputError("RK113", name=name, size=size_text(len(data)))


def _pages(name: str, data: bytes) -> list[PageContent]:
    pages: list[PageContent] = []
    by = ocr.recogniser()
    room = MAX_UNITS
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise InputError("RK122", name=name, pages=len(document), limit=MAX_PAGES)
            for number in range(1, len(document) + 1):
                with closing(document[number - 1]) as page:
                    pages.append(_read(page, number, by))
                room -= pages[-1].units
                if room < 0:
                    raise InputError("RK123", name=name, page=number, limit=f"{MAX_UNITS:,}")
    except pdfium.PdfiumError as error:
        encrypted = pdfium_raw.FPDF_GetLastError() == pdfium_raw.FPDF_ERR_PASSWORD
        raise InputError("RK114" if encrypted else "RK115", name=name) from error
    return pages


def _read(page: pdfium.PdfPage, number: int, by: ocr.Recogniser | None) -> PageContent:
    content = read_page(page, number)
    if by is not None and content.gap == SCANNED:
        found = [Printed(line.text, line.box) for line in ocr.recognise(page, by)]
        content.blocks.extend(found)
        content.gap = "" if found else SCANNED
    return content


def _write(builder: TextBuilder, page: PageContent) -> None:
    if page.gap:
        builder.gap(page.gap)
    for block in page.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                _write_row(builder, row)
            continue
        if isinstance(block, Printed):
            builder.add(block.text, Place(page=page.number, box=block.box))
        builder.add("\n")
    builder.add("\n")


def _write_row(builder: TextBuilder, row: list[Cell]) -> None:
    for column, cell in enumerate(row):
        builder.add("\t" if column else "")
        entries = cell_break(sum(len(line.words.text) + 1 for line in cell) - 1)
        for index, line in enumerate(cell):
            builder.add(line.words.text, Place(page=line.page, box=line.words.box))
            if index + 1 < len(cell):
                after = cell[index + 1]
                listed = cell[0].words.text.startswith(BULLETS)
                ends = ends_entry(line.words.text, after.words.text, listed=listed)
                builder.add(separator(line, after, "\n" if ends else entries))
    builder.add("\n")
