"""A table that is broken in places yields what is sound, names what is not, and keeps both values."""

from __future__ import annotations

from renkei.core.pipeline import read
from renkei.core.records.types import Activity, IndicatorValue
from renkei.readers.registry import read_bytes

LIST = """令和4年度から令和5年度までの実施施策に係る政策評価書
（見本省4～5-⑫）
施策名\t南方との交流
測定指標\t1 ハイレベルの交流
●令和4年度の交流実績
＜チリ＞
防衛相電話会談（8月）、防衛相会談（13月）及び統幕長チリ訪問（2月）
"""
VALUES = """施策名 北方の国々との協力
個別分野１ 協力の推進
測定指標１－１ 協議の回数
\t令和３年度\t\t令和４年度
\t年度目標値\t実績値\t年度目標値\t実績値
\t５回\t６回\t７回\t八百屋
"""
TWICE = """施策名 北方の国々との協力
個別分野１ 協力の推進
測定指標１－１ 協議の回数
\t令和３年度\t令和３年度
\t実績値\t実績値
\t５回\t６回
"""


def test_sound_entries_stand_beside_one_that_no_calendar_has() -> None:
    reading = read(read_bytes("a.txt", LIST.encode()))
    dates = [str(r.start) for r in reading.records if isinstance(r, Activity) and r.start]
    assert dates == ["2022-08", "2023-02"]
    told = [r for r in reading.records if isinstance(r, Activity) and r.start is None]
    named = [left.evidence.text for left in reading.leftovers] + [r.evidence.text for r in told]
    assert any("13月" in words for words in named)


def test_sound_cells_stand_beside_one_that_is_no_figure() -> None:
    reading = read(read_bytes("a.txt", VALUES.encode()))
    values = [str(r.value) for r in reading.records if isinstance(r, IndicatorValue) and r.value]
    assert values == ["5", "6", "7"]
    rest = [left.evidence.text for left in reading.leftovers]
    rest += [
        r.evidence.text for r in reading.records if isinstance(r, IndicatorValue) and not r.value
    ]
    assert any("八百屋" in words for words in rest)


def test_two_values_where_one_belongs_are_both_kept() -> None:
    reading = read(read_bytes("a.txt", TWICE.encode()))
    told = [
        (r.kind, str(r.fiscal_year and r.fiscal_year.start), str(r.value))
        for r in reading.records
        if isinstance(r, IndicatorValue)
    ]
    assert told == [("actual", "2021", "5"), ("actual", "2021", "6")]
