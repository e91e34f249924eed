"""An activity that the grounds or the analysis cite and that no list of the sheet holds.

1. The sheet has lists of activities. A sentence without a month, outside the lists, names a kind
   of activity of these lists together with partners (チリ、ペルー等と防衛相電話会談を実施).
2. No entry of the lists has this kind with one of the partners.
3. Where the lists have it with the partner, but in another mode (電話会談 for テレビ会談, or none
   printed), it is told as info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.listed import Cited, Lists, lists_of
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_DATED = re.compile(r"[0-9]月")


def _check(subject: Subject) -> Verdict:
    held = lists_of(subject)
    found = [
        (passage, cited)
        for passage in subject.passages
        if held.pattern and held.pattern.search(passage.text) and not _DATED.search(passage.text)
        for cited in held.cited(passage.text, subject.vocabulary)
    ]
    return fails(len(found), _problems(subject, held, found), _NONE)


def _problems(
    subject: Subject, held: Lists, found: list[tuple[Passage, Cited]]
) -> Iterator[Problem]:
    for passage, cited in found:
        for code, name in cited.partners:
            if not held.has(cited.kind, code):
                yield _problem(subject, held, passage, cited, (code, name))


def _problem(
    subject: Subject, held: Lists, passage: Passage, cited: Cited, partner: tuple[str, str]
) -> Problem:
    code, name = partner
    place = subject.quote_passage(passage, cited.start, cited.end)
    other = held.otherwise(cited.kind, code)
    if other is not None:
        return Problem(
            message=tell(
                "「{kind}」（{name}）は一覧にありません。一覧にあるのは「{other}」です。",
                "“{kind}” with {name} is not in the lists, which have “{other}”.",
                kind=cited.kind,
                name=name,
                other=other.title,
            ),
            places=(place, other.evidence),
            found=f"{name} {cited.kind}",
            severity="info",
        )
    return Problem(
        message=tell(
            "「{kind}」（{name}）は、引用されていますが一覧のどこにもありません。",
            "“{kind}” with {name} is cited but is in none of the lists.",
            kind=cited.kind,
            name=name,
        ),
        places=(place,),
        found=f"{name} {cited.kind}",
    )


_NONE = Message(
    "一覧にある種類の活動を相手国とともに引用した文がありません。",
    "No sentence cites a kind of activity of the lists with partners.",
)
_YEAR = "●令和3年度\n<チリ>\n防衛相電話会談(5月)\n<ペルー>\n防衛相テレビ会談(6月)"

RULE = Rule(
    id="references.cited_activity_absent",
    version=1,
    severity="error",
    title=Message("一覧にない活動の引用", "Cited activity that no list holds"),
    explanation=Message(
        "判断根拠や施策の分析で例に挙げた活動が、実績の一覧にありません。",
        "The grounds or the analysis give an activity as an example that the lists do not hold.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            lists(_YEAR, grounds="●チリ、ボリビア等の諸外国と防衛相電話会談を実施した。"),
            lists(_YEAR, analysis="●ペルーとの防衛相電話会談の実施"),
        ),
        good=(
            lists(_YEAR, grounds="●チリ等の諸外国と防衛相電話会談を実施した。"),
            lists(_YEAR, analysis="●日ペルー防衛相テレビ会談の実施"),
        ),
        not_relevant=(lists(_YEAR), "会議を開いた。\n"),
    ),
)
