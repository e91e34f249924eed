"""PDF with a text layer, by PDFium: a line of text per printed line, with its page and box.

A gap between two words of a line that is as wide as a character parts cells and becomes a tab.
Pages that are only pictures cannot be read: most of them, and the file is refused; a few among
others, and they are gaps.
"""

from __future__ import annotations

import re
from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from renkei.core.errors import InputError
from renkei.core.source import Place
from renkei.readers.builder import TextBuilder
from renkei.readers.forms import FORMS
from renkei.readers.limits import size_text
from renkei.readers.protocol import Readout

_END_MARK = b"%%EOF"
_AFTER_END = 4096  # bytes; programs append a signature or junk, a cut file has pages after the mark
_BREAK = re.compile("\r\n|\r|\n")
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")  # PDFium's soft hyphens among them
_LONE = re.compile("[\ud800-\udfff]")
_CELL_GAP = 0.8  # of the height of a character
_DRAWN = 100  # paths on a page without a word: text turned into outlines
Box = tuple[float, float, float, float]


def read_pdf(name: str, data: bytes) -> Readout:
    """Read the text layer of a PDF. Raises InputError."""
    _check_end(name, data)
    builder = TextBuilder()
    unread = 0
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            pages = len(document)
            for number in range(1, pages + 1):
                with closing(document[number - 1]) as page:
                    if not _read_page(builder, page, number) and _has_picture(page):
                        builder.gap("scanned_page")
                        unread += 1
                builder.add("\n")
    except pdfium.PdfiumError as error:
        encrypted = pdfium_raw.FPDF_GetLastError() == pdfium_raw.FPDF_ERR_PASSWORD
        raise InputError("RK114" if encrypted else "RK115", name=name) from error
    if unread * 2 > pages:
        raise InputError("RK116", name=name, pages=pages, scanned=unread)
    if builder.text.isspace() or not builder.text:
        raise InputError("RK104", name=name)
    media_type = FORMS["pdf"].media_type
    assert media_type is not None
    return Readout(builder.text, media_type, None, tuple(builder.places), tuple(builder.gaps))


def _check_end(name: str, data: bytes) -> None:
    end = data.rfind(_END_MARK)
    if end < 0 or len(data) - end > _AFTER_END:
        raise InputError("RK113", name=name, size=size_text(len(data)))


def _read_page(builder: TextBuilder, page: pdfium.PdfPage, number: int) -> bool:
    """Add the lines of ``page``; whether there were any words."""
    frame = page.get_bbox()
    words = False
    with closing(page.get_textpage()) as layer:
        text = _aligned_text(layer)
        start = 0
        for found in (*_BREAK.finditer(text), None):
            end = len(text) if found is None else found.start()
            line = _line(layer, text, start, end)
            if line.strip():
                words = True
                builder.add(line, Place(page=number, box=_box(layer, start, end, frame)))
            builder.add("\n")
            start = end if found is None else found.end()
    return words


def _aligned_text(layer: pdfium.PdfTextPage) -> str:
    """The page as UTF-16 units, one per index of PDFium, so that boxes can be asked for.

    The text in one piece leaves out what PDFium deems unprintable; then it is asked unit by unit.
    """
    count = layer.count_chars()
    if count <= 0:
        return ""
    whole = layer.get_text_range().encode("utf-16-le", "surrogatepass")
    if len(whole) == 2 * count:
        return "".join(chr(whole[i] | whole[i + 1] << 8) for i in range(0, len(whole), 2))
    units = (pdfium_raw.FPDFText_GetUnicode(layer, index) for index in range(count))
    return "".join(chr(unit) if unit <= 0xFFFF else "\ufffd" for unit in units)


def _line(layer: pdfium.PdfTextPage, text: str, start: int, end: int) -> str:
    """The words of units ``start`` to ``end`` with tabs for wide gaps, as whole characters."""
    parts: list[str] = []
    position = start
    at = text.find(" ", start, end)
    while at >= 0:
        if _is_cell_gap(layer, at, start, end):
            parts += text[position:at], "\t"
            position = at + 1
        at = text.find(" ", at + 1, end)
    parts.append(text[position:end])
    whole = "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNPRINTED.sub("", _LONE.sub("\ufffd", whole)).rstrip()


def _is_cell_gap(layer: pdfium.PdfTextPage, at: int, start: int, end: int) -> bool:
    if not start < at < end - 1 or pdfium_raw.FPDFText_IsGenerated(layer, at) != 1:
        return False
    _, low, right, high = layer.get_charbox(at - 1, loose=True)
    left = layer.get_charbox(at + 1, loose=True)[0]
    return bool(left - right >= _CELL_GAP * (high - low))


def _box(layer: pdfium.PdfTextPage, start: int, end: int, frame: Box) -> Box | None:
    """The box around units ``start`` to ``end`` from the top left of the page, in points."""
    count = layer.count_rects(start, end - start)
    if count <= 0:
        return None
    rects = [layer.get_rect(index) for index in range(count)]
    left, top = frame[0], frame[3]
    return (
        round(min(rect[0] for rect in rects) - left, 1),
        round(top - max(rect[3] for rect in rects), 1),
        round(max(rect[2] for rect in rects) - left, 1),
        round(top - min(rect[1] for rect in rects), 1),
    )


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Whether the page shows an image, or so many lines that they must be drawn letters."""
    paths = 0
    for item in page.get_objects(max_depth=4):
        if item.type == pdfium_raw.FPDF_PAGEOBJ_IMAGE:
            return True
        paths += item.type == pdfium_raw.FPDF_PAGEOBJ_PATH
    return paths >= _DRAWN
