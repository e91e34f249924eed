"""The unit of an indicator that changes between its years.

1. An indicator (or one of its components) has values of one kind in at least two years.
2. They are printed in two units, or one without a unit where the others have one. Multiples (万件
   beside 件) are the same unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import IndicatorValue


def _check(subject: Subject) -> Verdict:
    series: dict[tuple[str, str | None, str], list[IndicatorValue]] = defaultdict(list)
    for each in subject.of(IndicatorValue):
        if each.value is not None:
            series[each.number, each.component, each.kind].append(each)
    several = [values for values in series.values() if len(values) > 1]
    wrong = (_problem(values) for values in several if len({each.unit for each in values}) > 1)
    return fails(len(several), wrong, _NONE)


def _problem(values: list[IndicatorValue]) -> Problem:
    usual = Counter(each.unit for each in values).most_common(1)[0][0]
    odd = [each for each in values if each.unit != usual]
    printed = "、".join(each.text for each in values)
    return Problem(
        message=tell(
            "指標 {number} の単位が年度で変わっています（{printed}）。",
            "The unit of indicator {number} changes between years ({printed}).",
            number=odd[0].number,
            printed=printed,
        ),
        places=tuple(each.evidence for each in odd),
        found=printed,
    )


_NONE = Message(
    "二つ以上の年度に値のある指標がありません。", "No indicator has values of two years."
)

RULE = Rule(
    id="marks.unit_changes",
    version=1,
    severity="info",
    title=Message("年度で変わる単位", "Unit changes between years"),
    explanation=Message(
        "同じ指標の値の単位が年度によって違い、年を追って比べられません。",
        "The values of one indicator have different units, so that the years cannot be compared.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(values="－ ５回 ５回 ６回 ５件 ｂ"),
            evaluation(values="－ ５回 ５回 ６回 ５ ｂ"),
        ),
        good=(evaluation(),),
        not_relevant=("会議を開いた。\n",),
    ),
)
