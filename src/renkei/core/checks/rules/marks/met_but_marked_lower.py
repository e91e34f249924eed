"""An indicator that met its target every year and is marked lower than met.

1. The indicator has a target and an actual value in at least two years, and every target year
   has both.
2. Every actual reaches its target; less is better for ranks (位) and for what is to fall.
3. Its mark is below those that say "met" (a, s; ①, ②).
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.series import MET_MARKS, Series, series
from renkei.core.checks.subject import Subject

_LEAST = 2


def _check(subject: Subject) -> Verdict:
    rated = [each for each in series(subject) if each.indicator.mark and len(each.years) >= _LEAST]
    wrong = (each for each in rated if _is_wrong(each))
    return fails(len(rated), (_problem(each) for each in wrong), _NONE)


def _is_wrong(each: Series) -> bool:
    return each.indicator.mark not in MET_MARKS and all(year.met for year in each.years)


def _problem(each: Series) -> Problem:
    mark = each.indicator.mark
    return Problem(
        message=tell(
            "測定指標 {number} は全ての年度で目標に達しています（{values}）が、達成状況は「{mark}」です。",
            "Indicator {number} met its target every year ({values}) but is marked “{mark}”.",
            number=each.indicator.number,
            values=each.printed,
            mark=mark,
        ),
        places=(each.years[-1].actual.evidence, each.indicator.evidence),
        found=f"{each.printed} {mark}",
    )


_NONE = Message(
    "目標値と実績値と達成状況がそろった測定指標がありません。",
    "No indicator has targets, actual values and a mark.",
)

RULE = Rule(
    id="marks.met_but_marked_lower",
    version=1,
    severity="warning",
    title=Message("目標に達したのに低い達成状況", "Target met, but marked lower"),
    explanation=Message(
        "全ての年度で実績値が目標値に達しているのに、達成状況の記号が「目標達成」より下です。",
        "The actual values reach the targets of every year, but the mark is below “target met”.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(values="－ ５回 ５回 ６回 ７回 ｂ"),
            evaluation(values="－ ８位 ６位 ８位 ８位 ｂ"),
        ),
        good=(
            evaluation(values="－ ５回 ５回 ６回 ７回 ａ"),
            evaluation(values="－ ５回 ５回 ６回 ５回 ｂ"),
            evaluation(values="－ ８位 ９位 ８位 ６位 ｂ"),
        ),
        not_relevant=(evaluation(values="－ ５回 － ６回 － ｂ"), "会議を開いた。\n"),
    ),
)
