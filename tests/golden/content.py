"""The content of a document without a format: paragraphs, and tables with merged cells.

`plain` gives the text by which the other formats are judged: a table row is a line, cells are
parted by tabs, a merged cell stands once, at its first cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from renkei.readers.builder import cell_text


@dataclass(frozen=True)
class Cell:
    """Words of a cell over ``across`` columns and ``down`` rows; a line break parts entries."""

    text: str
    across: int = 1
    down: int = 1


Row = list[Cell]  # without the cells that one from above covers
Placed = dict[tuple[int, int], Cell]


@dataclass(frozen=True)
class Table:
    rows: list[Row]
    widths: tuple[float, ...] = ()  # shares of the width of the page

    @property
    def placed(self) -> Placed:
        """Every cell by its row and column."""
        found: Placed = {}
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (number, column) in covered:
                    column += 1
                found[number, column] = cell
                covered |= {
                    (number + down, column + across)
                    for down in range(cell.down)
                    for across in range(cell.across)
                }
                column += cell.across
        return found

    @property
    def columns(self) -> int:
        return max(column + cell.across for (_, column), cell in self.placed.items())

    @property
    def shares(self) -> tuple[float, ...]:
        return self.widths or (1.0,) * self.columns


Content = list[str | Table]


def table(text: str, *widths: float) -> Table:
    """A table written in lines: cells parted by |, `>` is merged to the left, `^` to the above.

    `/` with blanks around it parts the entries of a cell.
    """
    grid = [[cell.strip() for cell in line.split("|")] for line in text.strip().split("\n")]
    rows: list[Row] = []
    for number, line in enumerate(grid):
        row = []
        for column, words in enumerate(line):
            if words in (">", "^"):
                continue
            across = down = 1
            while column + across < len(line) and line[column + across] == ">":
                across += 1
            while number + down < len(grid) and grid[number + down][column] == "^":
                down += 1
            row.append(Cell(words.replace(" / ", "\n"), across, down))
        rows.append(row)
    return Table(rows, widths)


def from_lines(text: str) -> Content:
    """A text of tabbed lines as content: lines with a tab are rows, others paragraphs."""
    lines = [line.split("\t") for line in text.split("\n")]
    content: Content = []
    for tabbed, group in groupby(lines, key=lambda cells: len(cells) > 1):
        rows = [[Cell(words) for words in cells] for cells in group]
        if not tabbed:
            content += [cell.text for [cell] in rows]
            continue
        most = max(map(len, rows))
        content.append(Table([row + [Cell("")] * (most - len(row)) for row in rows]))
    return content


def plain(content: Content) -> str:
    """The content as text."""
    lines: list[str] = []
    for block in content:
        if isinstance(block, str):
            lines.append(block)
            continue
        for number in range(len(block.rows)):
            cells = (block.placed.get((number, column)) for column in range(block.columns))
            lines.append("\t".join(cell_text(cell.text) if cell else "" for cell in cells))
    return "\n".join(lines) + "\n"
