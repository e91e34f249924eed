"""Budget tables by year: the rows of one column, and the parts of a subtotal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.checks.subject import Subject
from renkei.core.records import BudgetLine

PARTS = ("当初予算", "補正予算", "繰越")
"""Rows that make the total of a year, by how their labels begin."""
TOTAL = "合計"
EXECUTED = "執行額"


@dataclass(frozen=True, slots=True)
class Column:
    """One fiscal year of a table: its rows, those in < > apart from the others."""

    lines: tuple[BudgetLine, ...]

    def row(self, label: str) -> BudgetLine | None:
        """The row whose label begins so."""
        return next((each for each in self.lines if (each.item or "").startswith(label)), None)


def columns(subject: Subject) -> Iterator[Column]:
    """Every year of every table that has a row for the initial budget."""
    found: dict[tuple[str, int, bool], list[BudgetLine]] = defaultdict(list)
    for line in subject.of(BudgetLine):
        if line.fiscal_year is not None:
            found[line.table, line.fiscal_year.start, line.outside_total].append(line)
    for lines in found.values():
        column = Column(tuple(lines))
        if column.row(PARTS[0]) is not None:
            yield column
