"""Eras, fiscal years and partial dates agree with the calendar, in both directions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import ValueFormError
from renkei.core.values import ERAS, FiscalYear, PartialDate, western_year
from renkei.core.values.eras import era_of

DAYS = st.dates(date(1868, 10, 23), date(2199, 12, 31))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@given(DAYS)
def test_a_day_has_one_era_year_and_it_leads_back(day: date) -> None:
    era, year = era_of(day)
    assert western_year(era.name, year) == day.year
    assert day >= era.first_day
    assert all(day < later.first_day for later in ERAS[ERAS.index(era) + 1 :])


@pytest.mark.parametrize(
    ("day", "name", "year"),
    [
        (date(2019, 4, 30), "平成", 31),
        (date(2019, 5, 1), "令和", 1),
        (date(1989, 1, 7), "昭和", 64),
        (date(1989, 1, 8), "平成", 1),
        (date(1926, 12, 24), "大正", 15),
        (date(1912, 7, 30), "大正", 1),
    ],
)
def test_first_and_last_days_of_eras(day: date, name: str, year: int) -> None:
    era, counted = era_of(day)
    assert (era.name, counted) == (name, year)


def test_years_past_the_end_of_an_era_count_on() -> None:
    assert western_year("平成", 35) == 2023
    assert FiscalYear.parse("平成35年度").start == 2023


@pytest.mark.parametrize(("era", "year"), [("令和", 0), ("慶応", 3), ("", 1)])
def test_what_is_no_era_year(era: str, year: int) -> None:
    with pytest.raises(ValueFormError):
        western_year(era, year)


def test_no_era_before_meiji() -> None:
    with pytest.raises(ValueFormError):
        era_of(date(1868, 10, 22))


@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    year = FiscalYear.of(day)
    assert year.first_day <= day <= year.last_day
    assert year.year_of_month(day.month) == day.year
    assert year.last_day + timedelta(days=1) == FiscalYear(year.start + 1).first_day


@given(st.integers(1989, 2088))
def test_fiscal_years_in_every_form(start: int) -> None:
    heisei, reiwa = start - 1988, start - 2018
    forms = [f"{start}", f"{start}年度", f"FY{start}"]
    forms += [f"平成{heisei}年度", f"H{heisei}", f"平成 {heisei} 年度"] if heisei < 100 else []
    forms += [f"令和{reiwa}年度", f"R{reiwa}年度"] if reiwa > 0 else []
    forms += ["令和元年度", "Ｒ元"] if reiwa == 1 else []
    for form in forms:
        assert FiscalYear.parse(form) == FiscalYear(start)
        assert FiscalYear.parse(form.translate(WIDE)) == FiscalYear(start)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3年度",
        "令和年度",
        "令和0年度",
        "20211",
        "2021-04",
        "令和3年4月",
        "1800",
        "X3",
        "令和123年",
    ],
)
def test_what_is_no_fiscal_year(text: str) -> None:
    with pytest.raises(ValueFormError) as caught:
        FiscalYear.parse(text)
    assert caught.value.message("ja")


@pytest.mark.parametrize("month", [0, 13])
def test_months_that_are_none(month: int) -> None:
    with pytest.raises(ValueFormError):
        FiscalYear(2020).year_of_month(month)


@given(st.dates(date(1, 1, 1)), st.integers(1, 3))
def test_partial_dates_round_trip_and_bound_their_days(day: date, parts: int) -> None:
    partial = PartialDate(*(day.year, day.month, day.day)[:parts])
    assert PartialDate.parse(str(partial)) == partial
    assert partial.first_day <= day <= partial.last_day
    assert (partial.first_day == partial.last_day) == (parts == 3)
    if parts == 1:
        assert partial.fiscal_year is None


def test_a_month_tells_its_fiscal_year() -> None:
    assert PartialDate(2020, 1).fiscal_year == FiscalYear(2019)
    assert PartialDate(2020, 4).fiscal_year == FiscalYear(2020)
    assert PartialDate(2020, 3, 31).fiscal_year == FiscalYear(2019)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-4",
        "2021-13",
        "2021-02-29",
        "2021-00",
        "0000",
        "2021-04-31",
        "21-04",
        "２０２１",
        "2021-04-1",
    ],
)
def test_what_is_no_partial_date(text: str) -> None:
    with pytest.raises(ValueFormError) as caught:
        PartialDate.parse(text)
    assert caught.value.code == "RK302"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021", "2021"),
        ("2021-4", "2021-04"),
        (" ２０２１/０４/01 ", "2021-04-01"),
        ("2021.4", "2021-04"),
        ("2021年4月", "2021-04"),
        ("令和3年4月1日", "2021-04-01"),
        ("令和元年", "2019"),
        ("平成 31 年 4 月", "2019-04"),
    ],
)
def test_dates_as_people_write_them(written: str, iso: str) -> None:
    assert str(PartialDate.written(written)) == iso


@pytest.mark.parametrize("written", ["", "昨年", "2021-13", "令和3年2月30日", "令和0年", "4月1日"])
def test_a_date_that_is_none_is_told_in_the_words_of_the_writer(written: str) -> None:
    with pytest.raises(ValueFormError) as caught:
        PartialDate.written(written)
    assert f"「{written}」" in caught.value.message("ja")
