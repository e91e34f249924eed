"""What a sheet is written on, in any format: boxes in 48 narrow columns, from top to bottom.

``front`` and ``field`` write the official form on it; ``excel``, ``html`` and ``word`` each give a
canvas of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from renkei.apps.publications.figures import shown
from renkei.apps.publications.sheet import Figure

COLUMNS = 48


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of ``span`` columns. ``style`` is one of the looks below; figures are numbers.

    text, top, middle, number; label and label_top (shaded); name, strong, title, plain, right.
    ``outside`` is a figure outside the total; ``edges`` are those that are ruled (of "tblr").
    """

    span: int
    content: str | Figure = ""
    style: str = "text"
    outside: bool = False
    edges: str = "tblr"

    @property
    def words(self) -> str:
        """The content as printed."""
        if isinstance(self.content, Figure):
            return shown(self.content, outside=self.outside)
        return self.content


class Canvas(Protocol):
    """One page of a sheet. Rows are counted from 0."""

    @property
    def next_row(self) -> int:
        """The row that is written next."""

    def line(self, text: str, style: str = "plain", points: float = 0) -> None:
        """One unruled line over the whole width, ``points`` high (0: as its text needs)."""

    def gap(self) -> None:
        """A little room between two tables."""

    def row(self, *boxes: Box) -> None:
        """One ruled row, as high as its highest text."""

    def text(self, label: str, text: str, *, span: int) -> None:
        """A labelled text."""

    def ruled(self, rows: Sequence[Sequence[Box]], *, left: int = 0) -> None:
        """Rows of boxes that begin at column ``left``."""

    def beside(
        self, span: int, label: str, rows: Sequence[Sequence[Box]], *, left: int = 0
    ) -> None:
        """Rows with a label at their left, at column ``left``, that covers all of them."""

    def cover(self, first: int, last: int, left: int, box: Box) -> None:
        """A box over the rows ``first`` to ``last`` (both inclusive)."""

    def finish(self) -> None:
        """Everything is written."""
