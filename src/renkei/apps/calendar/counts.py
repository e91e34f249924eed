"""Numbers per row and column, for spans too long to read titles. Two queries, whatever the span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet, Value

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.calendar.entries import (
    By,
    CalendarFilter,
    activities,
    cases,
    key_of,
    known,
    vague,
)
from renkei.apps.coordination.models import Case
from renkei.apps.register.models import Activity
from renkei.core.coordination.spans import Period


@dataclass(frozen=True, slots=True)
class Number:
    """Activities and cases of one cell."""

    activities: int = 0
    cases: int = 0

    def __add__(self, other: Number) -> Number:
        return Number(self.activities + other.activities, self.cases + other.cases)

    @property
    def total(self) -> int:
        """Both together."""
        return self.activities + self.cases


@dataclass(frozen=True, slots=True)
class RowCount:
    """A row: its key, a number per column, what fits no column, all of it once, and the strictest
    marking in it."""

    key: str
    cells: tuple[Number, ...]
    unsure: Number
    total: Number
    marking: int


def counts(
    viewer: Viewer, asked: CalendarFilter, columns: tuple[Period, ...], by: By
) -> list[RowCount]:
    """The rows that hold anything, the fullest first.

    What runs through several columns counts in each of them, in ``total`` once.
    """
    found: dict[str, RowCount] = {}
    for row in _counted(activities(viewer, asked), Activity, columns, by):
        name = f"level:{row['key']}" if by is By.PRINCIPAL and row["key"] else row["key"] or ""
        _add(found, name, row, lambda number: Number(activities=number), len(columns))
    for row in _counted(cases(viewer, asked), Case, columns, by):
        _add(found, row["key"] or "", row, lambda number: Number(cases=number), len(columns))
    return sorted(found.values(), key=lambda row: (not row.key, -row.total.total, row.key))


def _counted(
    rows: QuerySet[Any],
    model: type[Case] | type[Activity],
    columns: tuple[Period, ...],
    by: By,
) -> list[dict[str, Any]]:
    whole = Period(columns[0].first, columns[-1].last)
    unsure = vague(whole, of_register=model is Activity)
    column = key_of(by, model)
    grouped = (
        rows.filter(known(whole) | unsure)
        .annotate(key=F(column) if column else Value(""))
        .values("key")
        .annotate(
            **{f"column_{n}": _number(known(one)) for n, one in enumerate(columns)},
            unsure=_number(unsure),
            total=_number(Q()),
            strictest=Max("marking"),
        )
        .order_by("key")
    )
    return [row for row in grouped if row["total"]]


def _number(wanted: Q) -> Count:
    return Count("pk", filter=wanted, distinct=True) if wanted else Count("pk", distinct=True)


def _add(found: dict[str, RowCount], key: str, row: dict[str, Any], of: Any, width: int) -> None:
    new = RowCount(
        key,
        tuple(of(row[f"column_{n}"]) for n in range(width)),
        of(row["unsure"]),
        of(row["total"]),
        int(row["strictest"]),
    )
    old = found.get(key)
    if old is not None:
        cells = tuple(a + b for a, b in zip(old.cells, new.cells, strict=True))
        new = RowCount(
            key,
            cells,
            old.unsure + new.unsure,
            old.total + new.total,
            max(old.marking, new.marking),
        )
    found[key] = new
