"""Entries of a dated list that run into each other, or a comma left at its end.

1. A passage holds at least three entries with a month in brackets (防衛相会談(6月)).
2. Behind such a bracket another entry begins at once, without 、 or 及び.
3. The passage ends with 、.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_MONTH = re.compile(r"[0-9]月(?:\([0-9]回\))?\)")
_TIES = "及び|並びに|又は|等|以降|以後|参加|開催|実施|出席|派遣"
_JOINED = re.compile(rf"[0-9]月(?:\([0-9]回\))?\)(?=[一-龥ァ-ヶA-Za-z「])(?!{_TIES})")
_END = re.compile(r"\)(、)\s*$")
_LEAST = 3
_AROUND = 12


def _check(subject: Subject) -> Verdict:
    listed = [
        passage for passage in subject.passages if len(_MONTH.findall(passage.text)) >= _LEAST
    ]
    problems = (problem for passage in listed for problem in _problems(subject, passage))
    return fails(len(listed), problems, _NONE)


def _problems(subject: Subject, passage: Passage) -> Iterator[Problem]:
    for joined in _JOINED.finditer(passage.text):
        around = passage.text[joined.start() : joined.end() + _AROUND]
        end = min(len(passage.text), joined.end() + _AROUND)
        yield Problem(
            message=Message(
                f"「{around}」の項目の間に「、」がありません。",
                f"No 、 parts the entries of “{around}”.",
            ),
            places=(subject.quote_passage(passage, joined.start(), end),),
            found=around,
            expected=f"{joined[0]}、{passage.text[joined.end() : end]}",
        )
    if left := _END.search(passage.text):
        start = max(0, left.start() - _AROUND)
        yield Problem(
            message=Message(
                "一覧の終わりに「、」が残っています。", "A 、 is left at the end of the list."
            ),
            places=(subject.quote_passage(passage, start, left.end(1)),),
            found=passage.text[start : left.end(1)],
            expected=passage.text[start : left.start(1)],
            corrections=(Correction(passage.span(*left.span(1)), ""),),
        )


_NONE = Message("月を付けた項目の並びがありません。", "There is no row of entries with months.")

RULE = Rule(
    id="layout.list_separator",
    version=1,
    severity="warning",
    title=Message("一覧の区切りの誤り", "Separator of a list is missing or left over"),
    explanation=Message(
        "一覧の項目の間に「、」がないか、最後の項目の後に「、」が残っています。",
        "Entries of a list are not parted by 、, or a 、 is left behind the last.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "防衛相会談(6月)、国防次官訪日(7月)海軍司令官訪日(8月)及び共同訓練(9月)\n",
            "防衛相会談(6月)、国防次官訪日(7月)及び海軍司令官訪日(8月)、\n",
        ),
        good=("防衛相会談(6月)、国防次官訪日(7月)等、会議(9月)及び海軍司令官訪日(8月)\n",),
        not_relevant=("防衛相会談(6月)国防次官訪日\n",),
    ),
)
