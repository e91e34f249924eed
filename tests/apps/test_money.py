"""Budget tables as years of money: unlike figures are never set against each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.apps.evaluation.models import BudgetLine
from renkei.apps.evaluation.money import NoRate, Part, YearMoney, by_year, part_of, rate

MAIN, SHARES = "施策の予算額・執行額等", "分担金・拠出金"


def line(
    item: str, yen: int | None, table: str = MAIN, year: int = 2020, *, outside: bool = False
) -> BudgetLine:
    return BudgetLine(
        table=table, item=item, fiscal_year=year, amount_yen=yen, outside_total=outside
    )


def only(*lines: BudgetLine) -> YearMoney:
    (year,) = by_year(lines)
    return year


@pytest.mark.parametrize(
    ("item", "part"),
    [
        ("当初予算(a)", Part.INITIAL),
        ("補正予算(b)", Part.SUPPLEMENTARY),
        ("繰越し等(c)", Part.CARRIED_OVER),
        ("合計(a+b+c)", Part.TOTAL),
        ("執行額(百万円)", Part.EXECUTED),
        ("備考", None),
    ],
)
def test_rows_are_told_apart_by_how_they_begin(item: str, part: Part | None) -> None:
    assert part_of(line(item, 1)) is part


def test_columns_of_the_table_by_account_are_budget_or_request() -> None:
    def of(label: str) -> Part | None:
        return part_of(BudgetLine(table="調書", item="協力費", label=label))

    assert of("5年度当初予算額") is Part.INITIAL
    assert of("6年度概算要求額") is Part.REQUESTED
    assert of("備考") is None
    assert by_year([BudgetLine(table="調書", label="5年度当初予算額", fiscal_year=2023)]) == []


def test_the_rate_is_execution_over_the_printed_total() -> None:
    year = only(line("当初予算(a)", 90), line("合計(a)", 100), line("執行額", 80))
    assert year.total == 100
    assert year.rate.percent == Decimal("80.0")


def test_without_a_total_the_parts_are_added_if_every_one_is_printed() -> None:
    whole = only(line("当初予算", 100), line("補正予算", -20), line("執行額", 60))
    assert whole.total == 80
    assert whole.rate.percent == Decimal("75.0")
    part = only(line("当初予算", 100), line("補正予算", None), line("執行額", 60))
    assert part.total is None
    assert part.rate.why is NoRate.NO_BUDGET


def test_a_total_that_is_not_printed_is_not_made_up() -> None:
    year = only(line("当初予算", 100), line("合計", None), line("執行額", 60))
    assert year.rate.why is NoRate.NO_BUDGET


def test_tables_and_figures_outside_the_total_stay_apart() -> None:
    years = by_year(
        [
            line("合計", 100),
            line("執行額", 40, SHARES),
            line("合計", 10, outside=True),
            line("執行額", 50),
            line("執行額", 9, outside=True),
        ]
    )
    rates = {(year.table, year.outside): year.rate for year in years}
    assert rates[MAIN, False].percent == Decimal("50.0")
    assert rates[SHARES, False].why is NoRate.NO_BUDGET
    assert rates[MAIN, True].percent == Decimal("90.0")


@given(st.none() | st.integers(-(10**13), 10**13), st.none() | st.integers(0, 10**13))
def test_a_rate_or_a_reason_and_zero_spent_is_a_rate(
    budget: int | None, executed: int | None
) -> None:
    found = rate(budget, executed)
    assert (found.percent is None) != (found.why is None)
    if executed is None:
        assert found.why is NoRate.NO_EXECUTION
    elif budget is not None and budget > 0:
        assert found.percent == (Decimal(executed) * 100 / budget).quantize(Decimal("0.1"))
    if executed == 0 and budget:
        assert budget < 0 or found.percent == 0
