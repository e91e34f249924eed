"""What stands on one page, in reading order: printed lines, and ruled tables with their cells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from renkei.readers.pdf.cells import Cell, cell_lines
from renkei.readers.pdf.frame import Frame
from renkei.readers.pdf.grid import Grid, Slot, grids
from renkei.readers.pdf.layer import Layer, Printed
from renkei.readers.pdf.rulings import rulings

_OUTLINED = 100  # paths on a page without a word: text turned into outlines
_NOWHERE = -1
_WIDE = 1.4  # times the usual step between lines
SCANNED = "scanned_page"  # the reason of a gap: a page that is only a picture


@dataclass(slots=True)
class Table:
    """Rows of cells, one per column: a cell of several columns or rows once, at its first."""

    lefts: tuple[float, ...]
    right: float
    top: float
    bottom: float
    rows: list[list[Cell]]


Block = Printed | Table | None  # None is an empty line


@dataclass(slots=True)
class PageContent:
    """The blocks of page ``number``, and a reason why part of it could not be read.

    ``units`` is how many characters its text layer has, blanks included.
    """

    number: int
    height: float
    units: int = 0
    blocks: list[Block] = field(default_factory=list)
    gap: str = ""


def read_page(page: pdfium.PdfPage, number: int) -> PageContent:
    """Read the text layer of ``page`` with its tables."""
    frame = Frame.of(page)
    content = PageContent(number, frame.size[1])
    with closing(page.get_textpage()) as layer:
        reading = Layer(layer, frame)
        content.units = len(reading.units)
        if not reading.units.strip():
            content.gap = SCANNED if _is_picture(page) else ""
            return content
        lines = rulings(page, frame)
        tables = None if lines.crowded else grids(lines)
        content.gap = "crowded_page" if tables is None else ""
        content.blocks.extend(_parted(list(_blocks(reading, tables or [], number))))
    return content


def _parted(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, with an empty line where more than the usual room stays between two lines."""
    steps = [_step(one, other) for one, other in pairwise(blocks)]
    usual = median([step for step in steps if step > 0] or [0.0])
    for block, step in zip(blocks, [0.0, *steps], strict=False):
        if usual and step > _WIDE * usual:
            yield None
        yield block


def _step(one: Block, other: Block) -> float:
    """From the foot of a printed line to that of the next; 0 where one of them is none."""
    if not isinstance(one, Printed) or not isinstance(other, Printed):
        return 0.0
    return other.box[3] - one.box[3]


def _blocks(layer: Layer, tables: list[Grid], page: int) -> Iterator[Block]:
    """Lines in the order of the layer; a table where its first words stand."""
    if not tables:
        yield from (layer.printed(start, end) for start, end in layer.lines())
        return
    where, cells = _placed(layer, tables)
    written: set[int] = set()
    for start, end in layer.lines():
        inside = False
        for table, first, last in _runs(where, start, end):
            if table == _NOWHERE:
                if (line := layer.printed(first, last)) is not None:
                    yield line
                continue
            inside = True
            if table not in written:
                written.add(table)
                yield _table(layer, tables[table], cells[table], page)
        if start == end and not inside:
            yield None


def _placed(layer: Layer, tables: list[Grid]) -> tuple[list[int], list[dict[Slot, list[int]]]]:
    """The table of every unit, and the units of every cell; a blank goes with what precedes it."""
    where: list[int] = []
    cells: list[dict[Slot, list[int]]] = [{} for _ in tables]
    table, slot = _NOWHERE, None
    for index, unit in enumerate(layer.units):
        if unit in "\r\n":
            table, slot = _NOWHERE, None
        elif not unit.isspace() and not layer.is_made_up(index):
            table, slot = _cell_of(layer, index, tables)
        where.append(table)
        if slot is not None:
            cells[table].setdefault(slot, []).append(index)
    return where, cells


def _cell_of(layer: Layer, index: int, tables: list[Grid]) -> tuple[int, Slot | None]:
    left, top, right, bottom = layer.box(index)
    x, y = (left + right) / 2, (top + bottom) / 2
    for number, grid in enumerate(tables):
        slot = grid.cell_at(x, y)
        if slot is not None:
            return number, slot
    return _NOWHERE, None


def _runs(where: list[int], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Table, first unit and end of the parts of a line that lie in one table or in none."""
    while start < end:
        last = start + 1
        while last < end and where[last] == where[start]:
            last += 1
        yield where[start], start, last
        start = last


def _table(layer: Layer, grid: Grid, units: dict[Slot, list[int]], page: int) -> Table:
    rows: list[list[Cell]] = [[[] for _ in grid.lefts] for _ in grid.tops]
    for (row, column), box in grid.cells.items():
        rows[row][column] = cell_lines(layer, units.get((row, column), []), box, page)
    return Table(grid.lefts, grid.box[2], grid.box[1], grid.box[3], rows)


def _is_picture(page: pdfium.PdfPage) -> bool:
    """Whether the page shows an image, or so many lines that they must be drawn letters."""
    paths = 0
    for item in page.get_objects(max_depth=4):
        if item.type == pdfium_raw.FPDF_PAGEOBJ_IMAGE:
            return True
        paths += item.type == pdfium_raw.FPDF_PAGEOBJ_PATH
    return paths >= _OUTLINED
