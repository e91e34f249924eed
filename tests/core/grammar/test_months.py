"""Month lists: what is printed, what is inferred, what is refused."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.grammar.months import MONTHS, read_months
from renkei.core.values import FiscalYear

WHOLE = re.compile(MONTHS)


def dates(text, year=2022):
    fiscal_year = FiscalYear(year) if year else None
    found = read_months(text, 0, len(text), fiscal_year)
    return [f"{o.start}/{o.end}" if o.end else str(o.start) for o in found]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("6月", ["2022-06"]),
        ("1月", ["2023-01"]),
        ("6月及び11月", ["2022-06", "2022-11"]),
        ("10月(2回)、12月", ["2022-10", "2022-10", "2022-12"]),
        ("10月(2回)及び12月(3回)", ["2022-10"] * 2 + ["2022-12"] * 3),
        ("9月に2回", ["2022-09", "2022-09"]),
        ("5、7、9月", ["2022-05", "2022-07", "2022-09"]),
        ("5月・6月", ["2022-05", "2022-06"]),
        ("令和5年1月及び2月", ["2023-01", "2023-02"]),
        ("6月、令和5年1月及び2月", ["2022-06", "2023-01", "2023-02"]),
        ("2023年3月", ["2023-03"]),
        ("令和5(2023)年3月", ["2023-03"]),
        ("2023(令和5)年3月", ["2023-03"]),
        ("R5.3月", ["2023-03"]),
        ("5年3月", ["2023-03"]),
        ("令和4年12月、翌年2月", ["2022-12", "2023-02"]),
        ("8月3日", ["2022-08-03"]),
        ("8月3日(水)", ["2022-08-03"]),
        ("8月3日、9日", ["2022-08-03", "2022-08-09"]),
        ("8月上旬", ["2022-08"]),
        ("9月～12月", ["2022-09/2022-12"]),
        ("10～12月", ["2022-10/2022-12"]),
        ("10月～2月", ["2022-10/2023-02"]),
        ("1月～3月", ["2023-01/2023-03"]),
        ("3月～5月", ["2022-03/2022-05"]),
        ("令和4年12月～5年2月", ["2022-12/2023-02"]),
        ("12月から翌年1月まで", ["2022-12/2023-01"]),
        ("6月4日～7日", ["2022-06-04/2022-06-07"]),
        ("6月30日～7月2日", ["2022-06-30/2022-07-02"]),
    ],
)
def test_list_is_read(printed, expected):
    assert WHOLE.fullmatch(printed)
    assert dates(printed) == expected


@pytest.mark.parametrize(
    "printed", ["6", "6カ月", "月", "六月", "毎月", "2回", "令和4年度", "～6月"]
)
def test_is_no_month_list(printed):
    assert WHOLE.fullmatch(printed) is None


@pytest.mark.parametrize("printed", ["0月", "13月", "2月30日", "6月～13月"])
def test_impossible_dates_give_none(printed):
    assert dates(printed) == []


def test_a_carried_year_never_leaves_the_fiscal_year():
    assert dates("令和4年12月、1月") == ["2022-12", "2023-01"]


def test_without_a_fiscal_year_only_printed_years_count():
    assert dates("6月", None) == []
    assert dates("令和3年11月、2月", None) == ["2021-11", "2022-02"]


def test_inferred_years_are_told():
    text = "6月、令和5年1月及び2月"
    found = read_months(text, 0, len(text), FiscalYear(2022))
    assert [o.year_inferred for o in found] == [True, False, True]


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_a_month_falls_into_its_fiscal_year(year, month):
    (only,) = read_months(f"{month}月", 0, len(f"{month}月"), FiscalYear(year))
    assert only.start.fiscal_year == FiscalYear(year)


@given(st.integers(1990, 2090), st.integers(1, 12), st.integers(1, 12))
def test_a_range_ends_in_its_fiscal_year_and_is_never_reversed(year, first, last):
    text = f"{first}月～{last}月"
    (only,) = read_months(text, 0, len(text), FiscalYear(year))
    assert only.end is not None
    assert only.end.fiscal_year == FiscalYear(year)
    assert only.start.first_day <= only.end.first_day
    assert (only.end.first_day - only.start.first_day).days < 366


@given(st.lists(st.integers(1, 12), min_size=1, max_size=12))
def test_every_month_of_a_list_is_read_where_it_stands(months):
    text = "、".join(f"{month}月" for month in months)
    found = read_months(text, 0, len(text), FiscalYear(2022))
    assert [o.start.month for o in found] == months
    assert [text[o.span_start : o.span_end] for o in found] == [f"{m}月" for m in months]


@pytest.mark.parametrize(
    "unit", ["6月、", "1、", "6月 ", "6月～", "令和4年", "6月(2回", "2022年(令和"]
)
def test_long_input_takes_linear_time(unit):
    start = time.process_time()
    for _ in WHOLE.finditer(unit * 20_000):
        pass
    assert time.process_time() - start < 5
