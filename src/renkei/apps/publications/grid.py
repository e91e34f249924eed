"""A canvas that remembers: lines, and tables whose cells know what they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from renkei.apps.publications.canvas import COLUMNS, Box, Cells
from renkei.apps.publications.layout.loading import layout_of
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.layout.writing import pages
from renkei.apps.publications.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Line:
    """An unruled line and its look."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A little room."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box over ``down`` rows, from column ``left`` of the grid on."""

    left: int
    down: int
    box: Box

    @property
    def right(self) -> int:
        """The column behind the box."""
        return self.left + self.box.span


@dataclass(slots=True)
class Table:
    """Rows of cells, each at the row in which it begins, from the left; ``heads`` come first."""

    rows: list[list[Placed]] = field(default_factory=list)
    heads: int = 0

    @property
    def edges(self) -> list[int]:
        """The columns of the grid at which any cell begins or ends, in order."""
        return sorted({0, COLUMNS} | {e for r in self.rows for c in r for e in (c.left, c.right)})


class Grid:
    """A :class:`~renkei.apps.publications.canvas.Canvas` whose ``parts`` are written elsewhere.

    It ``flows`` where it goes on below the page before.
    """

    def __init__(self, *, flows: bool = False) -> None:
        self.flows = flows
        self.parts: list[Line | Gap | Table] = []
        self._table: Table | None = None
        self._first = self._row = 0

    @property
    def next_row(self) -> int:
        """The row that is written next."""
        return self._row

    def line(self, text: str, style: str = "plain", points: float = 0) -> None:
        """An unruled line; the table before it ends."""
        del points
        self._table = None
        self.parts.append(Line(text, style))
        self._row += 1

    def gap(self) -> None:
        """The table ends, with room below it."""
        if self.parts and not isinstance(self.parts[-1], Gap):
            self.parts.append(Gap())
        self._table = None
        self._row += 1

    def apart(self) -> None:
        """The table ends."""
        self._table = None

    def ruled(self, rows: Sequence[Cells], *, left: int = 0, head: bool = False) -> None:
        """Ruled rows, from column ``left`` on."""
        if self._table is None or (head and len(self._table.rows) > self._table.heads):
            self._table, self._first = Table(), self._row
            self.parts.append(self._table)
        for cells in rows:
            self._table.rows.append(_placed(cells, left))
            self._table.heads += head
            self._row += 1

    def cover(self, first: int, last: int, left: int, box: Box) -> None:
        """A box over rows that are written already; heads and what is below stay apart."""
        assert self._table is not None
        top, bottom = first - self._first, last - self._first
        heads = self._table.heads
        if top < heads <= bottom:
            self._put(top, heads - top, left, box)
            self._put(heads, bottom - heads + 1, left, replace(box, content=""))
        else:
            self._put(top, bottom - top + 1, left, box)

    def _put(self, top: int, down: int, left: int, box: Box) -> None:
        assert self._table is not None
        row = self._table.rows[top]
        row.append(Placed(left, down, box))
        row.sort(key=lambda cell: cell.left)

    def finish(self) -> None:
        """Nothing is left to do."""


def _placed(cells: Cells, left: int) -> list[Placed]:
    placed = []
    for cell in cells:
        if isinstance(cell, int):
            left += cell
        else:
            placed.append(Placed(left, 1, cell))
            left += cell.span
    return placed


def grids(sheet: Sheet, layout: Layout | None = None) -> Iterator[Grid]:
    """Every page of the sheet, in the layout that suits it if none is given."""
    for write in pages(sheet, layout or layout_of(sheet)):
        grid = Grid(flows=write.page.flows)
        write(grid)
        yield grid
