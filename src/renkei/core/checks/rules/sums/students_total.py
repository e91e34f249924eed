"""The printed total of students against the sum of the countries.

1. A list of students of one fiscal year and direction prints a total and its breakdown.
2. The numbers of the countries do not add up to the total. Where a country of the breakdown was
   not understood, the rule is not applied to that list.
"""

from __future__ import annotations

from collections import defaultdict

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.records import StudentExchange

_TOTAL = "TOTAL"


def _check(subject: Subject) -> Verdict:
    lists: dict[tuple[int, str], list[StudentExchange]] = defaultdict(list)
    for each in subject.of(StudentExchange):
        lists[each.fiscal_year.start, each.direction].append(each)
    whole = [rows for rows in lists.values() if _is_whole(rows)]
    problems = (_problem(rows) for rows in whole if _sum(rows) != _total(rows).count)
    return fails(len(whole), problems, _NONE)


def _is_whole(rows: list[StudentExchange]) -> bool:
    """One total, and more than one country."""
    totals = sum(each.partner == _TOTAL for each in rows)
    return totals == 1 and len(rows) > totals + 1


def _total(rows: list[StudentExchange]) -> StudentExchange:
    return next(each for each in rows if each.partner == _TOTAL)


def _sum(rows: list[StudentExchange]) -> int:
    return sum(each.count for each in rows if each.partner != _TOTAL)


def _problem(rows: list[StudentExchange]) -> Problem:
    total, parts = _total(rows), [each for each in rows if each.partner != _TOTAL]
    return Problem(
        message=tell(
            "{year}年度の留学生は合計{total}名とありますが、内訳の {n} か国を足すと{sum}名です。",
            "The total of students of {year} is {total}, but its {n} countries add up to {sum}.",
            year=total.fiscal_year,
            total=total.count,
            n=len(parts),
            sum=_sum(rows),
        ),
        places=(total.evidence, parts[0].evidence, parts[-1].evidence),
        found=total.evidence.text,
        expected=str(_sum(rows)),
    )


_NONE = Message(
    "合計と内訳のある留学生の記載がありません。",
    "No list of students has a total and its breakdown.",
)
_LIST = (
    "●令和4年度\n・留学生の受入れ:合計{}名の留学生を迎えた。(モンゴル7名、チリ4名及びセネガル1名)\n"
)

RULE = Rule(
    id="sums.students_total",
    version=1,
    severity="error",
    title=Message("留学生の合計と内訳の不一致", "Total of students differs from its breakdown"),
    explanation=Message(
        "国別の内訳を足した数が、印刷された合計と違います。",
        "The numbers of the countries do not add up to the printed total.",
    ),
    check=_check,
    examples=Examples(
        bad=(_LIST.format(13),),
        good=(_LIST.format(12),),
        not_relevant=("●令和4年度\n・留学生の受入れ:合計12名の留学生を迎えた。\n",),
    ),
)
