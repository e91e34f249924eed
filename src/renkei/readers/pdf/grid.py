"""Ruled tables: from the lines of a page to rows and cells, by the table finder of pdfplumber.

pdfplumber is given the lines that PDFium found, so that a page is parsed once and words and lines
are measured alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber import table as finder

from renkei.readers.limits import MAX_CROSSINGS
from renkei.readers.pdf.frame import Box, around
from renkei.readers.pdf.rulings import Rulings

_NEAR = 3.0  # points within which lines are one, and corners meet
Slot = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: left edges of its columns, top edges of its rows, cells by first slot.

    A cell over several columns or rows is there once, at its first slot; ``owners`` says for each
    slot which cell covers it.
    """

    box: Box
    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    cells: dict[Slot, Box]
    owners: dict[Slot, Slot]

    def cell_at(self, x: float, y: float) -> Slot | None:
        """The first slot of the cell around a point."""
        row, column = bisect_right(self.tops, y) - 1, bisect_right(self.lefts, x) - 1
        return self.owners.get((row, column)) if self.holds(x, y) else None

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the table."""
        left, top, right, bottom = self.box
        return left <= x <= right and top <= y <= bottom


def grids(lines: Rulings) -> list[Grid] | None:
    """The tables that ``lines`` rule, from the top; None when there are too many lines."""
    edges = [_along(*line) for line in lines.along] + [_down(*line) for line in lines.down]
    if not lines.along or not lines.down:
        return []
    edges = finder.merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    if _crossings(edges) > MAX_CROSSINGS:
        return None
    edges = finder.merge_edges(edges + _open_sides(edges), _NEAR, _NEAR, _NEAR, _NEAR)
    corners = finder.edges_to_intersections(edges, _NEAR, _NEAR)
    tables = finder.cells_to_tables(finder.intersections_to_cells(corners))
    return _outermost([_grid(cells) for cells in tables])


def _along(top: float, left: float, right: float) -> dict[str, Any]:
    shape = {"x0": left, "x1": right, "top": top, "bottom": top}
    return {**shape, "width": right - left, "height": 0.0, "orientation": "h"}


def _down(left: float, top: float, bottom: float) -> dict[str, Any]:
    shape = {"x0": left, "x1": left, "top": top, "bottom": bottom}
    return {**shape, "width": 0.0, "height": bottom - top, "orientation": "v"}


def _crossings(edges: list[dict[str, Any]]) -> int:
    """How many corners there may be at most."""
    down = [edge for edge in edges if edge["orientation"] == "v"]
    return len(down) * (len(edges) - len(down))


def _open_sides(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines for the sides of tables that print none: where lines along begin and end together.

    Only between lines that a line down joins: what stands between two tables is in none.
    """
    groups: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    inner = [edge for edge in edges if edge["orientation"] == "v"]
    for edge in edges:
        if edge["orientation"] == "h":
            groups[round(edge["x0"] / _NEAR), round(edge["x1"] / _NEAR)].append(edge)
    sides = []
    for group in groups.values():
        for above, below in pairwise(sorted(group, key=lambda edge: float(edge["top"]))):
            if any(_joins(line, above, below) for line in inner):
                sides += [_down(above[side], above["top"], below["top"]) for side in ("x0", "x1")]
    return sides


def _joins(line: dict[str, Any], above: dict[str, Any], below: dict[str, Any]) -> bool:
    """Whether ``line`` runs down from one to the other, off their ends."""
    return bool(
        above["x0"] + _NEAR < line["x0"] < above["x1"] - _NEAR
        and line["top"] <= above["top"] + _NEAR
        and line["bottom"] >= below["top"] - _NEAR
    )


def _grid(cells: list[tuple[float, float, float, float]]) -> Grid:
    lefts = tuple(sorted({cell[0] for cell in cells}))
    tops = tuple(sorted({cell[1] for cell in cells}))
    placed: dict[Slot, Box] = {}
    owners: dict[Slot, Slot] = {}
    for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        slot = (tops.index(cell[1]), lefts.index(cell[0]))
        placed[slot] = cell
        for row in range(slot[0], bisect_right(tops, cell[3] - _NEAR)):
            for column in range(slot[1], bisect_right(lefts, cell[2] - _NEAR)):
                owners.setdefault((row, column), slot)
    return Grid(around(cells), lefts, tops, placed, owners)


def _outermost(found: list[Grid]) -> list[Grid]:
    """Without boxes around prose, and tables in a cell of another, whose words are that cell's."""
    kept: list[Grid] = []
    tables = (grid for grid in found if len(grid.lefts) > 1)
    for grid in sorted(tables, key=lambda grid: -_area(grid.box)):
        x, y = (grid.box[0] + grid.box[2]) / 2, (grid.box[1] + grid.box[3]) / 2
        if not any(other.holds(x, y) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.box[1], grid.box[0]))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
