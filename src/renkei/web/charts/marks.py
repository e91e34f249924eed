"""Marks as a matrix: a row for each field, a column for each year, a box for each indicator.

A box bears its mark; the darker it is the better the mark, so that the picture is read in grey too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.svg import element, link, picture, text
from renkei.web.charts.words import wrapped

WIDTH, LEFT, TOP = 680, 232, 30
BOX, GAP, PAD = 38, 8, 9
LINE, SIZE, LINES = 17, 13, 3
ORDERS = ("sabcde", "12345")
"""Marks from best to worst, as the ministries write them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One indicator of one year; "" as ``mark``: none is printed. ``name`` is said aloud."""

    number: str
    mark: str
    name: str
    primary: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A field: its boxes for each year."""

    label: str
    cells: Sequence[Sequence[Marked]]


def marks_matrix(
    title: str, years: Sequence[str], rows: Sequence[MarkRow], description: str
) -> SafeString:
    """As high as its rows need."""
    step = (WIDTH - LEFT) / max(len(years), 1)
    across = max(1, int((step - PAD) // (BOX + GAP)))
    parts = [
        text(LEFT + index * step + PAD, TOP - 10, year, "lane") for index, year in enumerate(years)
    ]
    top = float(TOP)
    for row in rows:
        label = wrapped(row.label, LEFT - 12, SIZE, LINES)
        deep = max((-(-len(cell) // across) for cell in row.cells), default=1)
        height = max(deep * (BOX + GAP) - GAP, len(label) * LINE) + 2 * PAD
        parts.append(element("line", x1=0, x2=WIDTH, y1=top + 0.5, y2=top + 0.5, class_="grid"))
        parts.extend(
            text(0, top + PAD + SIZE + number * LINE, words, "lane")
            for number, words in enumerate(label)
        )
        for index, cell in enumerate(row.cells):
            parts.extend(_boxes(cell, LEFT + index * step + PAD, top + PAD, across))
        top += height
    parts.append(element("line", x1=0, x2=WIDTH, y1=top + 0.5, y2=top + 0.5, class_="axis"))
    linked = any(one.href for row in rows for cell in row.cells for one in cell)
    return picture(
        WIDTH,
        top + 2,
        *parts,
        title=title,
        description=description,
        class_="chart chart--marks",
        interactive=linked,
    )


def shade(mark: str) -> int:
    """1 (the best) to 6 by the place of a mark in its order; 0 for one that stands in none."""
    first = mark[:1].lower()
    return next((order.index(first) + 1 for order in ORDERS if first and first in order), 0)


def _boxes(cell: Sequence[Marked], left: float, top: float, across: int) -> list[SafeString]:
    return [
        _box(
            one,
            left + (index % across) * (BOX + GAP),
            top + (index // across) * (BOX + GAP),
        )
        for index, one in enumerate(cell)
    ]


def _box(one: Marked, left: float, top: float) -> SafeString:
    look = f"mark mark-{shade(one.mark)}" if one.mark else "mark mark-none"
    words = f"ink ink-{shade(one.mark)}"
    middle = left + BOX / 2
    parts = [element("rect", x=left, y=top, width=BOX, height=BOX, rx=3, class_=look)]
    if one.primary:
        parts.append(
            element(
                "rect", x=left - 2, y=top - 2, width=BOX + 4, height=BOX + 4, rx=5, class_="ring"
            )
        )
    parts.append(text(middle, top + 14, one.number, f"{words} small", "middle"))
    parts.append(text(middle, top + 31, one.mark or "–", f"{words} strong", "middle"))
    return link(one.href, one.name, *parts)
