"""A yearly target that goes beyond the mid-term target it should lead up to.

1. An indicator has a mid-term target with its fiscal year, and a yearly target of the same
   component and unit, of that year or an earlier one.
2. The yearly target is higher than the mid-term target; for ranks it is the lower number.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import IndicatorValue

_RANK = "位"


def _check(subject: Subject) -> Verdict:
    pairs = list(_pairs(subject.of(IndicatorValue)))
    wrong = (_problem(*pair) for pair in pairs if _is_beyond(*pair))
    return fails(len(pairs), wrong, _NONE)


def _pairs(
    values: tuple[IndicatorValue, ...],
) -> Iterator[tuple[IndicatorValue, IndicatorValue]]:
    """Each yearly target with the mid-term target of the same figure."""
    aims = {
        (each.number, each.component, each.unit): each
        for each in values
        if each.kind == "mid_term_target" and each.value is not None
    }
    for each in values:
        aim = aims.get((each.number, each.component, each.unit))
        if aim is not None and each.kind == "target" and each.value is not None:
            yield each, aim


def _is_beyond(target: IndicatorValue, aim: IndicatorValue) -> bool:
    assert target.value is not None  # pairs are made of values that are there
    assert aim.value is not None
    if target.fiscal_year and aim.fiscal_year and target.fiscal_year > aim.fiscal_year:
        return False
    if target.unit == _RANK:
        return target.value < aim.value
    return target.value > aim.value


def _problem(target: IndicatorValue, aim: IndicatorValue) -> Problem:
    return Problem(
        message=tell(
            "指標 {number} の年度目標値「{target}」が中期目標値「{aim}」を超えています。",
            "The yearly target of indicator {number}, “{target}”, is beyond its mid-term target “{aim}”.",
            number=target.number,
            target=target.text,
            aim=aim.text,
        ),
        places=(target.evidence, aim.evidence),
        found=target.text,
    )


_NONE = Message(
    "中期目標値と年度目標値がそろった測定指標がありません。",
    "No indicator has both a mid-term and a yearly target.",
)

RULE = Rule(
    id="marks.target_beyond_mid_term",
    version=1,
    severity="info",
    title=Message("中期目標を超える年度目標", "Yearly target beyond the mid-term target"),
    explanation=Message(
        "途中の年度の目標値が、めざす中期目標値を超えています。どちらかが古いおそれがあります。",
        "The target of a year goes beyond the mid-term target it leads up to: one may be out of date.",
    ),
    check=_check,
    examples=Examples(
        bad=(evaluation(values="６回 ５回 ５回 ７回 ５回 ｂ"),),
        good=(evaluation(values="８回 ５回 ５回 ７回 ５回 ｂ"),),
        not_relevant=(evaluation(), "会議を開いた。\n"),
    ),
)
