"""A round bracket that opens in one width and closes in the other: （例) or (例）.

1. Looked at are pairs of round brackets inside one passage, nested ones innermost first.
2. A pair whose two sides are of different width is told, with the words between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

_ROUND = re.compile("[()]")
_WIDE = {"(": "（", ")": "）"}


def _check(subject: Subject) -> Verdict:
    pairs = list(_pairs(subject))
    text = subject.document.text
    mixed = [pair for pair in pairs if (text[pair.start] == "(") != (text[pair.end - 1] == ")")]
    return fails(len(pairs), (_problem(subject, pair) for pair in mixed), _NONE)


def _pairs(subject: Subject) -> Iterator[Span]:
    """The printed span of every pair of brackets that stands in one passage."""
    for passage in subject.passages:
        waiting: list[int] = []
        for found in _ROUND.finditer(passage.text):
            if found[0] == "(":
                waiting.append(found.start())
            elif waiting:
                yield passage.span(waiting.pop(), found.end())


def _problem(subject: Subject, pair: Span) -> Problem:
    text = subject.document.text
    narrow_first = text[pair.start] == "("
    at = pair.start if narrow_first else pair.end - 1
    return Problem(
        message=Message(
            "括弧の一方が全角、他方が半角です。",
            "One bracket of the pair is wide, the other narrow.",
        ),
        places=(subject.quote(pair),),
        found=text[pair.start : pair.end],
        expected=f"（{text[pair.start + 1 : pair.end - 1]}）",
        corrections=(Correction(Span(at, at + 1), _WIDE[text[at]]),),
    )


_NONE = Message("丸括弧がありません。", "There are no round brackets.")

RULE = Rule(
    id="layout.brackets_mixed_width",
    version=1,
    severity="info",
    title=Message("全角と半角の括弧の組", "Brackets of two widths in one pair"),
    explanation=Message(
        "開く括弧と閉じる括弧は同じ幅にします。幅が違うと、検索や機械の読み取りで組と認められません。",
        "Both brackets of a pair are of one width; otherwise searches and machines miss the pair.",
    ),
    check=_check,
    examples=Examples(
        bad=("港湾庁（湾岸部)と協議した。\n", "港湾庁(湾岸部）と協議した。\n"),
        good=("港湾庁（湾岸部）と海運庁(本部)と協議した。\n",),
        not_relevant=("港湾庁と協議した。\n",),
    ),
)
