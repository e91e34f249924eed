"""A sentence without its full stop before the bracket that names its means: 取り組んでいく（令和３年度：…）.

1. The bracket begins with fiscal years and a colon, or with a source (出典：).
2. Before it stands the ending of a verb or adjective.
3. At least three other such brackets of the document have a full stop before them.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import around
from renkei.core.text.passages import Passage

_BRACKET = r"\((?=\(?(?:平成|令和)[ 0-9元・、和令平成]+年度:)"
_ENDED = re.compile(rf"。 ?{_BRACKET}")
_LEFT_OPEN = re.compile(
    rf"(?:いく|てい?る|した|れた|った|きた|する|れる|ある|たい|ない) ?{_BRACKET}"
)
_LEAST = 3


def _check(subject: Subject) -> Verdict:
    ended = sum(len(_ENDED.findall(passage.text)) for passage in subject.passages)
    if ended < _LEAST:
        return fails(0, (), _NONE)
    problems = (
        _problem(subject, passage, found)
        for passage in subject.passages
        for found in _LEFT_OPEN.finditer(passage.text)
    )
    return fails(ended, problems, _NONE)


def _problem(subject: Subject, passage: Passage, found: re.Match[str]) -> Problem:
    words = found[0].rstrip("( ")
    end = found.start() + len(words)
    return Problem(
        message=Message("文の終わりの句点が抜けています。", "The sentence has no full stop."),
        places=(around(subject, passage, found.start(), end),),
        found=words,
        expected=f"{words}。",
        corrections=(Correction(passage.span(end - 1, end), f"{words[-1]}。"),),
    )


_NONE = Message(
    "年度を示す括弧の前に句点を打つ文がありません。",
    "No sentences end in a full stop before a bracket that names fiscal years.",
)

RULE = Rule(
    id="layout.full_stop_missing",
    version=1,
    severity="warning",
    title=Message("文の終わりの句点の抜け", "A sentence without its full stop"),
    explanation=Message(
        "手段を引く括弧の前の文が、句点なしで終わっています。",
        "The sentence before the bracket that cites its means ends without a full stop.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            (
                "港を直した。（令和３年度：港湾費）船を送った。（令和３年度：船舶費）灯台を建てた。"
                "（令和３年度：灯台費）研修に取り組んでいく（令和３年度：研修費）\n"
            ),
        ),
        good=(
            (
                "港を直した。（令和３年度：港湾費）船を送った。（令和３年度：船舶費）灯台を建てた。"
                "（令和３年度：灯台費）\n"
            ),
        ),
        not_relevant=("港を直した（令和３年度）。\n",),
    ),
)
