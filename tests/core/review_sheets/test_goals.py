"""Targets and results of the review data, one indicator in four rows."""

from __future__ import annotations

from dataclasses import replace

from renkei.core.review_sheets.goals import Goal, goal_rows, read_goals
from renkei.core.review_sheets.layouts import GOALS
from renkei.core.review_sheets.table import read_table, write_table

GOAL = Goal(
    project_id="7001",
    project_name="見本の訓練事業",
    review_year="2025",
    number="1-2",
    level="アウトカム",
    period="1.短期",
    measure="定量的",
    goal="見本国との連携を深める",
    indicator="訓練の回数",
    unit="回",
    direction="上向き",
    source="部内の統計",
    target_years={2024: "1"},
    targets={2023: "4", 2024: "5"},
    actuals={2023: "0", 2024: "-"},
    rates={2023: "0"},
)


def test_the_layout_has_the_published_number_of_columns() -> None:
    assert len(GOALS.heads) == 82
    assert GOALS.file_name(2025) == "3-1_RS_2025_効果発現経路_目標・実績.csv"


def test_four_rows_are_one_indicator_and_zero_is_no_dash() -> None:
    data = write_table(GOALS, goal_rows([GOAL]))
    table = read_table(data, "3-1.csv")
    assert (table.layout, len(table.rows), table.drifts) == (GOALS, 4, ())
    (goal,) = read_goals(table)
    assert goal.lines == (2, 3, 4, 5)
    assert replace(goal, lines=()) == GOAL
    assert write_table(GOALS, goal_rows([goal])) == data


def test_indicators_of_one_name_stay_two() -> None:
    goals = read_goals(read_table(write_table(GOALS, goal_rows([GOAL, GOAL])), "3-1.csv"))
    assert [goal.lines for goal in goals] == [(2, 3, 4, 5), (6, 7, 8, 9)]


def test_rows_apart_are_put_together_by_number_level_and_name() -> None:
    other = replace(GOAL, number="1-3", level="アウトプット", targets={2024: "9"})
    rows = list(goal_rows([GOAL, other]))
    mixed = write_table(GOALS, rows[::2] + rows[1::2])
    goals = read_goals(read_table(mixed, "3-1.csv"))
    assert [(goal.number, dict(goal.targets)) for goal in goals] == [
        ("1-2", {2023: "4", 2024: "5"}),
        ("1-3", {2024: "9"}),
    ]
