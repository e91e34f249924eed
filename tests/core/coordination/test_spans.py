"""Weeks, months and fiscal years hold each day once."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.coordination.spans import (
    EARLIEST,
    LATEST,
    MANY_YEARS,
    Period,
    Span,
    day_of,
    fiscal_years,
    months,
    period,
    shifted,
    week_periods,
    weeks,
)
from renkei.core.errors import UsageError

DAYS = st.dates(EARLIEST, LATEST)
SPANS = st.sampled_from(Span)


@given(DAYS, st.sampled_from((Span.WEEK, Span.MONTH)))
def test_a_grid_holds_every_day_of_its_span_once_below_its_weekday(day: date, span: Span) -> None:
    whole = period(span, day)
    rows = weeks(whole)
    assert [found for row in rows for found in row if found] == list(whole.days)
    assert day in whole.days
    for row in rows:
        assert len(row) == 7
        assert all(found.isoweekday() % 7 == place for place, found in enumerate(row) if found)


@given(DAYS, SPANS)
def test_columns_follow_one_another_from_the_first_day_to_the_last(day: date, span: Span) -> None:
    whole = period(span, day)
    cut = (
        week_periods(whole)
        if span in (Span.WEEK, Span.MONTH)
        else fiscal_years(whole)
        if span in MANY_YEARS
        else months(whole)
    )
    assert cut[0].first == whole.first
    assert cut[-1].last == whole.last
    for one, after in itertools.pairwise(cut):
        assert after.first - one.last == timedelta(days=1)


@given(DAYS, SPANS)
def test_spans_side_by_side_leave_no_day_out(day: date, span: Span) -> None:
    whole = period(span, day)
    after = shifted(span, day, 1)
    if after < LATEST:
        assert period(span, after).first - whole.last == timedelta(days=1)
        assert period(span, shifted(span, after, -1)) == whole


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-03-31", "2025-04-01", "2026-03-31"),
        ("2026-04-01", "2026-04-01", "2027-03-31"),
        ("2024-02-29", "2023-04-01", "2024-03-31"),
    ],
)
def test_a_year_is_a_fiscal_year(day: str, first: str, last: str) -> None:
    found = period(Span.YEAR, date.fromisoformat(day))
    assert found == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert len(months(found)) == 12


def test_several_years_lie_around_the_chosen_one() -> None:
    day = date(2026, 11, 26)
    assert [one.first.year for one in fiscal_years(period(Span.FIVE_YEARS, day))] == [
        2024, 2025, 2026, 2027, 2028,
    ]  # fmt: skip
    assert len(fiscal_years(period(Span.TEN_YEARS, day))) == 10


@pytest.mark.parametrize("text", ["", "2026-02-30", "26-1-1", "1899-12-31", "2191-01-01"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="RK913"):
        day_of(text)
