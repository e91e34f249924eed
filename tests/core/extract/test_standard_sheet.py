"""Sheets in the standard form: header, budget, rating, marks, analysis, remarks."""

from decimal import Decimal
from itertools import pairwise

import pytest

from renkei.core.extract.standard_sheet import read_standard_sheet
from renkei.core.records import BudgetLine, Indicator, Opinion, Rating, SheetField

SHEET = """\
令和4年度実施施策に係る政策評価書

(国土省R4-7)

施策名\t港湾の国際協力の推進\t\t
施策の概要\t港湾の安全に関する協力を広げる。 職員を育てる。\t
達成すべき目標\t協力の定着\t
施策の予算額・執行額等\t区分\t令和3年度\t4年度\t5年度\t
\t予算の状況(千円)\t当初予算(a)\t1,200\t1,300\t△5
\t\t補正予算(b)\t<40>\t<50>\t-
\t\t繰越し等(c)\t\t10\t
\t執行額(千円)\t1,100\t\t\t

※ 下段の<>は総額に含まない。

施策に関係する内閣の重要政策(主なもの)\t国際協力計画
--------\t--
測定指標\t職員の派遣\t
\t施策の進捗状況(実績)\t目標\t達成
\t●令和4年度の実績\t要人の往来\t②
\t●令和4年度の実績\t職員の派遣\t④

評価結果\t目標達成度合いの測定結果\t(各行政機関共通区分) ②目標達成

(判断根拠)

派遣が目標の数に達したため。
すべて達成した。

評価結果\t施策の分析\t●概ね達した。
(要人の往来)
・往来が増えた。
(職員の派遣)
・3か国へ派遣した。
\t次期目標等への反映の方向性\t派遣先を広げる。

学識経験を有する者の知見の活用\t・目標は妥当である。
・派遣の効果も測るべきである。
政策評価を行う過程において使用した資料その他の情報\t○ 年次報告
○ 派遣の記録

担当部局名\t港湾局\t政策評価実施時期\t令和5年8月
"""


@pytest.fixture
def records(read_with):
    return read_with(read_standard_sheet, SHEET).records


def of(kind, records):
    return [record for record in records if isinstance(record, kind)]


def test_header_fields_and_passages(records):
    fields = {(field.key, field.value) for field in of(SheetField, records)}
    assert fields >= {
        ("様式名", "令和4年度実施施策に係る政策評価書"),
        ("様式番号", "国土省R4-7"),
        ("施策名", "港湾の国際協力の推進"),
        ("施策の概要", "港湾の安全に関する協力を広げる。 職員を育てる。"),
        ("達成すべき目標", "協力の定着"),
        ("施策に関係する内閣の重要政策", "国際協力計画"),
        ("測定指標", "職員の派遣"),
        ("施策の分析(1)", "・往来が増えた。"),
        ("施策の分析(2)", "・3か国へ派遣した。"),
        ("次期目標等への反映の方向性", "派遣先を広げる。"),
        ("政策評価を行う過程において使用した資料その他の情報", "年次報告"),
        ("政策評価を行う過程において使用した資料その他の情報", "派遣の記録"),
        ("担当部局名", "港湾局"),
        ("政策評価実施時期", "令和5年8月"),
        ("注", "※ 下段の<>は総額に含まない。"),
    }


def test_rating_with_its_grounds(records):
    overall = next(rating for rating in of(Rating, records) if rating.subject is None)
    assert (overall.scheme, overall.scale_value, overall.label) == (
        "各行政機関共通区分",
        2,
        "目標達成",
    )
    assert overall.reason == "派遣が目標の数に達したため。\nすべて達成した。"
    assert overall.evidence.text == "②目標達成"


def test_marks_of_the_indicators(records):
    marks = [(i.number, i.name, i.mark) for i in of(Indicator, records)]
    assert marks == [("1", "要人の往来", "2"), ("2", "職員の派遣", "4")]
    rated = [(r.subject, r.scale_value) for r in of(Rating, records) if r.subject]
    assert rated == [("要人の往来", 2), ("職員の派遣", 4)]


def test_remarks_of_the_experts(records):
    assert [opinion.value for opinion in of(Opinion, records)] == [
        "目標は妥当である。",
        "派遣の効果も測るべきである。",
    ]


def test_outside_figures_complete_the_row_above_them(records):
    lines = [
        (line.item, str(line.fiscal_year), line.printed, line.amount_yen, line.outside_total)
        for line in of(BudgetLine, records)
    ]
    assert lines == [
        ("当初予算(a)", "2021", "1,200", 1_200_000, False),
        ("当初予算(a)", "2022", "1,300", 1_300_000, False),
        ("当初予算(a)", "2023", "△5", -5_000, False),
        ("当初予算(a)", "2021", "<40>", 40_000, True),
        ("当初予算(a)", "2022", "<50>", 50_000, True),
        ("当初予算(a)", "2023", "-", None, True),
        ("補正予算(b)", "2022", "10", 10_000, False),
        ("執行額", "2021", "1,100", 1_100_000, False),
    ]


def test_a_table_without_outside_figures_keeps_its_rows(read_with):
    text = SHEET.replace("<40>", "40").replace("<50>", "50")
    lines = of(BudgetLine, read_with(read_standard_sheet, text).records)
    assert [line.item for line in lines] == [
        *["当初予算(a)"] * 3,
        *["補正予算(b)"] * 3,
        "繰越し等(c)",
        "執行額",
    ]
    assert not any(line.notes for line in lines)
    dash = next(line for line in lines if line.printed == "-")
    assert (dash.amount_yen, dash.absence) == (None, "dash")


def test_a_table_without_a_unit_is_left_over(read_with):
    found = read_with(read_standard_sheet, SHEET.replace("(千円)", ""))
    assert of(BudgetLine, found.records) == []
    assert [item.reason for item in found.leftovers] == ["table_header_unresolved"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "施策名\t港湾の協力\n",
        "個別分野1 港湾\n測定指標1-1 派遣\n施策名\tA\n施策の概要\tB\n達成すべき目標\tC\n",
        "施策の概要を述べる。担当部局名は省く。施策名も省く。\n",
    ],
    ids=["empty", "one key", "numbered form", "running text"],
)
def test_other_texts_are_not_read(text, read_with):
    found = read_with(read_standard_sheet, text)
    assert not found.records
    assert not found.leftovers


def test_every_amount_is_the_printed_one_in_its_unit(records):
    for line in of(BudgetLine, records):
        if line.amount_yen is not None:
            digits = line.printed.strip("<>△").replace(",", "")
            assert abs(Decimal(line.amount_yen)) == Decimal(digits) * 1000


def test_fields_stand_in_order_of_their_keys(records):
    starts = [f.evidence.start for f in of(SheetField, records) if f.rule.endswith(".cell")]
    assert all(before < after for before, after in pairwise(starts))
