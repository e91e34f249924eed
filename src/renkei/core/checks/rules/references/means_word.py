"""A means cited by another word: （達成指標⑥） where the sheet cites （達成手段⑥）.

1. A number in a circle stands behind 達成指標, 達成手法 or 達成方法 in a citation.
2. The sheet cites means as 達成手段 with such numbers at least three times.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_CIRCLED = "[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]"
_CITED = re.compile(rf"達成(手段|指標|手法|方法){_CIRCLED}")
_RIGHT = "手段"
_LEAST = 3


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, cited)
        for passage in subject.passages
        if "達成" in passage.text
        for cited in _CITED.finditer(passage.text)
    ]
    right = sum(1 for _, cited in found if cited[1] == _RIGHT)
    wrong = ((passage, cited) for passage, cited in found if cited[1] != _RIGHT)
    problems = (_problem(subject, passage, cited, right) for passage, cited in wrong)
    return fails(len(found) if right >= _LEAST else 0, problems, _NONE)


def _problem(subject: Subject, passage: Passage, cited: re.Match[str], right: int) -> Problem:
    span = passage.span(*cited.span(1))
    return Problem(
        message=Message(
            f"「{cited[0]}」は、ほかの {right} か所のとおり「達成手段」の誤りです。",
            f"“{cited[0]}” should say 達成手段, as {right} other citations do.",
        ),
        places=(subject.quote_passage(passage, *cited.span()),),
        found=cited[0],
        expected=cited[0].replace(cited[1], _RIGHT),
        corrections=(Correction(span, _RIGHT),),
    )


_NONE = Message("番号付きの達成手段の引用がありません。", "Means are not cited by number.")


def _citing(word: str) -> str:
    cited = "（令和４年度：砕氷船協力経費（達成手段①））"
    return evaluation(
        analysis="【測定指標１－１ 協議の回数 ＊】¶\n協議を重ねた。"
        f"{cited * 3}（令和４年度：港湾経費（{word}②））¶"
    )


RULE = Rule(
    id="references.means_word",
    version=1,
    severity="error",
    title=Message("「達成手段」の書き誤り", "Means cited by another word"),
    explanation=Message(
        "達成手段の引用が、ほかと違う語（達成指標など）になっています。",
        "A citation of a means uses another word than the others do.",
    ),
    check=_check,
    examples=Examples(
        bad=(_citing("達成指標"),),
        good=(_citing("達成手段"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
