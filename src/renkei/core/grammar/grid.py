"""Rows of a table whose cells are set off by tabs or by | ."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPLIT = re.compile(r"[\t|]")
_RULE = re.compile(r"[\s|:-]+")  # the line under the head of a table in plain text


@dataclass(frozen=True, slots=True)
class GridCell:
    """A printed cell: ``text`` without blanks at its ends, which stands at ``start``."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the words end (exclusive)."""
        return self.start + len(self.text)

    @property
    def bare(self) -> str:
        """The words without any blank: a header of a narrow column."""
        return "".join(self.text.split())


Row = list[GridCell]


def split_row(text: str, start: int, end: int) -> Row:
    """The cells of the line from ``start`` to ``end``, the empty ones too; outer bars hold none."""
    cells: Row = []
    at = start
    for raw in _SPLIT.split(text[start:end]):
        words = raw.strip()
        offset = raw.index(words[0]) if words else 0
        cells.append(GridCell(words, at + offset))
        at += len(raw) + 1
    words = text[start:end].strip()
    first = 1 if words.startswith("|") else 0
    last = -1 if words.endswith("|") and len(cells) > 1 else None
    return cells[first:last]


def grid_rows(text: str, start: int, end: int) -> list[Row]:
    """The lines between ``start`` and ``end`` that are set in cells."""
    rows: list[Row] = []
    at = start
    for raw in text[start:end].split("\n"):
        if "\t" in raw or (raw.count("|") > 1 and not _RULE.fullmatch(raw)):
            rows.append(split_row(text, at, at + len(raw)))
        at += len(raw) + 1
    return rows


def has_empty_cells(text: str, start: int, end: int) -> bool:
    """True if the rows keep their empty cells, so that a column can be told by counting cells.

    A table drawn with bars does; in one set off by tabs an empty cell has to show it.
    """
    rows = grid_rows(text, start, end)
    drawn = bool(rows) and "\t" not in text[start:end]
    return drawn or any(not cell.text for row in rows for cell in row)
