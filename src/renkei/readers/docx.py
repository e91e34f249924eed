"""Word documents (.docx), read from their XML in the order of the page.

Paragraphs become lines; a table row becomes a line of cells parted by tabs, one tab per column of
the grid, so that merged cells stand once and columns keep their places. Deleted text, field codes
and ruby annotations are not printed words of the line and stay out; footnotes follow at the end.
Pages are known where Word left its marks of the last layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renkei.core.errors import InputError
from renkei.core.source import Place
from renkei.readers.builder import TextBuilder, cell_text, column_letters
from renkei.readers.forms import FORMS
from renkei.readers.ooxml import broken_part, open_office
from renkei.readers.protocol import Readout

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SKIPPED = {"del", "moveFrom", "instrText", "delText", "rt", "pPr", "rPr", "tbl", "Fallback"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins"}


def read_docx(name: str, data: bytes) -> Readout:
    """Read a Word document. Raises InputError."""
    package = open_office(name, data, "docx")
    body = package.xml("word/document.xml").find("body")
    if body is None:
        raise broken_part(name, "docx", "word/document.xml")
    paged = next(body.iter("lastRenderedPageBreak"), None) is not None
    reading = _Reading(page=1 if paged else None)
    try:
        reading.blocks(body)
        if "word/footnotes.xml" in package:
            for note in package.xml("word/footnotes.xml").findall("footnote"):
                if note.get("type") is None:  # separators have one
                    reading.blocks(note)
    except RecursionError as error:  # no writer nests hundreds deep
        raise broken_part(name, "docx", "word/document.xml") from error
    text = reading.builder.text
    if not text or text.isspace():
        raise InputError("RK104", name=name)
    media_type = FORMS["docx"].media_type
    assert media_type is not None
    return Readout(text, media_type, None, tuple(reading.builder.places))


class _Reading:
    """The state of one pass: the text so far, the page if known, the number of the table."""

    def __init__(self, page: int | None) -> None:
        self.builder = TextBuilder()
        self._page = page
        self._tables = 0

    def blocks(self, parent: Element) -> None:
        """Paragraphs and tables, in order."""
        for child in parent:
            if child.tag == "p":
                text = "".join(self._words(child)).strip("\n")
                place = Place(page=self._page) if self._page else None
                self.builder.add(text, place)
                self.builder.add("\n")
                for table in _inner_tables(child):
                    self._table(table)
            elif child.tag == "tbl":
                self._table(child)
            elif child.tag in _WRAPPERS:
                self.blocks(child)

    def _words(self, element: Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == "t":
                yield child.text or ""
            elif tag == "lastRenderedPageBreak":
                self._page = (self._page or 0) + 1
            elif tag == "br" and child.get("type") == "page":
                yield "\n"  # Word also marks the new page as rendered
            elif tag in _BREAKS:
                yield _BREAKS[tag]
            elif tag == "p":  # a text box within the paragraph
                yield "\n"
                yield from self._words(child)
            elif tag not in _SKIPPED:
                yield from self._words(child)

    def _table(self, table: Element) -> None:
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(_rows(table), 1):
            column = _skipped_columns(row)
            self.builder.add("\t" * column)
            for index, cell in enumerate(_cells(row)):
                self.builder.add("\t" if index else "")
                place = Place(
                    page=self._page,
                    sheet=f"表{number}",
                    cell=f"{column_letters(column)}{row_number}",
                )
                self.builder.add(cell_text(self._cell(cell)), place)
                span = _span(cell)
                column += span
                self.builder.add("\t" * (span - 1))
            self.builder.add("\n")

    def _cell(self, cell: Element) -> str:
        """The words of a cell; a table within it becomes lines of it."""
        lines: list[str] = []
        for block in cell:
            if block.tag == "p":
                lines.append("".join(self._words(block)))
            elif block.tag == "tbl":
                for row in _rows(block):
                    lines.append(" ".join(self._cell(inner) for inner in _cells(row)))
            elif block.tag in _WRAPPERS:
                lines.append(self._cell(block))
        return "\n".join(lines)


def _rows(table: Element) -> Iterator[Element]:
    return _within(table, "tr")


def _cells(row: Element) -> Iterator[Element]:
    return _within(row, "tc")


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Children of ``tag``, also behind content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _inner_tables(paragraph: Element) -> Iterator[Element]:
    """Tables in text boxes anchored to a paragraph, without those in the fallback drawing."""
    for child in paragraph:
        if child.tag == "tbl":
            yield child
        elif child.tag != "Fallback":
            yield from _inner_tables(child)


def _span(cell: Element) -> int:
    return _number(cell.find("tcPr/gridSpan"))


def _skipped_columns(row: Element) -> int:
    skipped = row.find("trPr/gridBefore")
    return 0 if skipped is None else _number(skipped)


def _number(element: Element | None) -> int:
    """A count of columns, between 1 and what a page can hold."""
    value = "1" if element is None else element.get("val", "1")
    return min(max(int(value), 1), 64) if value.isascii() and value.isdigit() else 1
