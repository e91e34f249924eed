"""Means of achievement in their table, and as the analysis cites them."""

import pytest

from renkei.core.records import Means, MeansReference
from tests.core.extract.sheets.sheet_samples import TABBED, WRAPPED, extract


def means(text: str) -> list[Means]:
    return [r for r in extract(text).records if isinstance(r, Means)]


def cited(analysis: str) -> list[tuple[str, int | None, list[int]]]:
    text = f"測定指標2-1 a\n中期目標\nb\n【測定指標2-1 a】\n{analysis}\n"
    return [
        (r.means_name, r.means_number, [year.start for year in r.fiscal_years])
        for r in extract(text).records
        if isinstance(r, MeansReference)
    ]


def test_name_start_indicators_and_review_number() -> None:
    first, second = means(TABBED)
    assert (first.field_no, first.number, first.name) == (1, 1, "島嶼国の港湾測量支援")
    assert first.start_fiscal_year is None
    assert first.indicators == ("1-1", "1-2")
    assert first.review_number == "0101"
    assert (second.name, second.review_number) == ("教材の開発と配布事業", "新23-0004")
    assert second.start_fiscal_year is not None
    assert second.start_fiscal_year.start == 2016


def test_amounts_in_yen_with_executions_and_dashes() -> None:
    million = 10**6
    assert [
        (a.fiscal_year.start, a.budget_yen, a.executed_yen, a.printed_unit)
        for a in means(TABBED)[0].amounts
    ] == [
        (2021, 10 * million, 7 * million, "百万円"),
        (2022, 11 * million, None, "百万円"),
        (2023, 12 * million, None, "百万円"),
    ]


def test_a_table_in_running_text_is_left_over() -> None:
    found = extract("測定指標1-1 a\n中期目標\nb\n達成手段\n①港の整備 10 (7) 11\n")
    assert [item.reason for item in found.leftovers] == ["means_table_unread"]


def test_citations_in_a_wrapped_analysis() -> None:
    found = [
        (r.indicator, r.means_name, r.means_number, [y.start for y in r.fiscal_years])
        for r in extract(WRAPPED).records
        if isinstance(r, MeansReference)
    ]
    assert found == [
        ("1-1", "砕氷船協力経費", 1, [2021, 2022]),
        ("1-1", "寒冷地研究所(北方分室)拠出金(任意拠出金)", 2, [2021, 2022]),
        ("1-2", "協議経費", 3, [2021]),
        ("1-2", "協議経費", 4, [2022]),
    ]


@pytest.mark.parametrize(
    ("analysis", "expected"),
    [
        (
            "効果があった。(平成30・令和元年度:甲(達成手段①)、令和2年度:乙(達成手段㉑))",
            [("甲", 1, [2018, 2019]), ("乙", 21, [2020])],
        ),
        # a bracket that was never closed ends with the last means
        (
            "(令和2年度:甲(達成手段①)\nその後も続けた。(令和2年度:乙(達成手段②))",
            [("甲", 1, [2020]), ("乙", 2, [2020])],
        ),
        ("(令\n和2年度:甲(達\n成手段①))", [("甲", 1, [2020])]),
        ("(令和2年度:甲(達成手段12))", [("甲", 12, [2020])]),
        ("(令和2年度までに甲を終えた。)", []),
    ],
)
def test_forms_of_citation(
    analysis: str, expected: list[tuple[str, int | None, list[int]]]
) -> None:
    assert cited(analysis) == expected


def test_a_misprint_is_read_and_noted() -> None:
    text = "測定指標2-1 a\n中期目標\nb\n【測定指標2-1 a】\n(令和2年度:甲(達成指標⑥))\n"
    found = next(r for r in extract(text).records if isinstance(r, MeansReference))
    assert found.means_number == 6
    assert found.notes == ("misprint_corrected",)


def test_a_mention_without_years_is_left_over() -> None:
    text = "測定指標2-1 a\n中期目標\nb\n【測定指標2-1 a】\n達成手段①を通じて進めた。\n"
    assert [item.reason for item in extract(text).leftovers] == ["means_citation_unresolved"]


STREAM = """個別分野1 港
測定指標1-1 a
中期目標
b
達成手段
達成手段名(開始年度) (単位:千円) 令和3年度 4年度 5年度
①港の整備(令和元
年度)
岸壁を直す。10 か所を調べる。
1,200
(1,150)
1,300
(-)
1,400
1-1
0031
②港の案内 12 (7) 11 1-1
"""


def test_a_table_in_running_text_is_read_by_its_figures() -> None:
    first, second = means(STREAM)
    assert (first.name, first.review_number, first.indicators) == ("港の整備", "0031", ("1-1",))
    assert [(a.fiscal_year.start, a.budget_yen, a.executed_yen) for a in first.amounts] == [
        (2021, 1_200_000, 1_150_000),
        (2022, 1_300_000, None),
        (2023, 1_400_000, None),
    ]
    assert (second.name, second.amounts) == ("港の案内", ())
    assert [item.reason for item in extract(STREAM).leftovers] == ["means_without_amounts"]
