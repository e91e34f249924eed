"""Excel workbooks (.xlsx), read from their XML: the words each cell shows, with its address.

A row becomes a line of cells parted by tabs. Columns in which a table holds nothing are left out
(forms drawn on graph paper have dozens), a merged range stands once at its first cell, and rows
without words become one empty line. A sheet begins with its name, unless its first words are the
same. Hidden sheets are gaps.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING

from renkei.core.errors import InputError
from renkei.core.source import Place
from renkei.readers.builder import TextBuilder, cell_text, column_letters
from renkei.readers.cellformat import BUILT_IN, shown
from renkei.readers.forms import FORMS
from renkei.readers.graph_paper import Cell, Merged, Range, columns, joined
from renkei.readers.limits import MAX_EXPANDED, size_text
from renkei.readers.ooxml import Package, broken_part, open_office
from renkei.readers.protocol import Readout

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WORKBOOK = "xl/workbook.xml"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED_MOST = 2000  # cells; a form on graph paper merges hundreds
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets refer to."""

    strings: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


def read_xlsx(name: str, data: bytes) -> Readout:
    """Read a workbook. Raises InputError."""
    package = open_office(name, data, "xlsx")
    workbook = package.xml(_WORKBOOK)
    properties = workbook.find("workbookPr")
    book = _Book(
        strings=_strings(package),
        formats=_formats(package),
        from_1904=properties is not None and properties.get("date1904") in ("1", "true"),
    )
    builder = TextBuilder()
    words = False
    for title, part, hidden in _sheets(name, package, workbook):
        if hidden:
            builder.gap("hidden_sheet")
            continue
        sheet = package.xml(part)
        merged = Merged(_merged(sheet))
        cells = joined(_cells(name, sheet, book, part), merged)
        words = words or bool(cells)
        _write(name, len(data), builder, title, cells, columns(cells, merged))
    if not words:
        raise InputError("RK104", name=name)
    media_type = FORMS["xlsx"].media_type
    assert media_type is not None
    return Readout(builder.text, media_type, None, tuple(builder.places), tuple(builder.gaps))


def _sheets(name: str, package: Package, workbook: Element) -> Iterator[tuple[str, str, bool]]:
    """Title, part and whether hidden, in the order of the tabs."""
    relations = package.xml("xl/_rels/workbook.xml.rels")
    targets = {item.get("Id"): item for item in relations.findall("Relationship")}
    for sheet in workbook.iterfind("sheets/sheet"):
        relation = targets.get(sheet.get("id"))
        if relation is None:
            raise broken_part(name, "xlsx", "xl/_rels/workbook.xml.rels")
        if not (relation.get("Type") or "").endswith("/worksheet"):
            continue  # a sheet that is only a chart
        part = posixpath.normpath(posixpath.join("/xl", relation.get("Target") or "")).lstrip("/")
        title = " ".join((sheet.get("name") or "").split())
        yield title, part, sheet.get("state", "visible") != "visible"


def _strings(package: Package) -> tuple[str, ...]:
    if "xl/sharedStrings.xml" not in package:
        return ()
    return tuple(_rich(item) for item in package.xml("xl/sharedStrings.xml").findall("si"))


def _rich(item: Element) -> str:
    """The text of a string, without the phonetic readings (rPh) Excel keeps for Japanese."""
    parts = [item.findtext("t") or ""]
    parts += [run.findtext("t") or "" for run in item.findall("r")]
    return _ESCAPED.sub(_unescape, "".join(parts))


