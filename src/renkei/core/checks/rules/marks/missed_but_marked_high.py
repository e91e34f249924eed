"""An indicator that missed its target every year and is marked as met, or nearly met.

1. The indicator has a target and an actual value in at least two years; less is better for ranks
   (位) and for what is to fall.
2. No actual reaches its target, and its mark says "met" (a, s; ①, ②).
3. A mark just below it (b; ③) is told as info: where most years are missed by half the target or
   more, or every year is missed and one by so much. The grounds may explain it.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.series import MET_MARKS, Series, series
from renkei.core.checks.severity import Severity
from renkei.core.checks.subject import Subject

_LEAST = 2
_NEARLY = frozenset({"b", "3"})


def _check(subject: Subject) -> Verdict:
    rated = [each for each in series(subject) if each.indicator.mark and len(each.years) >= _LEAST]
    graded = ((each, _severity(each)) for each in rated)
    problems = (_problem(each, severity) for each, severity in graded if severity)
    return fails(len(rated), problems, _NONE)


def _severity(each: Series) -> Severity | None:
    missed = not any(year.met for year in each.years)
    if missed and each.indicator.mark in MET_MARKS:
        return "warning"
    far = sum(year.far for year in each.years)
    badly = 2 * far > len(each.years) or (missed and far)
    return "info" if badly and each.indicator.mark in _NEARLY else None


def _problem(each: Series, severity: Severity) -> Problem:
    mark = each.indicator.mark
    return Problem(
        message=tell(
            "測定指標 {number} は目標に遠く及びません（{values}）が、達成状況は「{mark}」です。",
            "Indicator {number} falls short of its targets ({values}) but is marked “{mark}”.",
            number=each.indicator.number,
            values=each.printed,
            mark=mark,
        ),
        places=(each.years[-1].actual.evidence, each.indicator.evidence),
        found=f"{each.printed} {mark}",
        severity=severity,
    )


_NONE = Message(
    "目標値と実績値と達成状況がそろった測定指標がありません。",
    "No indicator has targets, actual values and a mark.",
)

RULE = Rule(
    id="marks.missed_but_marked_high",
    version=1,
    severity="warning",
    title=Message("目標に達していないのに高い達成状況", "Target missed, but marked high"),
    explanation=Message(
        "実績値が目標値に達していない（又は遠く及ばない）のに、達成状況の記号が高くなっています。",
        "The actual values do not reach the targets, or fall far short, but the mark is high.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(values="－ ５回 ２回 ６回 ３回 ａ"),
            evaluation(values="－ ８位以内 ９位 ８位以内 14位 ｂ"),
        ),
        good=(
            evaluation(values="－ ５回 ５回 ６回 ３回 ａ"),
            evaluation(values="－ ５回 ４回 ６回 ５回 ｂ"),
            evaluation(values="－ ５回 ２回 ６回 ３回 ｃ"),
        ),
        not_relevant=("会議を開いた。\n",),
    ),
)
