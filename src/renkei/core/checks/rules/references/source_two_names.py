"""One source cited in two ways: 令和2年度版白書 beside 令和2年版白書.

1. The sheet lists sources (資料), in several places.
2. Two of their titles of ten characters or more differ in one or two characters that stand
   together and are no digits, year or numeral. Blanks and quotation marks do not count.
3. The title printed less often is named first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import sources
from renkei.core.checks.subject import Subject
from renkei.core.records import SheetField
from renkei.core.source import Evidence

_KEYS = ("作成にあたって使用した資料", "政策評価を行う過程において使用した資料")
_QUOTES = re.compile(r"[\s「」『』・○]")
_FIGURE = re.compile(r"[0-9元一二三四五六七八九十]")
_LEAST = 10
_MOST = 2


def _check(subject: Subject) -> Verdict:
    cited: dict[str, list[Evidence]] = defaultdict(list)
    for field in subject.of(SheetField):
        if field.key.startswith(_KEYS):
            for title in _titles(field):
                cited[title].append(field.evidence)
    return fails(len(cited), _problems(cited), _NONE)


def _titles(field: SheetField) -> Iterator[str]:
    for line in field.value.split("\n"):
        title = _QUOTES.sub("", line)
        if len(title) >= _LEAST and "http" not in title:
            yield title


def _problems(cited: dict[str, list[Evidence]]) -> Iterator[Problem]:
    for pair in combinations(cited, 2):
        one, two = sorted(pair, key=lambda title: len(cited[title]))
        if abs(len(one) - len(two)) <= _MOST and _nearly(one, two):
            yield Problem(
                message=tell(
                    "「{one}」は「{two}」（{n} か所）と同じ資料の別の書き方ではありませんか。",
                    "“{one}” seems to be the source cited as “{two}” in {n} other places.",
                    one=one,
                    two=two,
                    n=len(cited[two]),
                ),
                places=(*cited[one], cited[two][0]),
                found=one,
                expected=two,
            )


def _nearly(one: str, two: str) -> bool:
    """Whether the two are equal but for a piece of up to two characters that is no figure."""
    start = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), None)
    at = min(len(one), len(two)) if start is None else start
    tail = 0
    while tail < min(len(one), len(two)) - at and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    parts = one[at : len(one) - tail], two[at : len(two) - tail]
    return all(len(part) <= _MOST and not _FIGURE.search(part) for part in parts)


_NONE = Message("資料の一覧がありません。", "No sources are listed.")

RULE = Rule(
    id="references.source_two_names",
    version=1,
    severity="info",
    title=Message("同じ資料の二通りの書き方", "One source cited in two ways"),
    explanation=Message(
        "同じ資料が、一字か二字だけ違う題名で挙げられています。",
        "The same source is cited under titles that differ in a character or two.",
    ),
    check=_check,
    examples=Examples(
        bad=(sources("令和４年度版港湾白書（概要版）", "令和４年版港湾白書（概要版）"),),
        good=(
            sources("令和３年版港湾白書（概要版）", "令和４年版港湾白書（概要版）"),
            sources("令和４年版港湾白書（概要版）", "令和４年版港湾白書（概要版）"),
        ),
        not_relevant=("会議を開いた。\n",),
    ),
)
