"""What looks like an activity in prose and is none, and documents that are no prose."""

import time
from typing import Any

import pytest

from renkei.core.extract.narrative import read_narrative
from renkei.core.extract.narrative.family import applies
from tests.core.extract.conftest import Reader

HEAD = "(1)ペルー\n2011年4月、日ペルー防衛相会談を実施した。\n\n"

NOTHING = [
    "2031年3月、両国は、次官級協議を開催することで一致した。",
    "2031年3月の白書は、共同訓練の重要性について述べている。",
    "2031年3月に改正した規則は、能力構築支援の推進に関する指針である。",
    "2031年3月、防衛装備庁は、ペルー国防省との間で修理に関する契約を締結した。",
    "同社は、2031年3月から新型の輸送機を製造している。",
    "2031年3月の政変後、防衛大臣がペルーを訪問した。",
    "(以上2031年から)に、会合を開催している国が並ぶ。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_took_place(read_with: Reader, sentence: str) -> None:
    found = read_with(read_narrative, HEAD + sentence + "\n")
    assert [str(record.start) for record in found.records] == ["2011-04"]


def test_what_was_not_read_is_left_over(read_with: Reader) -> None:
    found = read_with(read_narrative, HEAD + NOTHING[0] + "\n")
    assert [leftover.reason for leftover in found.leftovers] == ["event_not_understood"]


def test_an_event_that_cannot_be_dated_is_left_over(read_with: Reader) -> None:
    found = read_with(read_narrative, HEAD + "昨年12月、海幕長がペルーを訪問した。\n")
    assert [str(record.start) for record in found.records] == ["2011-04"]
    assert [leftover.reason for leftover in found.leftovers] == ["date_not_understood"]


def test_boxes_in_the_polite_style_do_not_count(read_with: Reader) -> None:
    text = (
        HEAD + "連絡官の声\n\n私は、2031年1月から、陸上総隊で勤務しています。\n"
        "同年5月には、日ペルー共同訓練に参加しました。\n\n"
        "2032年2月、日ペルー防衛相電話会談を行った。\n"
    )
    found = read_with(read_narrative, text)
    assert [str(record.start) for record in found.records] == ["2011-04", "2032-02"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ただの文章である。",
        "測定指標1-1 会談の実施\n2031年2月、日ペルー防衛相会談を実施した。\n",
        "事前分析表\n2031年2月、日ペルー防衛相会談を実施した。\n",
    ],
)
def test_other_documents_are_left_alone(read_with: Reader, text: str) -> None:
    assert not applies(text)
    assert not read_with(read_narrative, text).records


HOSTILE = [
    "2031年2月、",
    "同年5月、8月及び10月、",
    "「2+2」及び防衛相会談、",
    "日米豪印韓",
    "統幕長は同年7月、司令官と、",
    "署名し、",
    "(",
    "「",
    "覚書に関する協定の署名が行われ、",
    "を訪問し、",
    "A",
    "\n\n1 チリ\n",
    "ます。\n\n",
    " ",
    "1\t2031年2月、日チリ防衛相会談を実施した。\n",
    "2031年2月、日チリ防衛相会談を実施した。",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_long_strange_text_takes_time_in_proportion(read_with: Reader, unit: str) -> None:
    def seconds(length: int) -> float:
        text = HEAD + unit * (length // len(unit))
        start = time.process_time()
        read_with(read_narrative, text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(8_000), seconds(32_000)
    assert long < 8 * short + 0.5


def test_same_text_same_records(read_with: Reader) -> None:
    first, second = (read_with(read_narrative, HEAD) for _ in range(2))
    kinds: Any = [record.kind for record in first.records]
    assert kinds == ["meeting"]
    assert first.records == second.records
