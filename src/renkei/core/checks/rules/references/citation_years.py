"""A citation of means whose years lack 年度: （平成30・令和元：…経費（達成手段③））.

1. A bracket opens with years of an era and a colon, and what follows cites a means by number.
2. It lacks 年度, which at least five other citations of the sheet print.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_YEARS = re.compile(
    r"[(、](?P<years>(?:平成|令和)\s?[0-9元]{1,2}(?:・(?:平成|令和)?\s?[0-9元]{1,2})*)\s?"
    r"(?P<unit>年度|年|)\s?:(?=[^:。]{2,60}達成[手指])"
)
_LEAST = 5


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, cited)
        for passage in subject.passages
        if "達成" in passage.text
        for cited in _YEARS.finditer(passage.text)
    ]
    right = sum(1 for _, cited in found if cited["unit"] == "年度")
    wrong = ((passage, cited) for passage, cited in found if cited["unit"] != "年度")
    problems = (_problem(subject, passage, cited) for passage, cited in wrong)
    return fails(len(found) if right >= _LEAST else 0, problems, _NONE)


def _problem(subject: Subject, passage: Passage, cited: re.Match[str]) -> Problem:
    start, end = cited.start("years"), cited.end("unit")
    return Problem(
        message=Message(
            f"引用の年度「{cited['years']}{cited['unit']}」に「年度」がありません。",
            f"The years “{cited['years']}{cited['unit']}” of a citation lack 年度.",
        ),
        places=(subject.quote_passage(passage, start, end),),
        found=f"{cited['years']}{cited['unit']}",
        expected=f"{cited['years']}年度",
    )


_NONE = Message("年度を付けた達成手段の引用がありません。", "Means are not cited with their years.")


def _citing(years: str) -> str:
    cited = "（令和４年度：砕氷船協力経費（達成手段①））"
    return evaluation(
        analysis="【測定指標１－１ 協議の回数 ＊】¶\n協議を重ねた。"
        f"{cited * 5}（{years}：港湾経費（達成手段②））¶"
    )


RULE = Rule(
    id="references.citation_years",
    version=1,
    severity="warning",
    title=Message("引用の「年度」の欠落", "Years of a citation lack 年度"),
    explanation=Message(
        "達成手段の引用の年に、ほかの引用にある「年度」がありません。",
        "The years of a citation of a means lack the 年度 that the other citations print.",
    ),
    check=_check,
    examples=Examples(
        bad=(_citing("令和３・４"),),
        good=(_citing("令和３・４年度"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
