"""Values that what they measure cannot have: a share above 100 %, a running total that falls.

1. A percentage of an indicator whose name tells a share (割合, 出席率, 達成率 …) is above 100.
   Growth rates (増加率, 伸び率, 競争率, 倍率) are none.
2. An indicator that counts from the beginning (累計, 累積, 通算) has a lower actual value than in
   the year before (warning).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, IndicatorValue, ReferenceIndicator

_SHARE = re.compile(r"割合|(?:出席|参加|採用|就職|回答|実施|普及|加入|合格)率")
_TOTAL = re.compile(r"累計|累積|通算")


def _check(subject: Subject) -> Verdict:
    names = {
        each.number: each.name for each in (*subject.of(Indicator), *subject.of(ReferenceIndicator))
    }
    values = [each for each in subject.of(IndicatorValue) if each.value is not None]
    shares = [each for each in values if _is_share(each, names)]
    totals = [
        each
        for each in values
        if each.kind == "actual" and _TOTAL.search(names.get(each.number, ""))
    ]
    problems = [_over(each) for each in shares if each.value is not None and each.value > 100]
    return fails(len(shares) + len(totals), [*problems, *_falls(totals)], _NONE)


def _is_share(value: IndicatorValue, names: dict[str, str]) -> bool:
    told = names.get(value.number, "") + (value.component or "")
    return value.unit in ("%", "％") and bool(_SHARE.search(told))


def _over(value: IndicatorValue) -> Problem:
    return Problem(
        message=tell(
            "割合の値「{text}」が100%を超えています（指標 {number}）。",
            "A share of indicator {number} is above 100 %: “{text}”.",
            text=value.text,
            number=value.number,
        ),
        places=(value.evidence,),
        found=value.text,
    )


def _falls(totals: list[IndicatorValue]) -> Iterator[Problem]:
    series: dict[tuple[str, str | None], list[IndicatorValue]] = defaultdict(list)
    for each in totals:
        series[each.number, each.component].append(each)
    for values in series.values():
        for one, two in pairwise(values):
            if one.value is not None and two.value is not None and two.value < one.value:
                yield Problem(
                    message=tell(
                        "累計の値が減っています（指標 {number}: {one}→{two}）。",
                        "A running total falls (indicator {number}: {one} → {two}).",
                        number=two.number,
                        one=one.text,
                        two=two.text,
                    ),
                    places=(two.evidence, one.evidence),
                    found=f"{one.text}→{two.text}",
                    severity="warning",
                )


_NONE = Message(
    "割合や累計の測定指標がありません。", "No indicator tells a share or a running total."
)


def _named(name: str, values: str) -> str:
    return evaluation(values=values).replace("協議の回数", name)


RULE = Rule(
    id="marks.values_out_of_range",
    version=1,
    severity="error",
    title=Message("取り得ない値", "Value out of range"),
    explanation=Message(
        "割合が100%を超えるか、累計が前の年より減っています。",
        "A share is above 100 %, or a running total is lower than the year before.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            _named("会合への出席率", "－ 100％ 104％ 100％ 98％ ｂ"),
            _named("協議の累計回数", "－ ５回 ８回 ６回 ７回 ｂ"),
        ),
        good=(
            _named("会合への出席率", "－ 100％ 100％ 100％ 98％ ｂ"),
            _named("協議の累計回数", "－ ５回 ８回 ６回 ８回 ｂ"),
        ),
        not_relevant=(evaluation(), "会議を開いた。\n"),
    ),
)