def _unescape(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character.isprintable() or character in "\n\t" else ""


def _formats(package: Package) -> tuple[str, ...]:
    """The number format of each cell style."""
    if "xl/styles.xml" not in package:
        return ()
    styles = package.xml("xl/styles.xml")
    own = {item.get("numFmtId"): item.get("formatCode", "") for item in styles.iter("numFmt")}
    formats = []
    for style in styles.iterfind("cellXfs/xf"):
        number = style.get("numFmtId", "0")
        formats.append(own.get(number) or BUILT_IN.get(_index(number), "General"))
    return tuple(formats)


def _index(text: str | None) -> int:
    """A small index from an attribute; -1 when it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else -1


def _cells(name: str, sheet: Element, book: _Book, part: str) -> list[Cell]:
    """The cells with words, in order of the sheet, merged ranges only at their first cell."""
    covered = set(_covered(_merged(sheet)))
    cells: list[Cell] = []
    row_number = 0
    for row in sheet.iterfind("sheetData/row"):
        row_number = _index(row.get("r")) if row.get("r") else row_number + 1
        column = -1
        for cell in row.iterfind("c"):
            address = cell.get("r")
            found = _ADDRESS.fullmatch(address) if address else None
            if address and found is None:
                raise broken_part(name, "xlsx", part)
            column = _column(found[1]) if found else column + 1
            text = cell_text(_value(cell, book))
            if text and (row_number, column) not in covered:
                place = address or f"{column_letters(column)}{row_number}"
                cells.append(Cell(row_number, column, place, text))
    return cells


def _merged(sheet: Element) -> Iterator[Range]:
    """The merged ranges; of one over whole rows or columns its beginning."""
    for item in sheet.iterfind("mergeCells/mergeCell"):
        corners = _ADDRESS.findall(item.get("ref", ""))
        if len(corners) != 2:
            continue
        (left, top), (right, bottom) = ((_column(a), int(b)) for a, b in corners)
        right = min(right, left + _MERGED_MOST)
        yield Range(left, top, right, min(bottom, top + _MERGED_MOST // (right - left + 1)))


def _covered(ranges: Iterable[Range]) -> Iterator[tuple[int, int]]:
    """Cells hidden under merged ranges."""
    for each in ranges:
        rows = range(each.top, each.bottom + 1)
        yield from islice(product(rows, range(each.left, each.right + 1)), 1, None)


def _value(cell: Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("is")
        return "" if inline is None else _rich(inline)
    stored = cell.findtext("v") or ""
    if kind == "s":
        index = _index(stored)
        return book.strings[index] if 0 <= index < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if stored == "1" else "FALSE"
    if kind in ("str", "e", "d") or not stored:
        return stored
    style = _index(cell.get("s", "0"))
    pattern = book.formats[style] if 0 <= style < len(book.formats) else "General"
    return shown(stored, pattern, from_1904=book.from_1904)


def _write(
    name: str,
    size: int,
    builder: TextBuilder,
    title: str,
    cells: list[Cell],
    places: Mapping[int, Mapping[int, int]],
) -> None:
    """Lines of one sheet. Raises InputError RK118 when empty columns would fill the memory."""
    if not (cells and _bare(cells[0].text).startswith(_bare(title))):
        builder.add(title, Place(sheet=title))
        builder.add("\n")
    room = sum(len(used) for used in places.values())
    if room > MAX_EXPANDED // 8:
        limit = size_text(MAX_EXPANDED // 8)
        raise InputError(
            "RK118", name=name, size=size_text(size), expanded=size_text(room), limit=limit
        )
    row, column, last = 0, 0, 0
    for cell in cells:
        if cell.row != row:
            builder.add("\n" * min(2, abs(cell.row - last)) if row else "")
            row, column, last = cell.row, 0, cell.row
        place = places[row][cell.column]
        builder.add("\t" * max(0, place - column))
        column = place
        builder.add(cell.text, Place(sheet=title, cell=cell.address))
        for above, piece in pairwise([cell, *cell.more]):
            builder.add("" if above.text.endswith("。") else "\n")
            builder.add(piece.text, Place(sheet=title, cell=piece.address))
            last = max(last, piece.row)
    builder.add("\n\n")


def _bare(text: str) -> str:
    return "".join(text.split())


def _column(letters: str) -> int:
    """Columns counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
