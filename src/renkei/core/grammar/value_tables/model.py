"""What a table of targets and actuals says, whatever its layout."""

from __future__ import annotations

from dataclasses import dataclass

from renkei.core.records.codes import ValueKind
from renkei.core.values import FiscalYear


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: 実績値 of 令和2年度. ``year`` is None where the form prints a dash."""

    kind: ValueKind
    year: FiscalYear | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed value, ``start`` to ``end`` (exclusive) of the normalised text.

    ``component`` is the part of the indicator it belongs to ("①一般の部"). ``text`` is the printed
    value, wrapped lines joined; "" for an empty cell of a table whose columns are known.
    """

    column: Column
    start: int
    end: int
    text: str
    component: str | None = None


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The cells of one table and the mark printed in it.

    ``reason`` is set where the table, or a part of it, could not be resolved; cells then holds
    only what is certain. ``mid_term_year`` is the year over the mid-term target as printed,
    blanks out ("令和4年度", "--年度").
    """

    cells: tuple[Cell, ...] = ()
    mark: str | None = None
    mark_at: int | None = None
    reason: str | None = None
    mid_term_year: str | None = None
