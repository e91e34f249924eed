"""A name with two neighbouring characters swapped: 世界海関機構 beside 世界関海機構, ASAEN beside ASEAN.

1. Names are runs of five or more kanji, katakana and Latin letters.
2. Two names differ in two neighbouring characters that changed places, and in nothing else.
3. The one that the vocabulary knows is right; if it knows neither, the one printed more often. All
   places of both are told.
4. Words that both exist in either order are left out: a pair in which each order stands at least
   three times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.naming import compounds, difference, swapped
from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence

_USUAL = 3
_SHOWN = 3


def _check(subject: Subject) -> Verdict:
    names = compounds(subject)
    return fails(len(names), _problems(subject, names), _NONE)


def _problems(subject: Subject, names: Mapping[str, list[Evidence]]) -> Iterator[Problem]:
    for one, other in swapped(names):
        if min(len(names[one]), len(names[other])) >= _USUAL and not _known(subject, one, other):
            continue
        right, wrong = sorted((one, other), key=lambda name: _weight(subject, names, name))[::-1]
        yield Problem(
            message=tell(
                "「{wrong}」（{n} か所）は「{right}」（{m} か所）の字の順の誤りと思われます。",
                "“{wrong}” ({n} places) seems to be “{right}” ({m} places) with two letters swapped.",
                wrong=wrong,
                right=right,
                n=len(names[wrong]),
                m=len(names[right]),
            ),
            places=(*names[wrong], *names[right][:_SHOWN]),
            found=wrong,
            expected=right,
            group="".join(difference(wrong, right)[1:3]),
        )


def _weight(subject: Subject, names: Mapping[str, list[Evidence]], name: str) -> tuple[bool, int]:
    return _known(subject, name), len(names[name])


def _known(subject: Subject, *names: str) -> bool:
    """Whether the vocabulary knows a name of this kind."""
    words = subject.vocabulary
    return any(words.find_partners(name) or words.find_frameworks(name) for name in names)


_NONE = Message("名称と言える長さの語がありません。", "No word is long enough for a name.")

RULE = Rule(
    id="names.letters_swapped",
    version=1,
    severity="warning",
    title=Message("字の順を誤った名称", "A name with two letters swapped"),
    explanation=Message(
        "隣り合う二字の入れ替わった名称は、ほとんどの場合、書き誤りです。",
        "A name with two neighbouring characters swapped is nearly always a slip of the pen.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "北洋航路調整会議に出席した。翌月、北洋路航調整会議の報告を受けた。\n",
            "ASEANとの協議を行い、拡大ASEAN海洋会合、拡大ASAEN海洋会合に出席した。\n",
        ),
        good=("北洋航路調整会議に出席した。翌月、北洋航路調整会議の報告を受けた。\n",),
        not_relevant=("船が着いた。\n",),
    ),
)
