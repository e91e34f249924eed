"""What a sheet is written on, in any format: boxes in 48 narrow columns, from top to bottom.

``layout`` writes a form on it; ``grid`` remembers what was written for PDF, Word and HTML, and
``excel`` has a canvas of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from renkei.apps.publications.figures import shown
from renkei.apps.publications.sheet import Figure

COLUMNS = 48
STYLES = frozenset(
    {"text", "top", "middle", "number", "label", "label_top", "name", "heading", "strong"}
    | {"title", "plain", "right", "note", "marking"}
)
LABELS = frozenset({"label", "label_top"})


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of ``span`` columns in one of ``STYLES``; figures are numbers.

    ``outside`` is a figure outside the total; ``edges`` are those that are ruled (of "tblr");
    ``record`` is the key of the record that a text was read into.
    """

    span: int
    content: str | Figure = ""
    style: str = "text"
    outside: bool = False
    edges: str = "tblr"
    record: int | None = None

    @property
    def source(self) -> int | None:
        """The key of the record that the content was read into."""
        return self.content.record if isinstance(self.content, Figure) else self.record

    @property
    def words(self) -> str:
        """The content as printed."""
        if isinstance(self.content, Figure):
            return shown(self.content, outside=self.outside)
        return self.content


Cells = Sequence[Box | int]
"""A row from left to right; a number leaves as many columns free, for what covers them."""


class Canvas(Protocol):
    """One page of a sheet. Rows are counted from 0."""

    @property
    def next_row(self) -> int:
        """The row that is written next."""

    def line(self, text: str, style: str = "plain", points: float = 0) -> None:
        """One unruled line over the whole width, ``points`` high (0: as its text needs)."""

    def gap(self) -> None:
        """A little room between two tables."""

    def apart(self) -> None:
        """What follows has columns of its own, though it stands close to what is above."""

    def ruled(self, rows: Sequence[Cells], *, left: int = 0, head: bool = False) -> None:
        """Ruled rows, from column ``left`` on; heads are repeated on the next page."""

    def cover(self, first: int, last: int, left: int, box: Box) -> None:
        """A box over the rows ``first`` to ``last`` (both inclusive)."""

    def finish(self) -> None:
        """Everything is written."""


def beside(canvas: Canvas, label: Box, write: Callable[[], None], left: int = 0) -> None:
    """What ``write`` writes, with a label at column ``left`` that covers all its rows."""
    first = canvas.next_row
    write()
    if canvas.next_row > first:
        canvas.cover(first, canvas.next_row - 1, left, label)
