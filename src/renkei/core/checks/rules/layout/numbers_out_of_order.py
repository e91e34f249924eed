"""Indicators or articles whose numbers do not go up one by one.

1. Indicators of a sheet (1-1, 1-2, 2-1) and articles of a directive (1, 1(1), 1(2), 2) are looked at
   in the order in which they are printed.
2. A number that was there before, or that comes after a higher one, is a warning.
3. A number that leaves one out (1-1, 1-3) is info: it may have ended with an earlier year.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator
from renkei.core.source import Evidence

_PARTS = re.compile(r"\d+")
Numbered = tuple[tuple[int, ...], str, Evidence]


def _check(subject: Subject) -> Verdict:
    numbered = list(_numbered(subject))
    return fails(max(0, len(numbered) - 1), _problems(numbered), _NONE)


def _numbered(subject: Subject) -> Iterator[Numbered]:
    for each in subject.of(Indicator):
        parts = tuple(map(int, _PARTS.findall(each.number)))
        if len(parts) == len("甲乙") and "number_inferred" not in each.notes:
            yield parts, each.number, each.evidence


def _problems(numbered: list[Numbered]) -> Iterator[Problem]:
    for before, now in itertools.pairwise(numbered):
        (one, printed, where), (two, name, place) = before, now
        if two <= one:
            yield Problem(
                message=tell(
                    "測定指標{name}が{printed}の後に並んでいます。",
                    "Indicator {name} stands behind {printed}.",
                    name=name,
                    printed=printed,
                ),
                places=(place, where),
                found=name,
            )
        elif two not in ((one[0], one[1] + 1), (one[0] + 1, 1)):
            yield Problem(
                message=tell(
                    "測定指標{printed}の次が{name}で、間の番号がありません。",
                    "Indicator {printed} is followed by {name}; a number is left out.",
                    name=name,
                    printed=printed,
                ),
                places=(place, where),
                found=name,
                severity="info",
            )


_NONE = Message(
    "番号の付いた測定指標が二つ以上ありません。", "There are no two numbered indicators."
)
_SECOND = "\n\n測定指標{number} 会合の回数\n\n令和３年度目標 \n\n１ 会合を開く。 \n\n"


def _two(number: str) -> str:
    before, found, behind = evaluation().partition("評価結果(個別分野１)")
    return before + _SECOND.format(number=number).lstrip("\n") + found + behind


RULE = Rule(
    id="layout.numbers_out_of_order",
    version=1,
    severity="warning",
    title=Message("番号の順の乱れ", "Numbers out of order"),
    explanation=Message(
        "測定指標の番号が前後したり重なったりすると、引用の先が分からなくなります。",
        "Where numbers of indicators go back or repeat, citations lead to the wrong one.",
    ),
    check=_check,
    examples=Examples(
        bad=(_two("１－１"), _two("１－３")),
        good=(_two("１－２"),),
        not_relevant=("船が着いた。\n", evaluation()),
    ),
)
