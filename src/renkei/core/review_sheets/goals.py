"""Targets and results (3-1): each indicator of a project in four rows, one column a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from renkei.core.review_sheets.layouts import YEARS
from renkei.core.review_sheets.table import Row, Table

NUMBER = "アクティビティ・アウトプット・アウトカムの番号"
LEVEL = "種別（アクティビティ・アウトプット・アウトカム）"
_TEXTS = {
    "period": "アウトカムの期間",
    "measure": "成果目標の種類",
    "goal": "アクティビティ／活動目標／成果目標",
    "indicator": "活動指標／成果指標",
    "unit": "単位",
    "direction": "改善の上向き／下向き",
    "source": "成果実績及び目標値の根拠として用いた統計・データ名（出典）",
    "why_qualitative": "定性的なアウトカム目標を設定している理由",
    "result": "定性的なアウトカムに関する成果実績",
}
_KIND = "目標年度／目標値／実績値／達成率"
_KINDS = {
    "target_years": "1.目標年度",
    "targets": "2.目標値",
    "actuals": "3.実績値",
    "rates": "4.達成率",
}
Series = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Goal:
    """One activity, output or outcome of a project with its series by fiscal year.

    Values stay the text of the file: a dash is not zero, and words occur. ``lines`` are those of
    its rows.
    """

    project_id: str
    project_name: str
    review_year: str
    number: str
    level: str
    period: str = ""
    measure: str = ""
    goal: str = ""
    indicator: str = ""
    unit: str = ""
    direction: str = ""
    source: str = ""
    why_qualitative: str = ""
    result: str = ""
    target_years: Series = field(default_factory=dict)
    targets: Series = field(default_factory=dict)
    actuals: Series = field(default_factory=dict)
    rates: Series = field(default_factory=dict)
    lines: tuple[int, ...] = ()


def read_goals(table: Table) -> tuple[Goal, ...]:
    """Indicators in the order of the file; rows of one indicator need not stand together.

    A kind of row that the file tells twice for an indicator starts an indicator of its own.
    """
    together: dict[tuple[str, ...], list[list[Row]]] = {}
    for row in table.rows:
        key = (row["予算事業ID"], row[NUMBER], row[LEVEL], row[_TEXTS["indicator"]])
        sets = together.setdefault(key, [[]])
        if any(row[_KIND] == other[_KIND] for other in sets[-1]):
            sets.append([])
        sets[-1].append(row)
    goals = (_goal(rows) for sets in together.values() for rows in sets)
    return tuple(sorted(goals, key=lambda goal: goal.lines[0]))


def goal_rows(goals: Iterable[Goal]) -> Iterator[dict[str, str]]:
    """Four rows for each indicator, for :func:`~renkei.core.review_sheets.table.write_table`."""
    for goal in goals:
        common = {
            "シート種別": "レビューシート",
            "事業年度": goal.review_year,
            "予算事業ID": goal.project_id,
            "事業名": goal.project_name,
            NUMBER: goal.number,
            LEVEL: goal.level,
            **{head: getattr(goal, name) for name, head in _TEXTS.items()},
        }
        for name, kind in _KINDS.items():
            series = getattr(goal, name)
            yield common | {_KIND: kind} | {str(year): text for year, text in series.items()}


def _goal(rows: list[Row]) -> Goal:
    first = rows[0]
    texts: dict[str, Any] = {name: first[head] for name, head in _TEXTS.items()}
    series: dict[str, Any] = {
        name: _series(row) for row in rows for name, kind in _KINDS.items() if row[_KIND] == kind
    }
    return Goal(
        project_id=first["予算事業ID"],
        project_name=first["事業名"],
        review_year=first["事業年度"],
        number=first[NUMBER],
        level=first[LEVEL],
        **texts,
        **series,
        lines=tuple(row.line for row in rows),
    )


def _series(row: Row) -> dict[int, str]:
    return {year: text for year in YEARS if (text := row[str(year)])}
