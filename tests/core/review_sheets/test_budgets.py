"""Budgets of the review data: read as published, told where a file departs, written again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import InputError
from renkei.core.review_sheets.budgets import ProjectYear, budget_rows, read_budgets
from renkei.core.review_sheets.layouts import BUDGETS
from renkei.core.review_sheets.table import BOM, read_table, write_table

NAME = "2-1.csv"
YEAR = ProjectYear(
    project_id="7001",
    project_name="見本の訓練事業",
    ministry="見本省",
    review_year=2025,
    budget_year=2024,
    initial=200,
    supplementary=30,
    carried_in=20,
    reserve=0,
    total=250,
    executed=200,
    carried_out=50,
    requested=210,
)


def file_of(*years: ProjectYear) -> bytes:
    return write_table(BUDGETS, budget_rows(years))


def detail() -> bytes:
    """A row of detail by account, which repeats the total."""
    (row,) = budget_rows([YEAR])
    row = {head: text for head, text in row.items() if "合計" not in head and head != "執行率"}
    return write_table(BUDGETS, [row | {"会計区分": "一般会計", "当初予算": "200"}]).split(b"\r\n")[
        1
    ]


def test_a_file_written_is_the_file_that_was_read() -> None:
    data = file_of(YEAR, replace(YEAR, budget_year=2025, executed=None, carried_out=None))
    table = read_table(data, NAME)
    assert table.layout is BUDGETS
    assert (table.drifts, table.faults) == ((), ())
    assert write_table(BUDGETS, (row.named() for row in table.rows)) == data
    years, faults = read_budgets(table)
    assert faults == ()
    assert replace(years[0], line=0) == YEAR
    assert years[1].execution_rate is None


def test_rows_of_detail_are_not_added_to_the_total() -> None:
    years, faults = read_budgets(read_table(file_of(YEAR) + detail() + b"\r\n", NAME))
    assert faults == ()
    assert [(year.initial, year.total, year.computed_total) for year in years] == [(200, 250, 250)]


def test_the_rate_is_executed_by_appropriation() -> None:
    assert str(YEAR.execution_rate) == "0.80000"
    assert replace(YEAR, total=0).execution_rate is None


def test_amounts_printed_as_decimals_are_whole_yen() -> None:
    data = file_of(YEAR).replace(b",210,", b",210.0,")
    ((year,), faults) = read_budgets(read_table(data, NAME))
    assert (year.requested, faults) == (210, ())


def test_an_amount_that_is_none_leaves_out_its_row_and_says_so() -> None:
    data = file_of(YEAR, replace(YEAR, project_id="7002")).replace(b",200,30,", b",200,many,", 1)
    years, faults = read_budgets(read_table(data, NAME))
    assert [year.project_id for year in years] == ["7002"]
    assert "2" in str(faults[0])
    assert "many" in str(faults[0])


def test_a_second_total_is_told_and_the_first_kept() -> None:
    years, faults = read_budgets(read_table(file_of(YEAR, replace(YEAR, initial=999)), NAME))
    assert [year.initial for year in years] == [200]
    assert [fault.code for fault in faults] == ["RK606"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda data: data.removeprefix(BOM), "bom_missing"),
        (lambda data: data.replace(b"\r\n", b"\n"), "line_ends"),
        (lambda data: data.decode("utf-8-sig").encode("cp932"), "encoding"),
        (lambda data: data.replace("局・庁".encode(), "局･庁".encode(), 1), "head_changed"),
        (
            lambda data: data.replace("（合計）".encode(), b"(\xe5\x90\x88\xe8\xa8\x88)"),
            "head_changed",
        ),
        (lambda data: data.replace("要望額".encode(), "備考2".encode(), 1), "head_missing"),
        (lambda data: data.replace("要望額".encode(), "備考2".encode(), 1), "head_added"),
        (
            lambda data: data.replace("会計区分,会計,".encode(), "会計,会計区分,".encode()),
            "head_moved",
        ),
    ],
)
def test_drift_is_read_through_and_told(change: object, kind: str) -> None:
    assert callable(change)
    table = read_table(change(file_of(YEAR)), NAME)
    assert kind in {drift.kind for drift in table.drifts}
    (year,), faults = read_budgets(table)
    assert (replace(year, line=0), faults) == (YEAR, ())


def test_moved_columns_are_read_by_their_heads() -> None:
    lines = [line.split(b",") for line in file_of(YEAR).removeprefix(BOM).split(b"\r\n") if line]
    turned = BOM + b"\r\n".join(b",".join(reversed(cells)) for cells in lines) + b"\r\n"
    ((year,), _) = read_budgets(read_table(turned, NAME))
    assert replace(year, line=0) == YEAR


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "RK103"),
        (BOM, "RK601"),
        (BOM + "シート種別,事業年度,予算事業ID,事業名,局・庁,部,課,室,班,係".encode(), "RK601"),
        (b"a,b,c\r\n1,2,3\r\n", "RK601"),
        (file_of(YEAR).replace("予算事業ID".encode(), "事業の番号".encode()), "RK602"),
        (b"\xff\xfe\x00\x81", "RK603"),
        (file_of(YEAR) + b'"never closed', "RK607"),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        read_table(data, NAME)
    assert raised.value.code == code
    assert NAME in raised.value.message("ja")


def test_a_line_with_cells_too_many_is_left_out_and_told() -> None:
    table = read_table(file_of(YEAR) + b"1,2,3\r\n", NAME)
    assert len(table.rows) == 1
    assert [fault.code for fault in table.faults] == ["RK604"]


_amount = st.none() | st.integers(-(10**15), 10**15)
_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]), min_size=1)


@given(
    st.builds(
        ProjectYear,
        project_id=st.integers(1, 99999).map(str),
        project_name=_text,
        ministry=_text,
        review_year=st.integers(2021, 2060),
        budget_year=st.integers(2007, 2060),
        initial=st.integers(0, 10**15),
        **dict.fromkeys(
            ("supplementary", "carried_in", "reserve", "total", "executed", "requested"), _amount
        ),
    )
)
def test_whatever_is_written_reads_back(year: ProjectYear) -> None:
    (again,), faults = read_budgets(read_table(file_of(year), NAME))
    assert (replace(again, line=0), faults) == (year, ())
