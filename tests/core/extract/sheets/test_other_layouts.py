"""Tables of other ministries: one value a line, kinds down the rows, indicators without fields."""

from typing import Any

import pytest

from renkei.core.records import Indicator, IndicatorValue, SheetField, Target
from tests.core.extract.sheets.sheet_samples import extract, wrapped


def read(text: str) -> list[tuple[Any, ...]]:
    return [
        (r.number, r.fiscal_year.start if r.fiscal_year else None, r.kind, r.text)
        for r in extract(text).records
        if isinstance(r, IndicatorValue)
    ]


def test_one_value_a_line_without_paragraph_marks() -> None:
    text = (
        "個別分野1 南の島々との協力\n施策の概要\n1 研修を行う。\n"
        "測定指標1-1 研修に参加した者の数(遠隔によ\nる参加を含む)\n(出典:所管\n課調べ)\n"
        "中期目\n標値\n平成 27 年度\n平成 28 年度\n達成状況\n平成 30 年度\n"
        "年度目\n標値\n実績値\n年度目\n標値\n実績値\n120人\n30人\n28人\n35人\n36人\nＡ\n"
    )
    assert read(text) == [
        ("1-1", 2018, "mid_term_target", "120人"),
        ("1-1", 2015, "target", "30人"),
        ("1-1", 2015, "actual", "28人"),
        ("1-1", 2016, "target", "35人"),
        ("1-1", 2016, "actual", "36人"),
    ]
    indicator = next(r for r in extract(text).records if isinstance(r, Indicator))
    assert indicator.name == "研修に参加した者の数(遠隔による参加を含む)"
    assert indicator.mark == "A"


def test_kinds_down_the_rows_in_cells() -> None:
    text = (
        "測定指標２ 欠航の割合\n\n\t令和2年度\t3年度\t4年度\n"
        "目標値\t5％以下\t5％以下\t4％以下\n実績値\t6.1％\t4.8％\t\n"
    )
    assert read(text) == [
        ("2", 2020, "target", "5％以下"),
        ("2", 2021, "target", "5％以下"),
        ("2", 2022, "target", "4％以下"),
        ("2", 2020, "actual", "6.1％"),
        ("2", 2021, "actual", "4.8％"),
        ("2", 2022, "actual", ""),
    ]


def test_kinds_down_the_rows_in_running_text() -> None:
    text = "測定指標 4-2 教材の部数\n\n令和元年度 令和２年度\n目標値 100部 110部\n実績値 95部 －\n"
    assert read(text) == [
        ("4-2", 2019, "target", "100部"),
        ("4-2", 2020, "target", "110部"),
        ("4-2", 2019, "actual", "95部"),
        ("4-2", 2020, "actual", "－"),
    ]


def test_an_empty_cell_under_its_head_is_not_printed() -> None:
    text = "測定指標1 便数\n\t令和3年度\t\n\t目標値\t実績値\n\t10便\t\n"
    found = [r for r in extract(text).records if isinstance(r, IndicatorValue)]
    assert [(r.text, r.absence) for r in found] == [("10便", None), ("", "not_printed")]


def test_a_kind_does_not_reach_over_other_heads() -> None:
    text = (
        "測定指標1 実施率\n\t基準値\t令和3年度\t\t令和4年度\t\t達成度\t備考\n"
        "\t平成30年度\t目標値\t実績値\t目標値\t実績値\t\t\n"
        "\t10%\t20%\t21%\t30%\t29%\t概ね達成\t速報\n"
    )
    assert read(text) == [
        ("1", 2021, "target", "20%"),
        ("1", 2021, "actual", "21%"),
        ("1", 2022, "target", "30%"),
        ("1", 2022, "actual", "29%"),
    ]
    assert next(r for r in extract(text).records if isinstance(r, Indicator)).mark == "概ね達成"


