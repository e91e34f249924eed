"""Spans of a calendar, from a week to ten years, and the columns in which they are drawn.

Years are fiscal years and quarters those of the fiscal year; weeks begin on Sunday, as Japanese
calendars print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from renkei.core.errors import UsageError
from renkei.core.values import FiscalYear

EARLIEST, LATEST = date(1900, 1, 1), date(2190, 12, 31)
WEEK_DAYS = 7


class Span(StrEnum):
    """How much the calendar shows at once."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FIVE_YEARS = "five_years"
    TEN_YEARS = "ten_years"


_MONTHS = {
    Span.MONTH: 1,
    Span.QUARTER: 3,
    Span.YEAR: 12,
    Span.FIVE_YEARS: 60,
    Span.TEN_YEARS: 120,
}
_YEARS_BEFORE = {Span.YEAR: 0, Span.FIVE_YEARS: 2, Span.TEN_YEARS: 5}
"""So that the chosen year lies in the middle of several."""
MANY_YEARS = (Span.FIVE_YEARS, Span.TEN_YEARS)
COUNTED = (Span.YEAR, *MANY_YEARS)
"""Spans that show numbers, not titles."""


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day once, in order."""
        length = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=offset) for offset in range(length))

    def touches(self, other: Period) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


def day_of(text: str) -> date:
    """A day written 2026-04-01 that the calendar can show. Raises UsageError RK913."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("RK913", field="day", found=text) from error
    if not EARLIEST <= day <= LATEST:
        raise UsageError("RK913", field="day", found=text)
    return day


def period(span: Span, day: date) -> Period:
    """The span that ``day`` lies in; of several years the middle ones hold it."""
    if span is Span.WEEK:
        first = day - timedelta(days=day.isoweekday() % WEEK_DAYS)
        return Period(first, first + timedelta(days=WEEK_DAYS - 1))
    first = _first(span, day)
    return Period(first, _months_later(first, _MONTHS[span]) - timedelta(days=1))


def shifted(span: Span, day: date, times: int) -> date:
    """A day in the span so many spans later; the nearest that the calendar can show."""
    if span is Span.WEEK:
        later = day + timedelta(days=WEEK_DAYS * times)
    else:
        later = _months_later(day.replace(day=1), _MONTHS[span] * times)
    return min(max(later, EARLIEST), LATEST)


def months(whole: Period) -> tuple[Period, ...]:
    """The months of a span that begins and ends with one."""
    return _cut(whole, 1)


def fiscal_years(whole: Period) -> tuple[Period, ...]:
    """The fiscal years of a span that begins and ends with one."""
    return _cut(whole, 12)


def weeks(whole: Period) -> tuple[tuple[date | None, ...], ...]:
    """Rows of seven days from Sunday; None where the day is not in the span."""
    before = whole.first.isoweekday() % WEEK_DAYS
    cells: list[date | None] = [None] * before + list(whole.days)
    cells += [None] * (-len(cells) % WEEK_DAYS)
    return tuple(
        tuple(cells[start : start + WEEK_DAYS]) for start in range(0, len(cells), WEEK_DAYS)
    )


def week_periods(whole: Period) -> tuple[Period, ...]:
    """The weeks of a span, the first and last as far as they lie in it."""
    rows = [[day for day in row if day] for row in weeks(whole)]
    return tuple(Period(row[0], row[-1]) for row in rows)


def _first(span: Span, day: date) -> date:
    if span is Span.MONTH:
        return day.replace(day=1)
    if span is Span.QUARTER:
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    year = FiscalYear.of(day).start - _YEARS_BEFORE[span]
    return FiscalYear(year).first_day


def _cut(whole: Period, length: int) -> tuple[Period, ...]:
    found = []
    first = whole.first
    while first <= whole.last:
        after = _months_later(first, length)
        found.append(Period(first, after - timedelta(days=1)))
        first = after
    return tuple(found)


def _months_later(first: date, number: int) -> date:
    month = first.year * 12 + first.month - 1 + number
    return date(month // 12, month % 12 + 1, 1)
