"""Cells of a form on a worksheet: a page of 48 narrow columns, on which every box is merged.

Excel does not grow a merged cell to its text, so heights are counted here; a text that is
higher than a row may be goes on in the next rows of the same box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Any, ClassVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from renkei.apps.publications.canvas import COLUMNS, Box, Cells
from renkei.apps.publications.figures import number_format
from renkei.apps.publications.sheet import Figure

_COLUMN_PIXELS = 14
_FONT_POINTS = 9
_LINE_POINTS = 13.0
_PADDING_POINTS = 5.0
_LINES_PER_ROW = 16  # a row may be 409 points high; low ones waste less at the foot of a page
_TALL_POINTS = 250
_A4 = 9
_HEAD_LIMIT = 80

MINCHO, GOTHIC = "ＭＳ 明朝", "ＭＳ ゴシック"
SHADE = "#EEEEEE"


class Styles:
    """The formats of a workbook, one per look, border and number format."""

    _LOOKS: ClassVar[dict[str, dict[str, Any]]] = {
        "text": {"font_name": MINCHO, "align": "left", "valign": "vcenter"},
        "top": {"font_name": MINCHO, "align": "left", "valign": "top"},
        "middle": {"font_name": MINCHO, "align": "center", "valign": "vcenter"},
        "number": {"font_name": MINCHO, "align": "right", "valign": "vcenter"},
        "label": {
            "font_name": GOTHIC, "align": "center", "valign": "vcenter", "bg_color": SHADE,
        },
        "label_top": {
            "font_name": GOTHIC, "align": "center", "valign": "top", "bg_color": SHADE,
        },
        "name": {"font_name": GOTHIC, "bold": True, "valign": "vcenter", "bg_color": SHADE},
        "heading": {"font_name": GOTHIC, "bold": True, "valign": "vcenter", "bg_color": SHADE},
        "strong": {"font_name": GOTHIC, "bold": True, "valign": "vcenter"},
        "title": {"font_name": GOTHIC, "bold": True, "align": "center", "font_size": 13},
        "plain": {"font_name": MINCHO, "valign": "top"},
        "note": {"font_name": MINCHO, "valign": "top", "font_size": 8},
        "marking": {"font_name": GOTHIC, "bold": True, "align": "right"},
        "right": {"font_name": MINCHO, "align": "right"},
    }  # fmt: skip

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, str], Format] = {}

    def get(self, look: str, *, edges: str = "tblr", number: str = "") -> Format:
        """The format of ``look`` with lines at ``edges`` (of "tblr") and a number format."""
        key = (look, edges, number)
        if key not in self._made:
            made = self._book.add_format(
                {"font_size": _FONT_POINTS, "text_wrap": True, **self._LOOKS[look]}
            )
            for edge in edges:
                getattr(made, {"t": "set_top", "b": "set_bottom", "l": "set_left"}.get(
                    edge, "set_right"))(1)  # fmt: skip
            if number:
                made.set_num_format(number)
            self._made[key] = made
        return self._made[key]


class Page:
    """A worksheet that is filled from top to bottom."""

    def __init__(self, page: Worksheet, styles: Styles, *, head: str, marking: str) -> None:
        self._page, self._styles, self._row = page, styles, 0
        self._heights: dict[int, float] = {}
        page.hide_gridlines(2)
        page.set_column_pixels(0, COLUMNS - 1, _COLUMN_PIXELS)
        page.set_paper(_A4)
        page.set_portrait()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.7)
        page.set_header(f"&L&8{_head(head)}&R&8{_head(marking)}")
        page.set_footer("&C&9&P / &N")

    def finish(self) -> None:
        """Set heights and the print area once everything is written."""
        for row, points in self._heights.items():
            self._page.set_row(row, points)
        self._page.print_area(0, 0, max(0, self._row - 1), COLUMNS - 1)

    def line(self, text: str, style: str = "plain", points: float = 0) -> None:
        """One unruled line over the whole width."""
        self._heights[self._row] = points or _points(lines_of(text, COLUMNS))
        self._put(self._row, self._row, 0, Box(COLUMNS, text, style, edges=""))
        self._row += 1

    def gap(self) -> None:
        """A little room between two tables."""
        self._heights[self._row] = 8
        self._row += 1

    def apart(self) -> None:
        """Nothing: every box is merged from the narrow columns of the page."""

    def ruled(self, rows: Sequence[Cells], *, left: int = 0, head: bool = False) -> None:
        """Ruled rows, from column ``left`` on; one too high for a row of Excel becomes several.

        Excel repeats heads for a whole worksheet only, so none is repeated.
        """
        del head
        for cells in rows:
            placed = list(_placed(cells, left))
            pieces = [list(_parts(box.words, box.span)) for _, box in placed]
            count = max(map(len, pieces), default=1)
            first = self._row
            for index in range(count):
                heights = (piece[index][1] for piece in pieces if index < len(piece))
                self._heights[first + index] = _points(max(heights, default=1))
            self._row += count
            for (column, box), parts in zip(placed, pieces, strict=True):
                self._fill(first, column, box, parts)

    def _fill(self, first: int, left: int, box: Box, parts: list[tuple[str, int]]) -> None:
        """A box in one of the rows that are ruled, or its text in pieces over all of them."""
        last = self._row - 1
        if len(parts) == 1:
            self._put(first, last, left, box)
            return
        for index, (part, _) in enumerate(parts):
            final = index == len(parts) - 1
            shut = {"t": index > 0, "b": not final}
            edges = "".join(edge for edge in box.edges if not shut.get(edge))
            piece = replace(box, content=part, style="top", edges=edges)
            self._put(first + index, last if final else first + index, left, piece)

    def cover(self, first: int, last: int, left: int, box: Box) -> None:
        """A box over the rows ``first`` to ``last`` (both inclusive), counted from 0.

        The last row grows where the rows together are lower than the text of the box.
        """
        height = sum(self._heights[row] for row in range(first, last + 1))
        self._heights[last] += max(0.0, _points(lines_of(box.words, box.span)) - height)
        if box.style == "label" and height > _TALL_POINTS:
            box = replace(box, style="label_top")  # its middle may fall on the end of a page
        self._put(first, last, left, box)

    @property
    def next_row(self) -> int:
        """The row that is written next, counted from 0."""
        return self._row

    def _put(self, top: int, bottom: int, left: int, box: Box) -> None:
        figure = box.content if isinstance(box.content, Figure) else None
        value = figure.value if figure is not None else None
        number = number_format(figure, outside=box.outside) if figure and value is not None else ""
        made = self._styles.get(box.style, edges=box.edges, number=number)
        right = left + box.span - 1
        if (top, left) != (bottom, right):
            self._page.merge_range(top, left, bottom, right, "", made)
        if value is not None:
            self._page.write_number(top, left, float(value), made)
        else:
            self._page.write_string(top, left, box.words, made)


def _placed(cells: Cells, left: int) -> Iterator[tuple[int, Box]]:
    for cell in cells:
        if isinstance(cell, int):
            left += cell
        else:
            yield left, cell
            left += cell.span


def lines_of(text: str, span: int) -> int:
    """How many lines ``text`` takes in a cell of ``span`` columns."""
    room = _room(span)
    return sum(max(1, ceil(_width(line) / room)) for line in text.split("\n"))


def _room(span: int) -> float:
    """Full-width characters in a line; a little less than fit, for line-end rules."""
    return 0.97 * (span * _COLUMN_PIXELS - 8) / (_FONT_POINTS * 96 / 72)


def _width(line: str) -> float:
    """Width in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in line)


