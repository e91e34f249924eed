"""One year under two eras, of which one is called a fiscal year and the other is not: 平成 31年／令和元年度.

1. Two years with their eras stand side by side, parted by a stroke or a bracket; or one begins and
   the other ends a span (から…にかけて).
2. One ends with 年度, the other with 年 alone.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import around, japanese

_ERA = r"(?:平成|令和|昭和) ?(?:[0-9]{1,2}|元) ?年"
_PAIR = re.compile(
    rf"(?P<first>{_ERA})(?P<one>度?)(?:[／/(](?P<second>{_ERA})(?P<two>度?)|から(?P<third>{_ERA})(?P<last>度?)にかけて)"
)


def _check(subject: Subject) -> Verdict:
    pairs = [
        (passage, pair) for passage in japanese(subject) for pair in _PAIR.finditer(passage.text)
    ]
    problems = (
        Problem(
            message=Message(
                f"「{pair[0]}」の一方に「度」がありません。",
                f"Of “{pair[0]}” only one is called a fiscal year (年度).",
            ),
            places=(around(subject, passage, *pair.span()),),
            found=pair[0],
            group=pair[0],
        )
        for passage, pair in pairs
        if pair["one"] not in (pair["two"], pair["last"])
    )
    return fails(len(pairs), problems, _NONE)


_NONE = Message(
    "二つの元号で並べて書いた年がありません。",
    "No year is told in two eras side by side.",
)

RULE = Rule(
    id="dates.year_beside_fiscal_year",
    version=1,
    severity="warning",
    title=Message("年と年度の混在", "A year beside a fiscal year"),
    explanation=Message(
        "改元の年を二つの元号で並べるときは、両方を年度とするか、両方を年とします。",
        "The year of a new era, told in both eras, is a fiscal year in both or in neither.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "平成31年／令和元年度の航海。\n",
            "平成30年度から令和２年にかけて港を直した。\n",
        ),
        good=("平成31年度／令和元年度の航海。平成30年から令和２年にかけての工事。\n",),
        not_relevant=("令和元年度の航海。\n",),
    ),
)
