"""Years and fiscal years as printed."""

import re

import pytest

from renkei.core.grammar.years import FISCAL_YEAR, YEAR, fiscal_year_of, year_of

FISCAL = re.compile(FISCAL_YEAR)
PLAIN = re.compile(YEAR)


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("平成31年度", 2019),
        ("令和元年度", 2019),
        ("令和 2 年度", 2020),
        ("令和2(2020)年度", 2020),
        ("2021年度", 2021),
        ("2021(令和3)年度", 2021),
        ("FY2021", 2021),
        ("FY21", 2021),
        ("R3年度", 2021),
        ("昭和63年度", 1988),
    ],
)
def test_fiscal_year(printed, year):
    assert FISCAL.fullmatch(printed)
    assert str(fiscal_year_of(printed)) == str(year)


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("令和2年", 2020),
        ("平成元年", 1989),
        ("2020年", 2020),
        ("07(平成19)年", 2007),
        ("2007(平成19)年", 2007),
        ("平成19(2007)年", 2007),
        ("平成19年(2007年)", 2007),
    ],
)
def test_year(printed, year):
    assert PLAIN.fullmatch(printed)
    assert year_of(printed) == year


@pytest.mark.parametrize("printed", ["年度", "3年度", "令和年度", "第2年度", "ある年"])
def test_no_fiscal_year(printed):
    assert FISCAL.fullmatch(printed) is None


def test_out_of_range_is_none():
    assert fiscal_year_of("9999年度") is None
    assert year_of("令和0年") is None
