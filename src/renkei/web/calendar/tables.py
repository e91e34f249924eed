"""The calendar as tables: weeks of days, rows with titles, rows with numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.calendar.counts import Number, counts
from renkei.apps.calendar.entries import By, Entry
from renkei.core.coordination.spans import (
    MANY_YEARS,
    Period,
    Span,
    fiscal_years,
    months,
    week_periods,
    weeks,
)
from renkei.web.calendar.asked import Asked
from renkei.web.calendar.shown import Names, Shown, column_name, holidays_of, keys, shown

PER_DAY = 6
"""Entries of a day or cell that are shown before the rest becomes a link to the list."""
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Cell:
    """A day or the crossing of a row and a column: entries, and how many more the list has."""

    entries: list[Shown]
    more: int
    address: str
    holidays: list[str] = field(default_factory=list)
    day: date | None = None
    today: bool = False


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A row of cells with titles."""

    name: str
    cells: list[Cell]
    beside: list[Shown]


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A number and the list behind it; ``weight`` 0 to 4 for the shade of its mark."""

    number: Number
    address: str
    weight: int
    column: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row of numbers: per column, what fits none, and all of it once."""

    name: str
    cells: list[NumberCell]
    unsure: NumberCell
    total: NumberCell


def columns(asked: Asked) -> tuple[Period, ...]:
    """The columns of a span in rows."""
    whole = asked.period
    if asked.span is Span.WEEK:
        return tuple(Period(day, day) for day in whole.days)
    if asked.span is Span.MONTH:
        return week_periods(whole)
    return fiscal_years(whole) if asked.span in MANY_YEARS else months(whole)


def grid(asked: Asked, entries: Iterable[Entry], today: date) -> list[list[Cell | None]]:
    """Weeks from Sunday to Saturday; a day outside the span is None."""
    on_days = [one for one in entries if one.on_days]
    rests = holidays_of([asked.only.partner] if asked.only.partner else [], asked.period)

    def cell(day: date) -> Cell:
        here = Period(day, day)
        found = [one for one in on_days if one.period.touches(here)]
        return _cell(asked, found, here, "", rests.get(day, []), today)

    return [[cell(day) if day else None for day in row] for row in weeks(asked.period)]


def beside(entries: Iterable[Entry]) -> list[Shown]:
    """What is drawn on no day: days not known, or longer than a week."""
    return [shown(one) for one in entries if not one.on_days]


def titles(asked: Asked, entries: Iterable[Entry], today: date) -> list[TitleRow]:
    """Rows with titles, by name; what is known less than the columns ask stands beside."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry, asked.by):
            grouped.setdefault(key, []).append(entry)
    names = Names(asked.by)
    chosen = _chosen(asked)
    rows = [
        _title_row(asked, names.of(key), key, found, today)
        for key, found in grouped.items()
        if not chosen or key == chosen
    ]
    return sorted(rows, key=lambda row: row.name)


def _title_row(asked: Asked, name: str, key: str, found: list[Entry], today: date) -> TitleRow:
    rests = holidays_of([key] if asked.by is By.PARTNER and key else [], asked.period)
    fits: Callable[[Entry], bool] = (
        (lambda one: one.exact >= len("2026-04"))
        if asked.span is Span.QUARTER
        else (lambda one: one.on_days)
    )
    cells = []
    for column in columns(asked):
        here = [one for one in found if fits(one) and one.period.touches(column)]
        named = rests.get(column.first, []) if asked.span is Span.WEEK else []
        cells.append(_cell(asked, here, column, key, named, today))
    return TitleRow(name, cells, [shown(one) for one in found if not fits(one)])


def _cell(
    asked: Asked,
    found: list[Entry],
    here: Period,
    key: str,
    rests: list[str],
    today: date,
) -> Cell:
    return Cell(
        [shown(one) for one in found[:PER_DAY]],
        max(0, len(found) - PER_DAY),
        listed(asked, here, key, "known"),
        rests,
        here.first,
        here.first <= today <= here.last,
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """Rows, how many more there are, and the strictest marking of what is counted."""

    rows: list[NumberRow]
    hidden: int
    marking: int


def numbers(viewer: Viewer, asked: Asked) -> Numbers:
    """Rows with numbers."""
    cut = columns(asked)
    rows = counts(viewer, asked.only, cut, asked.by)
    if chosen := _chosen(asked):
        rows = [row for row in rows if row.key == chosen]
    most = max((cell.total for row in rows for cell in row.cells), default=0)
    names = Names(asked.by)

    def cell(number: Number, here: Period, key: str, parts: str, column: str) -> NumberCell:
        weight = 0 if parts != "known" or not number.total else 1 + 3 * number.total // most
        return NumberCell(number, listed(asked, here, key, parts), min(weight, 4), column)

    drawn = [
        NumberRow(
            names.of(row.key),
            [
                cell(number, here, row.key, "known", column_name(asked.span, here))
                for number, here in zip(row.cells, cut, strict=True)
            ],
            cell(row.unsure, asked.period, row.key, "vague", ""),
            cell(row.total, asked.period, row.key, "both", ""),
        )
        for row in rows[:MOST_ROWS]
    ]
    strictest = max((row.marking for row in rows), default=0)
    return Numbers(drawn, max(0, len(rows) - MOST_ROWS), strictest)


def listed(asked: Asked, here: Period, key: str, parts: str) -> str:
    """The address of the list behind a cell."""
    return asked.address(
        "calendar_list",
        since=str(here.first),
        until=str(here.last),
        parts=parts,
        row=f"={key}" if asked.by is not By.NONE else "",
    )


def _chosen(asked: Asked) -> str:
    """With rows by what is filtered for, the one row that is asked for."""
    return {By.PARTNER: asked.only.partner, By.ORGANISATION: asked.only.organisation}.get(
        asked.by, ""
    )
