"""Activities that the progress of an evaluation sheet tells, below the target of a year."""

from typing import Any

import pytest

from renkei.core.extract.narrative import read_progress
from tests.core.extract.conftest import Reader
from tests.core.extract.told import told

SHEET = """
令和13年度事前分析表（モニタリング）

個別分野 1 対話の推進

測定指標 {number} 対話の進展 *

中期目標（--年度）

対話を続ける。

令和12年度目標

- 1 首脳及び外相の会談を行う。

施策の進捗状況・実績

{progress}

令和13年度目標

- 1 首脳及び外相の会談を続ける。
"""


@pytest.fixture
def progress(read_with: Reader) -> Any:
    """Read the progress of fiscal 2030 below indicator 1-1."""

    def read(text: str) -> Any:
        return read_with(read_progress, SHEET.format(number="1-1", progress=text))

    return read


def test_months_are_those_of_the_fiscal_year_and_partners_those_of_the_heading(
    progress: Any,
) -> None:
    found = progress(
        "- 1 日米間の協力関係の進展\n"
        "首脳間では、8月の総理大臣と大統領の電話会談や、2月の総理大臣と大統領の電話会談など、"
        "対話を重ねた。"
    )
    assert told(found, "start", "level", "mode", "title") == [
        ("2030-08", "summit", "phone", "日米首脳電話会談"),
        ("2031-02", "summit", "phone", "日米首脳電話会談"),
    ]
    assert {record.partners for record in found.records} == {("USA",)}
    assert {record.section for record in found.records} == {"1-1"}
    assert {str(record.fiscal_year) for record in found.records} == {"2030"}


def test_a_day_alone_is_of_the_month_before_and_what_happens_meanwhile_is_no_talk(
    progress: Any,
) -> None:
    found = progress(
        "- 1 日米間の協力関係の進展\n"
        "令和13年1月20日に大統領が就任すると、25日に外務大臣とペレス国務長官が、26日に総理大臣と"
        "大統領が、それぞれ初めての電話会談を行った。"
    )
    assert told(found, "start", "level") == [
        ("2031-01-25", "foreign_minister"),
        ("2031-01-26", "summit"),
    ]


def test_each_partner_has_the_month_behind_its_name(progress: Any) -> None:
    found = progress("- 1 サモアとは8月に対面で、トンガとは11月にオンラインで外相会談を行った。")
    assert told(found, "start", "partners", "mode") == [
        ("2030-08", ("WSM",), "in_person"),
        ("2030-11", ("TON",), "video"),
    ]


def test_what_an_earlier_year_agreed_keeps_its_year(progress: Any) -> None:
    found = progress(
        "- 1 平成30年4月の日米首脳会談を踏まえ、7月に第3回日米サイバー対話を開催した。"
    )
    assert told(found, "start", "title") == [
        ("2018-04", "日米首脳会談"),
        ("2030-07", "第3回日米サイバー対話"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "令和13年3月まで延長した上で、令和12年度の研修を準備した。",  # how long, not when
        "平成27年4月に公表した指針に基づき、日米共同訓練を実施した。",  # the date of the text
        "4月以降会合を開催した。",  # nobody knows which
        "首脳間で4回会談を行った。",  # a number, not an occurrence
    ],
)
def test_no_occurrence_is_made_of(progress: Any, words: str) -> None:
    assert progress(f"- 1 {words}").records == []


def test_the_foremost_of_several_is_dated_and_the_others_are_not(progress: Any) -> None:
    found = progress("- 1 8月に開催されたARF閣僚会合を始め、各分野の会期間会合に出席した。")
    assert told(found, "start", "title") == [("2030-08", "ARF閣僚会合")]


def test_numbers_of_items_and_dates_at_their_head_are_told_apart(progress: Any) -> None:
    found = progress(
        "- 1 会談を行った。\n- 2 「見本会議」第3回会合を11月に長崎で開催した。\n"
        "- 3 8月 24 日から 26 日にかけて、第2回日豪フォーラムを開催した。"
    )
    assert told(found, "start", "title") == [
        ("2030-11", "「見本会議」第3回会合"),
        ("2030-08-24", "第2回日豪フォーラム"),
    ]


def test_the_progress_of_no_sheet_is_nothing(read_with: Reader) -> None:
    assert read_with(read_progress, "8月に日米首脳会談を行った。").records == []
