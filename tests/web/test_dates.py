"""Dates and years in words, as precise as they are."""

import pytest
from django.utils import translation

from renkei.web.dates import fiscal_year, fiscal_year_short, printed_date, printed_period
from renkei.web.paging import Pager, page_number


@pytest.mark.parametrize(
    ("text", "japanese", "english"),
    [
        ("", "", ""),
        ("2018", "2018年", "2018"),
        ("2018-04", "2018年4月", "April 2018"),
        ("2018-04-09", "2018年4月9日", "9 April 2018"),
    ],
)
def test_a_date_is_as_precise_as_printed(text: str, japanese: str, english: str) -> None:
    with translation.override("ja"):
        assert printed_date(text) == japanese
    with translation.override("en"):
        assert printed_date(text) == english


def test_a_period_names_the_end_only_if_there_is_one() -> None:
    with translation.override("ja"):
        assert printed_period("2018-04", "") == "2018年4月"
        assert printed_period("2018-04", "2018-04") == "2018年4月"
        assert printed_period("2018-04", "2018-06") == "2018年4月～6月"
        assert printed_period("2018-12", "2019-01-09") == "2018年12月～2019年1月9日"
    with translation.override("en"):
        assert printed_period("2018-04", "2018-06") == "April – June 2018"


@pytest.mark.parametrize(
    ("year", "era"),
    [(2018, "平成30"), (2019, "令和元"), (2020, "令和2"), (1989, "平成元"), (1988, "昭和63")],
)
def test_a_fiscal_year_bears_the_era_in_which_it_begins(year: int, era: str) -> None:
    with translation.override("ja"):
        assert fiscal_year(year) == f"{era}年度（{year}）"
        assert fiscal_year_short(year) == era
    with translation.override("en"):
        assert fiscal_year(year) == f"FY{year}"


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("", 1), ("x", 1), ("-2", 1), ("0", 1), ("９", 1), ("9" * 99, 1)]
)
def test_a_page_number_is_never_nonsense(text: str, number: int) -> None:
    assert page_number(text) == number


def test_the_pages_offered_are_the_ends_and_the_neighbours() -> None:
    pager = Pager(10, 40, 1990, 50)
    assert pager.offered == [1, None, 8, 9, 10, 11, 12, None, 40]
    assert (pager.first_row, pager.last_row) == (451, 500)
    assert Pager(1, 1, 0, 50).first_row == 0
