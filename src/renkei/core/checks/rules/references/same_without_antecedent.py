"""同会議 where no 会議 was named before: a reference that leads nowhere.

1. 同 stands before a word for a thing that has a name: 会議, 会合, 計画, 協定, 条約, 決議, 宣言, ガイドライン …
2. In the document before it that word stands nowhere, alone or as the end of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import around, japanese

_THINGS = (
    "会議", "会合", "協議", "対話", "計画", "協定", "条約",
    "決議", "宣言", "声明", "議定書", "機関", "委員会", "理事会",
    "事務局", "基金", "財団", "ガイドライン", "イニシアティブ", "プロジェクト", "セミナー",
    "シンポジウム", "ワークショップ", "フォーラム", "サミット", "訓練", "演習", "大綱",
    "白書",
)  # fmt: skip
_SAME = re.compile(rf"(?<![一-龥])同(?P<thing>{'|'.join(sorted(_THINGS, key=len, reverse=True))})")


def _check(subject: Subject) -> Verdict:
    found = list(_found(subject))
    return fails(len(found), (problem for problem in found if problem is not None), _NONE)


def _found(subject: Subject) -> Iterator[Problem | None]:
    named: set[str] = set()
    for passage in japanese(subject):
        at = 0
        for match in _SAME.finditer(passage.text):
            named |= _things(passage.text[at : match.start()])
            at = match.start() + 1
            if match["thing"] in named:
                yield None
                continue
            yield Problem(
                message=tell(
                    "「同{thing}」より前に、{thing}の名がありません。",
                    "No {thing} is named before “同{thing}”.",
                    thing=match["thing"],
                ),
                places=(around(subject, passage, *match.span()),),
                found=match[0],
            )
        named |= _things(passage.text[at:])


def _things(text: str) -> set[str]:
    return {thing for thing in _THINGS if thing in text}


_NONE = Message("「同」で受ける語がありません。", "Nothing is referred to by 同.")

RULE = Rule(
    id="references.same_without_antecedent",
    version=1,
    severity="info",
    title=Message("受けるものの無い「同」", "同 without an antecedent"),
    explanation=Message(
        "「同会議」などは、前に名を挙げたものを受けます。名が無ければ、書き落としです。",
        "Words such as 同会議 refer to what was named before; where nothing was, a name was left out.",
    ),
    check=_check,
    examples=Examples(
        bad=("船が着いた。同会議では航路を論じた。\n",),
        good=("北洋航路会議に出席した。同会議では航路を論じた。\n",),
        not_relevant=("船が着いた。\n",),
    ),
)