def _parts(text: str, span: int) -> Iterator[tuple[str, int]]:
    """The text in pieces that fit a row, with their lines; cut at lines, else at sentences."""
    piece, height = "", 0
    for between, line in _lines(text, span):
        lines = lines_of(line, span)
        if piece and height + lines > _LINES_PER_ROW:
            yield piece, height
            piece, height = "", 0
        piece += (between if piece else "") + line
        height += lines
    yield piece, height


def _lines(text: str, span: int) -> Iterator[tuple[str, str]]:
    """What stands before a line, and the line; one higher than a row comes sentence by sentence."""
    for whole in text.split("\n"):
        for index, part in enumerate(_sentences(whole, span)):
            yield "" if index else "\n", part


def _sentences(line: str, span: int) -> Iterator[str]:
    """``line`` whole, or cut after 。 or at last anywhere where it is higher than a row."""
    limit = int(_room(span)) * (_LINES_PER_ROW - 2)
    while len(line) > limit:
        cut = line.rfind("。", limit // 2, limit) + 1 or limit
        yield line[:cut]
        line = line[cut:]
    yield line


def _points(lines: int) -> float:
    return lines * _LINE_POINTS + _PADDING_POINTS


def _head(text: str) -> str:
    """A text for the head of the page, where & begins a command; long ones are shortened."""
    short = text if len(text) <= _HEAD_LIMIT else text[: _HEAD_LIMIT - 1] + "…"
    return short.replace("&", "&&")
