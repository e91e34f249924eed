"""Directives: issue and amendments, articles and items, what they are for."""

import time

import pytest

from renkei.core.extract.directive import read_directive
from renkei.core.records import Provision
from renkei.core.values import PartialDate
from tests.core.extract.conftest import Reader

TEXT = """防 協 第 8 1 2 号
3 0 . 5 . 9
防 協 第 4 4 号
一 部 改 正 2 . 4 . 1

海洋協力の基本方針について（通達）

## 目次

- 1 趣旨
  - (1) 背景

## 1 趣旨

### (1) 背景

平成28年以降、海上の協力は広がっている。

協力は長く続

くものとする。

## 2 海洋協力の意義・目的

（1）信頼の醸成

互いを知ることである。

(ア) 対話

① 年次の会合

毎年開く。

## 3 海洋協力の手段

○ 艦艇の訪問

- 留学生の交換
  - ・ 士官候補生

## 4 考慮事項

以下の2つの要素を考慮する。

①関心の程度

②地域への影響

## 5 留意事項

(1) 情報の保全

規則を守る。
"""


def provisions(read_with: Reader, text: str) -> list[Provision]:
    return [each for each in read_with(read_directive, text).records if isinstance(each, Provision)]


def test_issue_and_amendment_with_their_eras(read_with: Reader) -> None:
    issued, amended = provisions(read_with, TEXT)[:2]
    assert (issued.role, issued.reference, issued.date) == (
        "issued",
        "防協第812号",
        PartialDate(2018, 5, 9),
    )
    assert (amended.role, amended.date) == ("amended", PartialDate(2020, 4, 1))
    assert amended.notes == ("year_inferred",)


def test_articles_and_what_they_are_for(read_with: Reader) -> None:
    rows = [(each.number, each.title, each.role) for each in provisions(read_with, TEXT)[2:]]
    assert rows == [
        ("1", "趣旨", "article"),
        ("1(1)", "背景", "article"),
        ("2", "海洋協力の意義・目的", "article"),
        ("2(1)", "信頼の醸成", "purpose"),
        ("2(1)(ア)", "対話", "purpose"),
        ("2(1)(ア)①", "年次の会合", "purpose"),
        ("3", "海洋協力の手段", "article"),
        ("3", "艦艇の訪問", "means"),
        ("3", "留学生の交換", "means"),
        ("4", "考慮事項", "article"),
        ("4①", "関心の程度", "factor"),
        ("4②", "地域への影響", "factor"),
        ("5", "留意事項", "article"),
        ("5(1)", "情報の保全", "consideration"),
    ]


def test_the_body_of_an_article_is_joined(read_with: Reader) -> None:
    background = next(each for each in provisions(read_with, TEXT) if each.number == "1(1)")
    assert background.text == "平成28年以降、海上の協力は広がっている。\n協力は長く続くものとする。"


@pytest.mark.parametrize("text", ["", "1 章\n本文である。\n", "防協第1号に基づく会議\n1 章\n"])
def test_other_documents_are_left_alone(read_with: Reader, text: str) -> None:
    assert not provisions(read_with, text)


@pytest.mark.parametrize(
    "unit", ["1 ", "(1)", "①", "- ", "○", "3.5.9\n", "第1号", "あ", "\n1 章\n"]
)
def test_long_strange_text_takes_time_in_proportion(read_with: Reader, unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        read_with(read_directive, TEXT + unit * (length // len(unit)))
        return time.process_time() - start

    short, long = seconds(8_000), seconds(64_000)
    assert long < 16 * short + 0.5
