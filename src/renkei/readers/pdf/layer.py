"""The text layer of one page, by PDFium: characters with their boxes, and printed lines.

A gap between two words of a line that is as wide as a character parts columns and becomes a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from renkei.readers.pdf.frame import Box, Frame, around

_BREAK = re.compile("\r\n|\r|\n")
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")  # PDFium's soft hyphens among them
_LONE = re.compile("[\ud800-\udfff]")
_COLUMN_GAP = 0.8  # of the height of a character


class Printed(NamedTuple):
    """Words that stand on one line, and where."""

    text: str
    box: Box


class Layer:
    """The units (UTF-16) of a page in PDFium's order, so that boxes can be asked for by index."""

    def __init__(self, layer: pdfium.PdfTextPage, frame: Frame) -> None:
        self._layer = layer
        self._frame = frame
        self.units = _aligned_text(layer)

    def lines(self) -> Iterator[tuple[int, int]]:
        """First unit and end (exclusive) of each line, empty ones included."""
        start = 0
        for found in _BREAK.finditer(self.units):
            yield start, found.start()
            start = found.end()
        yield start, len(self.units)

    def words(self, start: int, end: int) -> str:
        """The words of units ``start`` to ``end`` with tabs for wide gaps, as whole characters."""
        parts: list[str] = []
        position = start
        at = self.units.find(" ", start, end)
        while at >= 0:
            if self._is_column_gap(at, start, end):
                parts += self.units[position:at], "\t"
                position = at + 1
            at = self.units.find(" ", at + 1, end)
        parts.append(self.units[position:end])
        return whole_characters("".join(parts)).rstrip()

    def printed(self, start: int, end: int) -> Printed | None:
        """Units ``start`` to ``end`` as one printed line; None when nothing shows."""
        text = self.words(start, end)
        count = self._layer.count_rects(start, end - start) if text.strip() else 0
        if count <= 0:
            return None
        rects = (self._frame.box(*self._layer.get_rect(index)) for index in range(count))
        return Printed(text, around(rects))

    def is_made_up(self, index: int) -> bool:
        """Whether PDFium put this unit in (a blank or a break) and the page prints none."""
        return bool(pdfium_raw.FPDFText_IsGenerated(self._layer, index) == 1)

    def box(self, index: int) -> Box:
        """The box of the character at ``index``, as high as its font."""
        return self._frame.box(*self._layer.get_charbox(index, loose=True))

    def _is_column_gap(self, at: int, start: int, end: int) -> bool:
        if not start < at < end - 1 or not self.is_made_up(at):
            return False
        before, after = self.box(at - 1), self.box(at + 1)
        return after[0] - before[2] >= _COLUMN_GAP * (before[3] - before[1])


def whole_characters(units: str) -> str:
    """UTF-16 units, one per character of ``units``, as text without what is not printed."""
    whole = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNPRINTED.sub("", _LONE.sub("\ufffd", whole))


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
