"""The total of a budget table against its parts: initial, supplementary and carried over.

1. A table gives for one year the initial budget (a), the total (a+b+c), and the parts between.
   Parts that are a dash or blank count as nothing; at least one part is a number.
2. The parts do not add up to the printed total. Parts and total are rounded alike, so that they
   may differ by one unit for each part.
"""

from __future__ import annotations

from renkei.core.checks.budget import PARTS, TOTAL, Column, columns
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import budget
from renkei.core.checks.subject import Subject
from renkei.core.records import BudgetLine

_UNITS = {"千円": 1_000, "百万円": 1_000_000, "億円": 100_000_000}


def _check(subject: Subject) -> Verdict:
    whole = [
        (total, parts)
        for column in columns(subject)
        if (total := _total(column)) is not None and len(parts := _parts(column)) > 1
    ]
    wrong = (_problem(total, parts) for total, parts in whole if not _agree(total, parts))
    return fails(len(whole), wrong, _NONE)


def _total(column: Column) -> BudgetLine | None:
    total = column.row(TOTAL)
    return total if total is not None and total.amount_yen is not None else None


def _parts(column: Column) -> list[BudgetLine]:
    rows = (column.row(label) for label in PARTS)
    return [row for row in rows if row is not None and row.amount_yen is not None]


def _sum(parts: list[BudgetLine]) -> int:
    return sum(part.amount_yen or 0 for part in parts)


def _agree(total: BudgetLine, parts: list[BudgetLine]) -> bool:
    unit = _UNITS.get(total.printed_unit, 1)
    slack = unit * (len(parts) - 1) if unit > 1 else 0
    return abs(_sum(parts) - (total.amount_yen or 0)) <= slack


def _problem(total: BudgetLine, parts: list[BudgetLine]) -> Problem:
    terms = " + ".join(part.printed for part in parts)
    unit = _UNITS.get(total.printed_unit, 1)
    expected = f"{_sum(parts) // unit:,}"
    return Problem(
        message=tell(
            "{year}年度の合計は {total}{unit}とありますが、{terms} は {sum}{unit}です。",
            "The total of {year} is {total} ({unit}), but {terms} make {sum}.",
            year=total.fiscal_year,
            total=total.printed,
            unit=total.printed_unit,
            terms=terms,
            sum=expected,
        ),
        places=(total.evidence, *(part.evidence for part in parts)),
        found=total.printed,
        expected=expected,
    )


_NONE = Message(
    "当初予算・補正予算・繰越しと合計のある予算表がありません。",
    "No budget table has parts and their total.",
)

RULE = Rule(
    id="sums.budget_total",
    version=1,
    severity="error",
    title=Message("予算の合計の誤り", "Total of a budget table is wrong"),
    explanation=Message(
        "当初予算(a)、補正予算(b)、繰越し等(c)を足した額が、合計(a+b+c)と違います。",
        "Initial budget, supplementary budget and carry-over do not add up to the total.",
    ),
    check=_check,
    examples=Examples(
        bad=(budget(total="△19"), budget(total="15")),
        good=(budget(),),
        not_relevant=(budget(total="-"), "会議を開いた。\n"),
    ),
)
