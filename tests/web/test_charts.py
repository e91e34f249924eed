"""Charts: round axes, escaped words, and a description for those who do not see them."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from renkei.web.charts import (
    Bar,
    BudgetYear,
    Lane,
    Mark,
    Marked,
    MarkRow,
    Point,
    Series,
    budget_bars,
    marks_matrix,
    small_bars,
    stacked_bars,
    target_chart,
    timeline,
)
from renkei.web.charts.marks import shade
from renkei.web.charts.scale import ticks_between, ticks_from_zero
from renkei.web.charts.standalone import stylesheet
from renkei.web.charts.svg import element, number
from renkei.web.charts.words import width_of, wrapped

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


def test_marks_are_told_by_letter_and_darkness_and_wrap_in_their_column() -> None:
    boxes = [Marked(f"1-{n}", "a", f"指標{n}: a", primary=n == 1) for n in range(1, 12)]
    chart = marks_matrix(
        "評定", ["令和2", "令和3"], [MarkRow("1 " + "長い名前の分野" * 9, [boxes, []])], "説明"
    )
    assert chart.count("mark-2") == len(boxes)
    assert chart.count('class="ring"') == 1
    assert len(set(re.findall(r'<rect x="([\d.]+)"[^>]*class="mark mark-2"', chart))) < len(boxes)
    assert "…" in chart
    assert 'role="img"' in chart
    assert [shade(mark) for mark in ("s", "A", "b", "1", "5", "未", "")] == [1, 2, 3, 1, 5, 0, 0]


def test_a_mark_that_is_not_printed_is_no_mark() -> None:
    chart = marks_matrix(
        "評定", ["令和3"], [MarkRow("1", [[Marked("1-1", "", "x", href="/p")]])], ""
    )
    assert "mark-none" in chart
    assert 'role="group"' in chart


def test_budget_bars_tell_zero_from_nothing() -> None:
    assert budget_bars("金額", [BudgetYear("令和3", absent="－")], description="") is None
    years = [
        BudgetYear("令和2", 0, 0, below="0%"),
        BudgetYear("令和3", 120, None, whole=False),
        BudgetYear("令和4", absent="記載なし"),
    ]
    chart = budget_bars("金額", years, description="")
    assert chart is not None
    assert chart.count(">0</text>") == 3  # the axis, and two amounts
    assert chart.count("budget--part") == 1
    assert "記載なし" in chart


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60))
def test_wrapped_words_fit_and_lose_nothing_they_have_room_for(words: str) -> None:
    lines = wrapped(words, 100, 12, 3)
    assert len(lines) <= 3
    assert all(width_of(line, 12) <= 100 for line in lines)
    if not lines or not lines[-1].endswith("…"):
        assert "".join(lines) == words


def test_words_break_at_a_space_before_they_break_a_word() -> None:
    assert wrapped("Security co-operation abroad", 100, 12, 3) == [
        "Security",
        "co-operation",
        "abroad",
    ]


def test_the_style_of_a_file_needs_no_page() -> None:
    style = stylesheet()
    assert "var(" not in style
    assert ".chart .mark-1 { fill: #000060; }" in style
    assert "<" not in style
