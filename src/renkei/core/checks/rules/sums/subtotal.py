"""A subtotal or total of a table of appropriations against the rows above it.

1. A table by account and organisation gives for one account the rows of a column and their
   subtotal (小計), or subtotals and the total (合計).
2. The rows do not add up to the subtotal (error). Where a row is blank in this column, and so the
   others fall short of the subtotal, the blank is told with the amount it should hold (warning).
3. The subtotals do not add up to the total (error).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import appropriations
from renkei.core.checks.subject import Subject
from renkei.core.records import BudgetLine

_SUBTOTAL, _TOTAL = "小計", "合計"
_UNITS = {"千円": 1_000, "百万円": 1_000_000}
_Sum = tuple[BudgetLine, list[BudgetLine]]


def _check(subject: Subject) -> Verdict:
    columns: dict[tuple[str, str, str], list[BudgetLine]] = defaultdict(list)
    for line in subject.of(BudgetLine):
        if line.account and not line.outside_total:
            columns[line.table, line.account, line.label or ""].append(line)
    sums = [each for lines in columns.values() for each in _sums(lines)]
    problems = (problem for total, parts in sums for problem in _problem(total, parts))
    return fails(len(sums), problems, _NONE)


def _sums(lines: list[BudgetLine]) -> Iterator[_Sum]:
    """Each subtotal with the rows above it, and the total with the subtotals."""
    rows: list[BudgetLine] = []
    subtotals: list[BudgetLine] = []
    for line in lines:
        item = line.item or ""
        if item.startswith(_SUBTOTAL):
            if line.amount_yen is not None and rows:
                yield line, rows
            subtotals.append(line)
            rows = []
        elif item.startswith(_TOTAL):
            if line.amount_yen is not None and subtotals:
                yield line, subtotals
        else:
            rows.append(line)


def _problem(total: BudgetLine, parts: list[BudgetLine]) -> Iterator[Problem]:
    unit = _UNITS.get(total.printed_unit, 1)
    short = (total.amount_yen or 0) - sum(part.amount_yen or 0 for part in parts)
    if short == 0:
        return
    blank = [part for part in parts if part.amount_yen is None]
    values = {
        "label": total.label,
        "total": total.printed,
        "short": f"{short // unit:,}",
        "sum": f"{((total.amount_yen or 0) - short) // unit:,}",
        "unit": total.printed_unit,
    }
    if blank and short > 0:
        if len(blank) == 1 and not (total.item or "").startswith(_TOTAL):
            yield Problem(
                message=tell(
                    "{label}の欄が空いています。小計 {total}{unit}からは {short}{unit}のはずです。",
                    "A cell of {label} is blank; the subtotal {total} ({unit}) leaves {short} for it.",
                    **values,
                ),
                places=(blank[0].evidence, total.evidence),
                found=blank[0].printed,
                expected=values["short"],
                severity="warning",
            )
        return
    yield Problem(
        message=tell(
            "{label}の計は {total}{unit}とありますが、足すと {sum}{unit}です。",
            "{label}: the total is {total} ({unit}), but its rows make {sum}.",
            **values,
        ),
        places=(total.evidence, *(part.evidence for part in parts)),
        found=total.printed,
        expected=values["sum"],
    )


_NONE = Message(
    "小計や合計のある予算科目の表がありません。", "No table of appropriations has totals."
)

RULE = Rule(
    id="sums.subtotal",
    version=1,
    severity="error",
    title=Message("小計・合計の誤り", "Subtotal or total is wrong"),
    explanation=Message(
        "予算科目ごとの額を足した額が小計と、小計を足した額が合計と違います。",
        "The rows of an account do not add up to the subtotal, or the subtotals to the total.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            appropriations(subtotal="1,600"),
            appropriations(total="1,600"),
            appropriations(first=""),
        ),
        good=(appropriations(),),
        not_relevant=("会議を開いた。\n",),
    ),
)
