"""A count over several years against the counts told for the single years.

1. The analysis of an indicator says that so many (計N本) of something were made in all.
2. The progress of the same indicator tells counts of the same thing (4本の…) in at least two
   places; those of one year are not told twice.
3. They do not add up to N. Some may be told without a number, so that this is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import progress
from renkei.core.checks.subject import Subject
from renkei.core.records import SheetField, Target
from renkei.core.source import Evidence

_THING = r"(?P<n>[0-9]{1,3})\s?(?P<unit>本|件|回|冊|基|隻|機)の(?P<thing>[一-龥ァ-ヶー]{2,12})"
_ALL = re.compile(rf"計\s?{_THING}")
_ANALYSIS = "施策の分析"


@dataclass(frozen=True, slots=True)
class _Told:
    """A total of the analysis, and what the years told."""

    field: SheetField
    total: re.Match[str]
    years: list[tuple[Target, list[int]]]

    @property
    def sum(self) -> int:
        return sum(sum(counts) for _, counts in self.years)


def _check(subject: Subject) -> Verdict:
    told = [each for each in _told(subject) if sum(len(n) for _, n in each.years) > 1]
    wrong = (_problem(subject, each) for each in told if each.sum != int(each.total["n"]))
    return fails(len(told), wrong, _NONE)


def _told(subject: Subject) -> Iterator[_Told]:
    for field in subject.of(SheetField):
        if field.key.startswith(_ANALYSIS) and field.indicator:
            for total in _ALL.finditer(field.value):
                yield _Told(field, total, list(_years(subject, field.indicator, total)))


def _years(
    subject: Subject, indicator: str, total: re.Match[str]
) -> Iterator[tuple[Target, list[int]]]:
    again = re.compile(rf"([0-9]{{1,3}})\s?{total['unit']}の{re.escape(total['thing'])}")
    for target in subject.of(Target):
        if target.number == indicator:
            counts = [int(n) for text in target.progress for n in again.findall(text)]
            if counts:
                yield target, counts


def _problem(subject: Subject, told: _Told) -> Problem:
    place = _place(subject, told) or told.field.evidence
    years = "、".join(
        f"{target.fiscal_year}年度 {'+'.join(map(str, counts))}" for target, counts in told.years
    )
    return Problem(
        message=tell(
            "「{total}」とありますが、年度ごとの記載を足すと {sum} です（{years}）。",
            "“{total}”: what the years tell makes {sum} ({years}).",
            total=told.total[0],
            sum=told.sum,
            years=years,
        ),
        places=(place, *(target.evidence for target, _ in told.years)),
        found=told.total[0],
        expected=str(told.sum),
    )


def _place(subject: Subject, told: _Told) -> Evidence | None:
    """Where the total is printed, within the passage of the field."""
    within = told.field.evidence
    for passage in subject.passages:
        at = passage.text.find(told.total[0])
        if at >= 0:
            span = passage.span(at, at + len(told.total[0]))
            if within.start <= span.start and span.end <= within.end:
                return subject.quote(span)
    return None


_NONE = Message(
    "合計の数と年度ごとの数がそろった記載がありません。",
    "No total is told beside the counts of single years.",
)

RULE = Rule(
    id="sums.count_told_again",
    version=1,
    severity="info",
    title=Message(
        "分析の合計と年度ごとの数の不一致", "Total of the analysis differs from the years"
    ),
    explanation=Message(
        "施策の分析で述べた合計が、年度ごとの実績で述べた数の和と違います。",
        "The total told in the analysis is not the sum of the counts told for the years.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            progress(
                "４本の提案書を出した。", "２本の提案書を出した。", "計９本の提案書を出した。"
            ),
        ),
        good=(
            progress(
                "４本の提案書を出した。", "２本の提案書を出した。", "計６本の提案書を出した。"
            ),
        ),
        not_relevant=(
            progress("提案書を出した。", "２本の提案書を出した。", "計９本の提案書を出した。"),
            "会議を開いた。\n",
        ),
    ),
)
