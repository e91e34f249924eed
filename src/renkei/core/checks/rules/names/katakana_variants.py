"""A katakana word in two spellings: セキュリティ beside セキュリティー, プレイヤー beside プレーヤー.

1. Katakana words of four or more are alike when they differ in the long-vowel sign, in a middle dot,
   in ヴ for ブ, or in イ behind the e-row for the sign.
2. One spelling is printed at least three times as often as the other, and in three places or more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence

_WORD = re.compile(r"[ァ-ヶー]{4,20}")
_LONG = re.compile(r"(?<=[エケセテネヘメレゲゼデベペェ])イ|ー")
_V = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴ": "ブ"}
_TIMES, _LEAST = 3, 3
_SHOWN = 3


def _check(subject: Subject) -> Verdict:
    spelt: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for passage in subject.passages:
        for found in _WORD.finditer(passage.text):
            where = subject.quote_passage(passage, *found.span())
            spelt[_sound(found[0])][found[0]].append(where)
    return fails(len(spelt), _problems(spelt), _NONE)


def _sound(word: str) -> str:
    for letters, plain in _V.items():
        word = word.replace(letters, plain)
    return _LONG.sub("", word)


def _problems(spelt: dict[str, dict[str, list[Evidence]]]) -> Iterator[Problem]:
    for spellings in spelt.values():
        usual, *others = sorted(spellings, key=lambda word: (-len(spellings[word]), word))
        for other in others:
            often, seldom = spellings[usual], spellings[other]
            if len(often) >= max(_LEAST, _TIMES * len(seldom)):
                yield Problem(
                    message=tell(
                        "「{other}」は、ほかの {n} か所で使う「{usual}」と違います。",
                        "“{other}” departs from “{usual}”, used in {n} other places.",
                        other=other,
                        usual=usual,
                        n=len(often),
                    ),
                    places=(*seldom, *often[:_SHOWN]),
                    found=other,
                    expected=usual,
                )


_NONE = Message("片仮名の語がありません。", "There are no katakana words.")

RULE = Rule(
    id="names.katakana_variants",
    version=1,
    severity="info",
    title=Message("二通りに書かれた片仮名の語", "A katakana word in two spellings"),
    explanation=Message(
        "長音符号の有無などは、一つの文書の中でそろえます。",
        "Long vowels and the like are written in one way throughout a document.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "海のセキュリティ、港のセキュリティ、船のセキュリティと川のセキュリティーを調べた。\n",
        ),
        good=("海のセキュリティ、港のセキュリティ、船のセキュリティを調べた。\n",),
        not_relevant=("船が着いた。\n",),
    ),
)
