"""A canvas that remembers: lines, and tables whose cells know what they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from renkei.apps.publications.canvas import COLUMNS, Box
from renkei.apps.publications.front import pages
from renkei.apps.publications.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Line:
    """An unruled line and its look."""

    text: str
    style: str


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
    """Rows of cells, each at the row in which it begins, from the left."""

    rows: list[list[Placed]] = field(default_factory=list)

    @property
    def edges(self) -> list[int]:
        """The columns of the grid at which any cell begins or ends, in order."""
        return sorted({0, COLUMNS} | {e for r in self.rows for c in r for e in (c.left, c.right)})


class Grid:
    """A :class:`~renkei.apps.publications.canvas.Canvas` whose ``parts`` are written elsewhere."""

    def __init__(self) -> None:
        self.parts: list[Line | Table] = []
        self._table: Table | None = None
        self._first = self._row = 0

    @property
    def next_row(self) -> int:
        """The row that is written next."""
        return self._row

    def line(self, text: str, style: str = "plain", points: float = 0) -> None:
        """An unruled line; the table before it ends."""
        del points
        self.gap()
        self.parts.append(Line(text, style))

    def gap(self) -> None:
        """The table ends."""
        self._table = None
        self._row += 1

    def row(self, *boxes: Box) -> None:
        """One row."""
        self.ruled([boxes])

    def text(self, label: str, text: str, *, span: int) -> None:
        """A labelled text in one row."""
        self.ruled([[Box(span, label, "label"), Box(COLUMNS - span, text, "text")]])

    def ruled(self, rows: Sequence[Sequence[Box]], *, left: int = 0) -> None:
        """Rows that begin at column ``left``."""
        if self._table is None:
            self._table, self._first = Table(), self._row
            self.parts.append(self._table)
        for boxes in rows:
            placed, column = [], left
            for box in boxes:
                placed.append(Placed(column, 1, box))
                column += box.span
            self._table.rows.append(placed)
            self._row += 1

    def beside(
        self, span: int, label: str, rows: Sequence[Sequence[Box]], *, left: int = 0
    ) -> None:
        """Rows with a label over all of them at their left."""
        first = self._row
        self.ruled(rows, left=left + span)
        self.cover(first, self._row - 1, left, Box(span, label, "label"))

    def cover(self, first: int, last: int, left: int, box: Box) -> None:
        """A box over rows that are written already."""
        assert self._table is not None
        row = self._table.rows[first - self._first]
        row.append(Placed(left, last - first + 1, box))
        row.sort(key=lambda cell: cell.left)

    def finish(self) -> None:
        """Nothing is left to do."""


def grids(sheet: Sheet) -> Iterator[Grid]:
    """Every page of the sheet."""
    for _, write in pages(sheet):
        grid = Grid()
        write(grid)
        yield grid
