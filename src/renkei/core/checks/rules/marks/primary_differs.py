"""The sign of a primary indicator (＊) at one place and not at another.

1. An indicator is named again in the summary, the analysis or the next aims, under its own name.
2. Its heading and at least one of these places disagree about ＊. The places in the minority are
   named first; where both are equal in number, those without the sign.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import retold
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, SheetField
from renkei.core.source import Evidence


def _check(subject: Subject) -> Verdict:
    told = [(each, _places(each, again)) for each, again in retold(subject)]
    problems = (_problem(each, *sides) for each, sides in told if all(sides))
    return fails(len(told), problems, _NONE)


def _places(
    indicator: Indicator, again: tuple[SheetField, ...]
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The places with the sign, and those without."""
    signs = [(indicator.primary, indicator.evidence)]
    signs += [(each.primary, each.evidence) for each in again if each.primary is not None]
    return (
        tuple(place for sign, place in signs if sign),
        tuple(place for sign, place in signs if not sign),
    )


def _problem(
    indicator: Indicator, signed: tuple[Evidence, ...], bare: tuple[Evidence, ...]
) -> Problem:
    lacking = len(bare) <= len(signed)
    return Problem(
        message=tell(
            "測定指標 {number} は {signed} か所で「＊」（主要な測定指標）付き、{bare} か所で「＊」なしです。",
            "Indicator {number} has the sign of a primary indicator (＊) in {signed} places "
            "and lacks it in {bare}.",
            number=indicator.number,
            signed=len(signed),
            bare=len(bare),
        ),
        places=(*bare, *signed) if lacking else (*signed, *bare),
        found=f"{indicator.number} {indicator.name}",
        expected=f"{indicator.number} {indicator.name} ＊" if lacking else None,
    )


_NONE = Message(
    "くり返し現れる測定指標がありません。", "No indicator is named in more than one place."
)

RULE = Rule(
    id="marks.primary_differs",
    version=1,
    severity="warning",
    title=Message(
        "主要な測定指標の印（＊）の不一致", "Sign of a primary indicator differs between places"
    ),
    explanation=Message(
        "同じ測定指標の「＊」が、一覧、見出し、分析のどこかだけで抜けているか余分です。"
        "主要な指標は全体の評価を左右します。",
        "The sign ＊ of an indicator is missing or too much in the list, the heading or the "
        "analysis. Primary indicators decide the overall rating.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(analysis="【測定指標１－１ 協議の回数】¶\n協議を重ねた。¶"),
            evaluation(summary="１－１ 協議の回数 ｂ¶"),
        ),
        good=(evaluation(),),
        not_relevant=("会議を開いた。\n",),
    ),
)
