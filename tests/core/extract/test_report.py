"""Facts of a report that are no activities: relations, references, figures, numbers."""

from __future__ import annotations

import time
from typing import Any

import pytest

from renkei.core.extract.report import read_report
from renkei.core.extract.report.figures import line_partners
from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document
from renkei.core.vocabulary import load

REPORT = """2 \t各国との防衛協力・交流\t各国との防衛協力・交流

1　ペルー

（1）ペルーとの協力の意義など
ペルーは、太平洋を挟んで向き合う国であり、わが国の「包括的パートナー」である。2031年4月の首脳会談では、両国関係を「戦略的パートナーシップ」へと格上げすることで一致した。同会談後、2032年5月以降、計7回、実務者協議が行われた。

資料51（最近の日ペルー防衛協力・交流の主要な実績（過
去5年間））
資料52（演習の一覧）

2　欧州諸国

ポーランドとの間では、2033年6月、士官約12名を招へいした。チェコ、スロバキア及びわが国の3か国で会合を開いた。これまで日チェコ戦略的パートナーシップ対話を重ねている。

図表Ⅱ-2-1-4 次官級の往来（2031.4～2032.3）

3 回以上
1 回

ペルー
チリ ポーランド
メキシコ
国旗の意味は次のとおりで、順は
カナダ

3　自由で開かれたインド太平洋（FOIP）

（1）FOIPの推進に向けて協働する国々
チリやメキシコに対しては、人の往来を広げている。
"""


def records(text: str, kind: str = "") -> list[dict[str, Any]]:
    """What is read from ``text``, of one type if asked."""
    document = Document(DocumentRef("report.txt", "0" * 64), text)
    reading = read(document, readers=((read_report, "white_paper"),))
    for record in reading.records:
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    return [row for row in to_json_all(reading.records) if kind in ("", row["type"])]


def facts(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row.get(name) for name in names) for row in rows]


def test_names_of_a_relation_with_the_date_they_were_given() -> None:
    rows = [r for r in records(REPORT, "partner_profile") if r["aspect"] == "relationship"]
    assert facts(rows, "partner", "value", "since") == [
        ("PER", "包括的パートナー", None),
        ("PER", "戦略的パートナーシップ", "2031-04"),
    ]


def test_groups_under_foip_come_from_the_heading() -> None:
    rows = [r for r in records(REPORT, "partner_profile") if r["aspect"] == "foip_group"]
    assert facts(rows, "partner", "group") == [
        ("CHL", "working_together"),
        ("MEX", "working_together"),
    ]
    assert rows[0]["value"] == "FOIPの推進に向けて協働する国々"
    assert rows[0]["notes"] == ["group_from_heading"]


def test_references_go_over_lines_and_name_their_partners() -> None:
    rows = records(REPORT, "reference")
    assert facts(rows, "label", "title", "partners", "notes") == [
        ("資料51", "最近の日ペルー防衛協力・交流の主要な実績(過去5年間)", ["PER"], []),
        ("資料52", "演習の一覧", ["PER"], ["partner_from_heading"]),
    ]


def test_partners_of_a_figure_up_to_the_text_behind() -> None:
    rows = records(REPORT, "listed_partner")
    assert [row["partner"] for row in rows] == ["PER", "CHL", "POL", "MEX"]
    assert facts(rows[:1], "figure", "title", "start", "end") == [
        ("図表Ⅱ-2-1-4", "次官級の往来(2031.4～2032.3)", "2031-04", "2032-03")
    ]
    document = Document(DocumentRef("report.txt", "0" * 64), REPORT)
    [legend] = read(document, readers=((read_report, "white_paper"),)).leftovers
    assert (legend.reason, legend.evidence.text) == ("legend_not_tied", "3 回以上\n1 回")


def test_a_line_with_anything_else_lists_no_partner() -> None:
    words = load()
    assert [m.entry.code for m in line_partners("チリ、ペルー及びメキシコ", words)] == [
        "CHL", "PER", "MEX",
    ]  # fmt: skip
    assert line_partners("チリの港", words) == []
    assert line_partners("港", words) == []


def test_numbers_with_what_they_count_and_since_when() -> None:
    rows = records(REPORT, "total")
    assert facts(rows, "number", "unit", "qualifier", "partners", "start", "end") == [
        (7, "回", "計", ["PER"], "2032-05", None),
        (12, "名", "約", ["POL"], "2033-06", "2033-06"),
        (3, "か国", None, ["CZE", "SVK", "JPN"], None, None),
    ]
    assert facts(rows, "subject")[1] == ("士官",)


def counts(sentence: str) -> list[tuple[Any, ...]]:
    text = f"2　多国間の取組\n\n2031年4月、会合を開いた。{sentence}\n"
    return facts(records(text, "total"), "number", "unit", "printed", "subject")


def test_numbers_side_by_side_count_the_same() -> None:
    assert counts("実施した招へいは、6か国・1機関9件、延べ1,240名であった。") == [
        (6, "か国", "6か国", "実施した招へい"),
        (1, "機関", "1機関", "実施した招へい"),
        (9, "件", "9件", "実施した招へい"),
        (1240, "名", "延べ1,240名", "実施した招へい"),
    ]


def test_a_number_before_its_list_and_a_vague_one() -> None:
    assert counts("軍を持つ三か国であるチリ（CHL）、ペルー及びメキシコが集まった。") == [
        (3, "か国", "三か国", "チリ(CHL)、ペルー及びメキシコ")
    ]
    assert counts("シンポジウムには、2026年現在、27か国と1機関が参加している。") == [
        (27, "か国", "27か国", "シンポジウム"),
        (1, "機関", "1機関", "シンポジウム"),
    ]
    assert counts("約40の国や地域の軍、海上保安機関などの長と議論した。") == [
        (40, "国や地域", "約40の国や地域", "軍、海上保安機関などの長")
    ]
    assert counts("参加国は数十か国に上った。") == [(None, "か国", "数十か国", "参加国")]


def test_what_counts_nothing() -> None:
    for sentence in (
        "第3回の協議を2年に1回開く。",
        "5年ぶり3回目の訓練である。",
        "日米豪4か国局長級会合の枠組みがある。",
    ):
        assert counts(sentence) == []


def test_sheets_and_other_texts_are_passed_by() -> None:
    assert records("施策名 防衛協力・交流\n" + REPORT) == []
    assert records("1　庭\n\n2031年4月、バラの花が咲いた。計7回、水をやった。\n") == []


HOSTILE = {
    "brackets": "9か国（" * 5_000,
    "items": "のもとに、" + "①あい" * 7_000,
    "names with short forms": "、ああ会合" * 5_000 + "(AB:",
    "fields": "ああ、" * 7_000 + "の3つの専門家会合",
    "programmes": "チリに対する" * 3_000 + "能力構築支援",
    "chairs": "議長国であった" * 3_000,
    "agreements": "日豪協定" * 5_000,
    "labels": "戦略的" * 8_000 + "国",
    "lists": "、チリ及び" * 5_000 + "の3か国",
    "marks": "チリ12が" * 5_000,
    "references": "資料1（" + "（" * 200 + "\n" + "資料2（あ（い" * 2_000,
    "cells": "a\t" * 10_000,
    "nouns": "一" * 20_000 + "12名",
    "caption": "表1 " + "　" * 20_000 + "あ",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_long_hostile_line_takes_no_longer_than_its_length(line: str) -> None:
    text = f"1　能力構築支援\n\n2031年4月、会合を開いた。\n{line}\n\nチリとの間では、{line}。\n"
    begin = time.perf_counter()
    records(text)
    assert time.perf_counter() - begin < 3
