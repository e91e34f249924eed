"""Forms drawn on graph paper: Excel sheets of narrow columns whose cells are merged ranges.

Tables that stand one below the other have their own columns there, and a text that is higher than
a row of Excel may be goes on in the rows below, beside cells that are merged over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cell:
    """A cell with words; ``more`` are the pieces of its text in the rows below."""

    row: int
    column: int
    address: str
    text: str
    more: list[Cell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range; all four ends are inclusive, rows counted from 1 and columns from 0."""

    left: int
    top: int
    right: int
    bottom: int


class Merged:
    """The merged ranges of a sheet, by row."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._across: dict[int, set[int]] = {}
        self._down: dict[int, list[Range]] = {}
        for each in ranges:
            for row in range(each.top, each.bottom + 1):
                self._across.setdefault(row, set()).update(range(each.left + 1, each.right + 1))
                if row > each.top:
                    self._down.setdefault(row, []).append(each)

    def inside(self, row: int) -> set[int]:
        """The columns that begin no cell in this row."""
        return self._across.get(row, set())

    def from_above(self, row: int) -> Sequence[Range]:
        """The ranges that began in a row above and cover this one."""
        return self._down.get(row, ())


def joined(cells: Sequence[Cell], merged: Merged) -> list[Cell]:
    """The cells, those that go on with the text of a cell above as its ``more``.

    A row does if it has words in one column alone and a range from above at the right of it.
    """
    found: list[Cell] = []
    at: dict[tuple[int, int], Cell] = {}
    for row in _rows(cells):
        only = row[0] if len(row) == 1 else None
        tops = (
            [each.top for each in merged.from_above(only.row) if each.left > only.column]
            if only
            else []
        )
        head = at.get((max(tops), only.column)) if only and tops else None
        if only and head:
            head.more.append(only)
            continue
        found += row
        at.update({(cell.row, cell.column): cell for cell in row})
    return found


def _rows(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    for cell in cells:
        if row and cell.row != row[0].row:
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def columns(cells: Sequence[Cell], merged: Merged) -> Mapping[int, Mapping[int, int]]:
    """Row → column → its place among the columns that the table of the row uses.

    A new table begins where no range reaches over from above and the row is ruled at columns at
    which the finest row of the table before is not, and the other way round.
    """
    rows = list(_rows(cells))
    width = 1 + max((cell.column for cell in cells), default=0)
    tables: list[list[list[Cell]]] = []
    finest: set[int] = set()
    last = 0
    for row in rows:
        number = row[0].row
        inside = {column for column in merged.inside(number) if column < width}
        reached = any(each.top <= last for each in merged.from_above(number))
        same = inside <= finest or finest <= inside
        if not tables or not (reached or same):
            tables.append([])
            finest = inside
        elif inside < finest or reached:
            finest = min(finest, inside, key=len)
        tables[-1].append(row)
        last = number
    places: dict[int, Mapping[int, int]] = {}
    for table in tables:
        used = sorted({cell.column for row in table for cell in row})
        index = {column: place for place, column in enumerate(used)}
        places.update({row[0].row: index for row in table})
    return places