def test_a_table_drawn_with_bars() -> None:
    text = (
        "測定指標 1-3 便数\n| 中期目標値 | 令和5年度 | | 令和6年度 |\n"
        "| 令和9年度 | 年度目標値 | 実績値 | 年度目標値 |\n|---|---|---|---|\n"
        "| 100便 | 50便 | 48便 | 60便 |\n"
    )
    assert read(text) == [
        ("1-3", 2027, "mid_term_target", "100便"),
        ("1-3", 2023, "target", "50便"),
        ("1-3", 2023, "actual", "48便"),
        ("1-3", 2024, "target", "60便"),
    ]


def test_parts_of_one_cell_are_no_row() -> None:
    text = (
        "測定指標1 参加国\n①初級の部\n②上級の部\n実績値\n令和3年度 令和4年度\n"
        "①3か国 ②4か国\n①5か国 ②6か国\n"
    )
    found = [
        (r.component, r.fiscal_year.start if r.fiscal_year else None, r.text)
        for r in extract(text).records
        if isinstance(r, IndicatorValue)
    ]
    assert sorted(found) == [
        ("①初級の部", 2021, "3か国"),
        ("①初級の部", 2022, "5か国"),
        ("②上級の部", 2021, "4か国"),
        ("②上級の部", 2022, "6か国"),
    ]


def test_marks_spelled_out_and_numbers_among_words() -> None:
    text = "測定指標1-2 相談\n\n令和3年度 達成状況\n年度目標値 実績値\n約 100件 120 件 達成\n"
    assert read(text) == [("1-2", 2021, "target", "100件"), ("1-2", 2021, "actual", "120 件")]
    assert next(r for r in extract(text).records if isinstance(r, Indicator)).mark == "達成"


def test_a_conversion_that_drops_empty_cells_moves_no_value() -> None:
    text = (
        "測定指標1-2 割合\n(出典:調査)\t中期目標値\t令和4年度\t令和5年度\n"
        "令和7年度\t年度目標値\t実績値\t年度目標値\n"
        "①港湾の部\n②沿岸の部\n(注)漁港を含む。\t①60%\t①40%\t①43.5%\t①50%\n"
        "②30%\t②20%\t②—\t②25%\n"
    )
    assert read(text) == [
        ("1-2", 2025, "mid_term_target", "60%"),
        ("1-2", 2022, "target", "40%"),
        ("1-2", 2022, "actual", "43.5%"),
        ("1-2", 2023, "target", "50%"),
        ("1-2", 2025, "mid_term_target", "30%"),
        ("1-2", 2022, "target", "20%"),
        ("1-2", 2022, "actual", "—"),
        ("1-2", 2023, "target", "25%"),
    ]


def test_western_years() -> None:
    text = "測定指標 1-1 寄港\n\t2020年度\t2021年度\n\t実績値\t実績値\n\t3\t5\n"
    assert [item[1] for item in read(text)] == [2020, 2021]


def test_a_page_number_below_a_table_is_no_value() -> None:
    text = "参考指標：職員の数\n実績値\n令和2年度 令和3年度\n32 31\n\n\n\n159\n\n"
    found = extract("個別分野1 研究\n施策の概要\n研究する。\n" + text)
    assert [r.text for r in found.records if isinstance(r, IndicatorValue)] == ["32", "31"]
    assert not found.leftovers


def test_headings_and_their_words_in_cells_of_one_row() -> None:
    text = (
        "測定指標1-1 連絡\t\n中期目標(--年度)\t連絡を密にする。\n"
        "令和4年度目標\t1 会う。\n\t2 書く。\n施策の進捗状況・実績\t1 会った。\n"
        "達成状況\t\n"
    )
    target = next(r for r in extract(text).records if isinstance(r, Target))
    assert target.items == ("1 会う。", "2 書く。")
    assert target.progress[0].startswith("1 会った。")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今後は、\n測定指標2-1 の目標を見直すとともに、測定指標2-2 を新設する。\n",
        "測定指標の選定理由は次のとおりである。\n",
        "測定指標２－３については、\n引き続き検討する。\n",
        "参考指標として三つの値を掲げた。\n",
        "令和3年度目標\n1 会議を開く。\n",
        "【測定指標】\n",
        "個別分野の目標を定めた。\n",
        "目標値 10 実績値 12\n",
    ],
)
def test_texts_that_only_look_like_the_form(text: str) -> None:
    found = extract(text)
    assert not found.records
    assert not found.leftovers


