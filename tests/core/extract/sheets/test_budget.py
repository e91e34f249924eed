"""The request sheet and the budgets with execution by year."""

from typing import Any

from renkei.core.records import BudgetLine
from tests.core.extract.sheets.sheet_samples import TABBED, extract

EXECUTION = """個別分野1 北の海
施策の概要
海を調べる。
同（分担金・
拠出金）
区分 令和元年度 令和２年度 令和３年度
予算の
状況
(百万円)
当初予算(a) － 85,077 90,000
補正予算(b) － 20,221
繰越し等(c) － △1
合計(a＋b＋c) － {total}
執行額(百万円) － 100,000
"""

RUNNING = """政策評価調書（個別票）
一般 本省 1,000 2,000
一般 出先 200 300
1,200 2,300
< > の内数
1,200 2,300
協力費
３年度
当初予算額
４年度
概算要求額
(千円)
令和３年度政策評価書
"""


def lines(text: str, table: str) -> list[tuple[Any, ...]]:
    return [
        (r.account, r.organisation, r.item, r.label, r.amount_yen, r.absence)
        for r in extract(text).records
        if isinstance(r, BudgetLine) and r.table == table
    ]


def test_rows_pushed_aside_are_read_by_what_their_cells_say() -> None:
    found = lines(TABBED, "調書")
    item = "協力費／島嶼国協力に必要な経費"
    group = "小計(政策評価の対象となっているもの)"
    first, second = "5年度当初予算額", "6年度概算要求額"
    assert found == [
        ("一般", "本省", item, first, 1_200_000, None),
        ("一般", "本省", item, second, None, "not_printed"),
        ("一般", "地方支分部局", item, first, 300_000, None),
        ("一般", "地方支分部局", item, second, 410_000, None),
        ("一般", None, group, first, 1_500_000, None),
        ("一般", None, group, second, 1_900_000, None),
        ("特別", None, group, first, None, "not_printed"),
        ("特別", None, group, second, None, "not_printed"),
        ("一般", None, "合計", first, 1_500_000, None),
        ("一般", None, "合計", second, 1_900_000, None),
    ]


def test_a_column_settled_by_the_subtotal_is_noted() -> None:
    notes = {
        r.printed: r.notes
        for r in extract(TABBED).records
        if isinstance(r, BudgetLine) and r.organisation == "本省"
    }
    assert notes["1,200"] == ("column_from_subtotal", "year_inferred")


def test_an_amount_that_no_subtotal_settles_is_left_over() -> None:
    found = extract(TABBED.replace("一般会計\t1,500\t\t1,900", "一般会計\t1,700\t\t1,900"))
    assert "budget_column_unknown" in [item.reason for item in found.leftovers]


def test_budgets_by_year_with_slashes_and_negatives() -> None:
    found = {line[3]: line[4:] for line in lines(TABBED, "施策の予算額・執行額等")}
    assert found["令和3年度当初予算(a)"] == (12_000_000, None)
    assert found["令和3年度繰越し等(c)"] == (-3_000_000, None)
    assert found["令和4年度繰越し等(c)"] == (None, "dash")
    assert found["令和5年度執行額"] == (None, "not_applicable")
    assert len(found) == 15


def test_short_rows_in_running_text_are_taken_if_the_sums_prove_them() -> None:
    found = {
        line[3]: line[4:] for line in lines(EXECUTION.format(total="105,297"), "分担金・拠出金")
    }
    assert found["令和2年度補正予算(b)"] == (20_221_000_000, None)
    assert found["令和3年度補正予算(b)"] == (None, "not_printed")
    assert found["令和元年度合計(a+b+c)"] == (None, "dash")


def test_short_rows_whose_sums_differ_are_left_over() -> None:
    found = extract(EXECUTION.format(total="105,000"))
    assert not [r for r in found.records if isinstance(r, BudgetLine)]
    assert [item.reason for item in found.leftovers] == ["budget_columns_unmatched"]


def test_a_request_sheet_in_running_text_keeps_what_is_certain() -> None:
    found = lines(RUNNING, "調書")
    assert [line[:3] + line[4:5] for line in found] == [
        ("一般", "本省", None, 1_000_000),
        ("一般", "本省", None, 2_000_000),
        ("一般", "出先", None, 200_000),
        ("一般", "出先", None, 300_000),
        ("一般", None, "小計(政策評価の対象となっているもの)", 1_200_000),
        ("一般", None, "小計(政策評価の対象となっているもの)", 2_300_000),
        ("一般", None, "合計", 1_200_000),
        ("一般", None, "合計", 2_300_000),
    ]
    reasons = {item.reason for item in extract(RUNNING).leftovers}
    assert reasons == {"budget_item_unassigned"}


APART = """政策評価調書（個別票）
一般 本省 1,000 2,000
一般 本省 50 60
一般 出先 200 300
1,250 2,360
< > の内数
1,250 2,360
一般会計
特別会計
合　計
一般会計
特別会計
政策評価の対象と
なっていないが、
ある政策に属する
と整理できるもの
小　計
小　計
一般会計
特別会計
政策評価の対象と
なっているもの
{items}
３年度
当初予算額
４年度
概算要求額
(千円)
令和３年度政策評価書
"""
SHARED = "協力費\n地域の協力に必\n要な経費\n"
OTHER = "協力費\n港に係る協力に必要な経費\n"


def items_of(text: str) -> list[tuple[str | None, str | None]]:
    found = [line[1:3] for line in lines(text, "調書") if line[1]]
    return found[::2]


def test_items_printed_apart_take_the_only_order_that_repeats_none() -> None:
    in_order = items_of(APART.format(items=OTHER + SHARED + SHARED))
    shared, other = "協力費／地域の協力に必要な経費", "協力費／港に係る協力に必要な経費"
    assert in_order == [("本省", other), ("本省", shared), ("出先", shared)]
    from_the_last = items_of(APART.format(items=SHARED + SHARED + OTHER))
    assert from_the_last == in_order


def test_items_that_fit_in_either_order_are_left_over() -> None:
    third = "協力費\n空路に係る協力に必要な経費\n"
    found = items_of(APART.format(items=OTHER + SHARED + third))
    assert [item for _, item in found] == [None, None, None]


def test_an_item_printed_in_its_row_is_kept_there() -> None:
    row = "一般 出先 協力費 船に必要な経費 200 300"
    assert items_of(RUNNING.replace("一般 出先 200 300", row)) == [
        ("本省", None),
        ("出先", "協力費／船に必要な経費"),
    ]


def test_totals_without_amounts_are_told_where_the_form_is_whole() -> None:
    found = [line for line in lines(APART.format(items=OTHER), "調書") if line[5]]
    other = "小計(政策評価の対象となっていないが、ある政策に属すると整理できるもの)"
    rows = [
        ("特別", "小計(政策評価の対象となっているもの)"),
        ("一般", other),
        ("特別", other),
        ("特別", "合計"),
    ]
    assert [(line[0], line[2]) for line in found[::2]] == rows
    assert {line[5] for line in found} == {"not_printed"}
    assert not [line for line in lines(RUNNING, "調書") if line[5]]
