"""More spent than the budget of the year.

1. A budget table gives for one year the total, or where there is none the initial budget, and the
   amount executed.
2. The amount executed is larger than the budget.
"""

from __future__ import annotations

from renkei.core.checks.budget import EXECUTED, PARTS, TOTAL, Column, columns
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import budget
from renkei.core.checks.subject import Subject
from renkei.core.records import BudgetLine


def _check(subject: Subject) -> Verdict:
    pairs = [pair for column in columns(subject) if (pair := _pair(column)) is not None]
    wrong = (_problem(*pair) for pair in pairs if _yen(pair[1]) > _yen(pair[0]))
    return fails(len(pairs), wrong, _NONE)


def _pair(column: Column) -> tuple[BudgetLine, BudgetLine] | None:
    """The budget of the year and what was executed."""
    executed = column.row(EXECUTED)
    rows = (column.row(TOTAL), column.row(PARTS[0]))
    given = next((row for row in rows if row is not None and row.amount_yen is not None), None)
    if given is None or executed is None or executed.amount_yen is None:
        return None
    return given, executed


def _yen(line: BudgetLine) -> int:
    assert line.amount_yen is not None  # pairs are made of amounts that are there
    return line.amount_yen


def _problem(given: BudgetLine, executed: BudgetLine) -> Problem:
    return Problem(
        message=tell(
            "{year}年度の執行額 {executed} が予算 {given} を超えています。",
            "The amount executed in {year} ({executed}) is more than the budget ({given}).",
            year=executed.fiscal_year,
            executed=executed.printed,
            given=given.printed,
        ),
        places=(executed.evidence, given.evidence),
        found=executed.printed,
    )


_NONE = Message(
    "予算額と執行額がそろった年度がありません。",
    "No year has both a budget and an amount executed.",
)

RULE = Rule(
    id="sums.executed_over_budget",
    version=1,
    severity="warning",
    title=Message("予算を超える執行額", "More executed than budgeted"),
    explanation=Message(
        "執行額が、補正と繰越しを含む予算の合計より大きくなっています。",
        "The amount executed is larger than the budget with supplements and carry-over.",
    ),
    check=_check,
    examples=Examples(
        bad=(budget(executed="81"),),
        good=(budget(),),
        not_relevant=(budget(executed="-"), "会議を開いた。\n"),
    ),
)
