"""The initial budget of one year in two tables: in 千円 by account, in 百万円 by year.

1. The table by account gives the total of the initial budget of a year, and the tables by year
   give the initial budget of the same year (with and without contributions).
2. They differ by more than the rounding of the figures. A factor of a thousand is told as a
   wrong unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.budget import PARTS, TOTAL, columns
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import two_budgets
from renkei.core.checks.subject import Subject
from renkei.core.records import BudgetLine

_MILLION = 1_000_000
_THOUSAND = 1_000


def _check(subject: Subject) -> Verdict:
    pairs = [(totals, parts) for totals, parts in _pairs(subject) if totals and parts]
    wrong = (_problem(*pair) for pair in pairs if not _agree(*pair))
    return fails(len(pairs), wrong, _NONE)


def _pairs(subject: Subject) -> Iterator[tuple[list[BudgetLine], list[BudgetLine]]]:
    """Per year: the totals by account, and the initial budgets of the tables by year."""
    totals = [
        line
        for line in subject.of(BudgetLine)
        if line.account
        and (line.item or "").startswith(TOTAL)
        and PARTS[0] in (line.label or "")
        and line.amount_yen
    ]
    initial = [
        row
        for column in columns(subject)
        if (row := column.row(PARTS[0])) is not None and row.amount_yen and not row.outside_total
    ]
    for year in sorted({line.fiscal_year.start for line in totals if line.fiscal_year}):
        yield (
            [line for line in totals if line.fiscal_year and line.fiscal_year.start == year],
            [line for line in initial if line.fiscal_year and line.fiscal_year.start == year],
        )


def _sum(lines: list[BudgetLine]) -> int:
    return sum(line.amount_yen or 0 for line in lines)


def _agree(totals: list[BudgetLine], parts: list[BudgetLine]) -> bool:
    return abs(_sum(totals) - _sum(parts)) <= _MILLION * len(parts)


def _problem(totals: list[BudgetLine], parts: list[BudgetLine]) -> Problem:
    large, small = max(_sum(totals), _sum(parts)), min(_sum(totals), _sum(parts))
    unit = abs(large / _THOUSAND - small) <= small / 100
    return Problem(
        message=tell(
            "{year}年度の当初予算が、会計別の表（{one}{one_unit}）と年度別の表（{two}{two_unit}）とで"
            "違います{hint}。",
            "The initial budget of {year} differs between the table by account ({one} {one_unit}) "
            "and the table by year ({two} {two_unit}){hint_en}.",
            year=totals[0].fiscal_year,
            one=totals[0].printed,
            one_unit=totals[0].printed_unit,
            two=" + ".join(part.printed for part in parts),
            two_unit=parts[0].printed_unit,
            hint="（単位の誤りのようです）" if unit else "",
            hint_en=" (it seems the unit is wrong)" if unit else "",
        ),
        places=tuple(line.evidence for line in (*parts, *totals)),
        found=parts[0].printed,
    )


_NONE = Message(
    "同じ年度の当初予算が二つの表にありません。",
    "The initial budget of a year is not in two tables.",
)

RULE = Rule(
    id="sums.units_differ",
    version=1,
    severity="warning",
    title=Message("二つの表の予算額の不一致", "Budget differs between two tables"),
    explanation=Message(
        "同じ年度の当初予算が、千円の表と百万円の表とで合いません。",
        "The initial budget of one year differs between the table in thousands and that in millions.",
    ),
    check=_check,
    examples=Examples(
        bad=(two_budgets("35"), two_budgets("25,000")),
        good=(two_budgets("25"), two_budgets("26")),
        not_relevant=("会議を開いた。\n",),
    ),
)
