"""Charts: round axes, escaped words, and a description for those who do not see them."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from renkei.web.charts import (
    Bar,
    Lane,
    Mark,
    Point,
    Series,
    small_bars,
    stacked_bars,
    target_chart,
    timeline,
)
from renkei.web.charts.scale import ticks_between, ticks_from_zero
from renkei.web.charts.svg import element, number

EVIL = '"><script>alert(1)</script>'


@given(st.integers(0, 10_000_000))
def test_ticks_from_zero_start_at_zero_and_reach_the_maximum(maximum: int) -> None:
    ticks = ticks_from_zero(maximum)
    assert ticks[0] == 0
    assert ticks[-1] >= maximum
    assert 2 <= len(ticks) <= 8
    assert all(tick == int(tick) for tick in ticks)


@given(st.lists(st.floats(-1e9, 1e9).map(lambda v: round(v, 3)), min_size=1, max_size=8))
def test_ticks_between_hold_all_values(values: list[float]) -> None:
    ticks = ticks_between(values)
    slack = 1e-6 * max(1.0, *map(abs, values))
    assert ticks[0] <= min(values) + slack
    assert ticks[-1] >= max(values) - slack
    assert list(ticks) == sorted(set(ticks))


def test_numbers_are_short() -> None:
    assert number(12.0) == "12"
    assert number(12.345) == "12.3"


@given(st.text())
def test_words_cannot_become_markup(words: str) -> None:
    made = element("text", words, aria_label=words)
    inside = re.fullmatch(r'<text aria-label="([^"<>]*)">([^<>]*)</text>', made, re.DOTALL)
    assert inside


def test_small_bars_link_and_speak() -> None:
    bars = [Bar("令和3", "令和3年度: 12件", 12, "/activities/?year=2021"), Bar("令和4", EVIL, 0)]
    chart = small_bars("訪問", bars, highest=12)
    assert 'href="/activities/?year=2021"' in chart
    assert "令和3年度: 12件" in chart
    assert "<script" not in chart
    assert 'role="group"' in chart


def test_a_chart_without_links_is_one_image() -> None:
    assert 'role="img"' in small_bars("訪問", [Bar("令和3", "0件", 0)], highest=0)


def test_stacked_bars_show_totals() -> None:
    series = [Series("甲", 1, [3, 0], ["/a", "/b"]), Series("乙", 2, [4, 5], ["/c", "/d"])]
    chart = stacked_bars("件数", ["令和3", "令和4"], series)
    assert ">7<" in chart
    assert 'href="/a"' in chart
    assert 'href="/b"' not in chart  # nothing to open


def test_target_chart_leaves_gaps_open_and_needs_a_number() -> None:
    assert target_chart("指標", [Point("令和3")], description="") is None
    points = [Point("令和2", 80.2, 79), Point("令和3"), Point("令和4", 81)]
    chart = target_chart("指標", points, description="", mid_term=82)
    assert chart is not None
    path = re.search(r'd="(M[^"]*)" class="actual-line"', chart)
    assert path
    assert path[1].count("M") == 2
    assert chart.count('class="target"') == 1
    assert chart.count('class="mid-term"') == 1


def test_timeline_draws_a_day_as_a_dot_and_a_year_as_a_bar() -> None:
    day, year = date(2018, 5, 3), date(2018, 1, 1)
    marks = [Mark(day, day, "会談", "/1"), Mark(year, date(2018, 12, 31), "訓練", "/2")]
    chart = timeline("年表", [Lane("部隊", 3, marks)], "2件")
    assert chart.count("<circle") == 1
    assert chart.count("<rect") == 1


def test_no_chart_carries_inline_style() -> None:
    chart = stacked_bars("件数", ["令和3"], [Series("甲", 1, [3], ["/a"])])
    assert "style=" not in chart
