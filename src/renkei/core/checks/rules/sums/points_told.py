"""Percentages told with their difference: 9.6%から1.1ポイント低下した8.5%.

1. A sentence gives a percentage, a difference in points, whether it rose or fell, and the new
   percentage.
2. The three do not fit, beyond half a unit of the last digit printed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_VALUE = r"[0-9]{1,3}(?:\.[0-9]{1,4})?"
_TOLD = re.compile(
    rf"(?P<old>{_VALUE})(?:%|パーセント)\)?から(?P<by>{_VALUE})ポイント"
    rf"(?P<way>低下|減少|下落|上昇|増加|改善|上回)[^。0-9]{{0,12}}?(?P<new>{_VALUE})(?:%|パーセント)"
)
_DOWN = frozenset({"低下", "減少", "下落"})


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, told)
        for passage in subject.passages
        if "ポイント" in passage.text
        for told in _TOLD.finditer(passage.text)
    ]
    problems = (_problem(subject, *each) for each in found if not _fits(each[1]))
    return fails(len(found), problems, _NONE)


def _expected(told: re.Match[str]) -> Decimal:
    by = Decimal(told["by"])
    return Decimal(told["old"]) + (-by if told["way"] in _DOWN else by)


def _fits(told: re.Match[str]) -> bool:
    new = Decimal(told["new"])
    step = Decimal(1).scaleb(int(new.as_tuple().exponent))
    return abs(_expected(told) - new) <= step / 2


def _problem(subject: Subject, passage: Passage, told: re.Match[str]) -> Problem:
    return Problem(
        message=Message(
            f"「{told[0]}」は計算が合いません（{_expected(told)}%になります）。",
            f"“{told[0]}” does not add up: it makes {_expected(told)}%.",
        ),
        places=(subject.quote_passage(passage, *told.span()),),
        found=f"{told['new']}%",
        expected=f"{_expected(told)}%",
    )


_NONE = Message(
    "ポイントで差を示した割合がありません。", "No percentages are told with their difference."
)

RULE = Rule(
    id="sums.points_told",
    version=1,
    severity="error",
    title=Message("ポイント差の誤り", "Difference in points is wrong"),
    explanation=Message(
        "前の割合と差のポイントから出る割合が、書かれた割合と違います。",
        "The old percentage and the difference in points do not make the new percentage.",
    ),
    check=_check,
    examples=Examples(
        bad=("分担率は12.5%から1.25ポイント低下した11.35%となった。\n",),
        good=("分担率は12.5%から1.25ポイント低下した11.25%となった。\n",),
        not_relevant=("分担率は12.5%となった。\n",),
    ),
)
