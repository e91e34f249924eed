"""Numbered events whose numbers do not follow their dates.

1. Two events of one name with the same partners have a number (第3回) and a month.
2. A later one has a lower number, or the same number stands with two months (warning); or numbers
   are left out between events that follow each other within two years (info).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import bare
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}回")
_NEAR = 2


def _check(subject: Subject) -> Verdict:
    series: dict[tuple[str, tuple[str, ...]], list[Activity]] = defaultdict(list)
    for each in subject.of(Activity):
        if each.ordinal is not None and each.start is not None and each.partners:
            name = bare(_ORDINAL.sub("", each.title))
            series[name, tuple(sorted(each.partners))].append(each)
    several = [sorted(events, key=_day) for events in series.values() if len(events) > 1]
    return fails(len(several), _problems(several), _NONE)


def _day(each: Activity) -> str:
    return str(each.start)


def _number(each: Activity) -> int:
    return each.ordinal or 0


def _problems(several: list[list[Activity]]) -> Iterator[Problem]:
    for events in several:
        for one, two in pairwise(events):
            if _number(two) < _number(one) or (
                _number(two) == _number(one) and _day(one)[:7] != _day(two)[:7]
            ):
                yield _problem(one, two)
            elif _number(two) > _number(one) + 1 and _years(one, two) < _NEAR:
                yield _gap(one, two)


def _years(one: Activity, two: Activity) -> int:
    assert one.start is not None  # series are made of dated events
    assert two.start is not None
    return two.start.year - one.start.year


def _problem(one: Activity, two: Activity) -> Problem:
    return Problem(
        message=tell(
            "「{two}」（{later}）は「{one}」（{earlier}）より後なのに、回数が進んでいません。",
            "“{two}” ({later}) comes after “{one}” ({earlier}), but its number does not rise.",
            one=one.title,
            two=two.title,
            earlier=one.start,
            later=two.start,
        ),
        places=(two.evidence, one.evidence),
        found=two.title,
    )


def _gap(one: Activity, two: Activity) -> Problem:
    return Problem(
        message=tell(
            "「{one}」（{earlier}）と「{two}」（{later}）の間の回が抜けています。",
            "Numbers are left out between “{one}” ({earlier}) and “{two}” ({later}).",
            one=one.title,
            two=two.title,
            earlier=one.start,
            later=two.start,
        ),
        places=(two.evidence, one.evidence),
        found=two.title,
        severity="info",
    )


_NONE = Message(
    "回数の付いた同じ名前の活動が二つ以上ありません。", "No numbered event is told of twice."
)


def _years_of(second: int, third: int) -> str:
    return lists(
        f"●令和3年度\n<チリ>\n第2回日チリ防衛当局間協議({second}月)",
        f"●令和4年度\n<チリ>\n第{third}回日チリ防衛当局間協議(6月)",
    )


RULE = Rule(
    id="dates.ordinals",
    version=1,
    severity="warning",
    title=Message("回数の順の誤り", "Numbers of events out of order"),
    explanation=Message(
        "同じ会合の第何回が日付の順に増えていないか、途中の回が抜けています。",
        "The numbers of one series of events do not rise with their dates, or some are left out.",
    ),
    check=_check,
    examples=Examples(
        bad=(_years_of(5, 1), _years_of(5, 2), _years_of(5, 4)),
        good=(_years_of(5, 3),),
        not_relevant=("会議を開いた。\n",),
    ),
)