def test_a_base_value_is_the_actual_of_its_year() -> None:
    text = (
        "測定指標1-3 協定の数\n基準値 目標値 実績値\n"
        "平成20年度 平成26年度 平成23年度 平成24年度\n14件 20件 16件 17件\n"
    )
    assert read(text) == [
        ("1-3", 2008, "actual", "14件"),
        ("1-3", 2014, "target", "20件"),
        ("1-3", 2011, "actual", "16件"),
        ("1-3", 2012, "actual", "17件"),
    ]


def test_kinds_that_do_not_tell_their_years_are_left_over() -> None:
    text = (
        "測定指標1-3 協定の数\n基準値 目標値 実績値\n"
        "平成20年度 平成21年度 平成23年度 平成24年度\n14件 20件 16件 17件\n"
    )
    found = extract(text)
    assert not [r for r in found.records if isinstance(r, IndicatorValue)]
    assert [item.reason for item in found.leftovers] == ["table_header_unresolved"]


def test_a_unit_beside_the_table_is_that_of_its_bare_values() -> None:
    text = (
        "測定指標1-2 来場者\n(単位:千人) 令和2年度 3年度\n年度目標値 120 125\n実績値 118.5 90人\n"
    )
    found = [r for r in extract(text).records if isinstance(r, IndicatorValue)]
    assert [(f"{r.value:f}".removesuffix(".0"), r.unit, r.notes) for r in found] == [
        ("120000", "人", ("unit_from_heading",)),
        ("125000", "人", ("unit_from_heading",)),
        ("118500", "人", ("unit_from_heading",)),
        ("90", "人", ()),
    ]


def test_an_indicator_without_anything_is_left_over() -> None:
    found = extract(
        "個別分野1 港\n施策の概要\n港を直す。\n測定指標1-1 岸壁\n参考となる事項はない。\n"
    )
    assert [item.reason for item in found.leftovers] == ["indicator_without_values"]


def test_an_indicator_headed_in_brackets() -> None:
    text = (
        "個別分野1 港\n施策の概要\n港を直す。\n【測定指標1-1 連絡 *】\n中期目標(令和9年度)\n密にする。\n"
        "施策の分析\n【測定指標1-1 連絡】\n密だ。\n"
    )
    found = [r for r in extract(text).records if isinstance(r, Indicator)]
    assert [(r.number, r.name, r.primary, r.mid_term_target_year) for r in found] == [
        ("1-1", "連絡", True, "令和9年度")
    ]


MARKED = "行を終える。¶\n" * 5 + "個別分野1 港¶\n施策の概要¶\n港を直す。¶\n参考指標１：便数¶\n"


def notes(table: str) -> list[str]:
    found = extract(wrapped(MARKED + table))
    return [r.value for r in found.records if isinstance(r, SheetField) and "注(" in r.key]


def test_a_note_beside_the_header_ends_before_it() -> None:
    table = "（出典：港湾局） 実 績 値¶\n令和２年度 令和３年度¶\n10 便 12 便¶\n"
    assert notes(table) == ["(出典:港湾局)"]


def test_a_note_that_the_header_breaks_off_goes_on_before_the_values() -> None:
    note, head = "（注）令和３年度は一部の航\n路で運\n", "実 績 値¶\n令和２年度 令和３年度¶\n"
    assert notes(note + head + "休した。 10 便 4 便¶\n") == [
        "(注)令和3年度は一部の航路で運休した。"
    ]
    assert notes(note + head + "10 便 4 便¶\n") == []
