"""A comma that the document sets nearly everywhere else beside a conjunction, or nearly nowhere.

1. Behind また, さらに, なお, 加えて that open a sentence: where 85 in 100 of at least ten have a comma,
   the others lack one.
2. Behind 及び, 並びに, 又は: where 85 in 100 have none, a comma there parts what they join.
3. All places of one kind are one finding.
"""

from __future__ import annotations

import re

from renkei.core.checks.majority import Choice, departures, habit
from renkei.core.checks.model import Examples, Message, Rule, Verdict, fails
from renkei.core.checks.subject import Subject

_WORDS = ("また", "さらに", "なお", "加えて")
_CHOICES = (
    Choice(
        "opener_comma",
        {
            "文頭の接続詞の後の読点": re.compile(f"(?<=。)(?:{'|'.join(_WORDS)})[、，､]"),
            "読点のない文頭の接続詞": re.compile(
                f"(?<=。)(?:{'|'.join(_WORDS)})(?=[ 　]?[一-龥ァ-ヶA-Z])"
            ),
        },
    ),
    *(
        Choice(
            f"{word}_comma",
            {word: re.compile(f"{word}(?![、，､])"), f"{word}、": re.compile(f"{word}[、，､]")},
        )
        for word in ("及び", "並びに", "又は")
    ),
)


def _check(subject: Subject) -> Verdict:
    habits = [(choice, found) for choice in _CHOICES if (found := habit(subject, choice))]
    problems = (
        problem for choice, found in habits for problem in departures(subject, choice, found)
    )
    return fails(len(habits), problems, _NONE)


_NONE = Message(
    "接続詞が、決まった書き方と言えるほど使われていません。",
    "Conjunctions are not used often enough to tell the habit of the document.",
)

RULE = Rule(
    id="layout.openers_unmarked",
    version=1,
    severity="info",
    title=Message("接続詞の読点", "Commas beside conjunctions"),
    explanation=Message(
        "文頭の「また」の後の読点、「及び」の後の読点の有無は、一つの文書の中でそろえます。",
        "Whether a comma follows a conjunction is the same throughout one document.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            (
                "着いた。また、見た。また、聞いた。また、話した。また、書いた。また、読んだ。また、出た。"
                "また、入った。また、寄った。また、戻った。また、泊まった。また、寝た。また船を見た。\n"
            ),
            (
                "港及び船、海及び島、川及び橋、山及び谷、北及び南、東及び西、町及び村、父及び母、兄及び弟、"
                "姉及び妹を見て、安全及び、速さを測った。\n"
            ),
        ),
        good=(
            (
                "着いた。また、見た。また、聞いた。また、話した。また、書いた。また、読んだ。また、出た。"
                "また、入った。また、寄った。また、戻った。また、泊まった。また、寝た。\n"
            ),
        ),
        not_relevant=("港を訪れた。また船を見た。\n",),
    ),
)
