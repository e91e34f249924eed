"""A character of another script inside a word of katakana that looks like one of it.

1. Looked at are words of at least four katakana characters.
2. Told is a kanji (力 口 工 夕 八 卜 二 三 一) or a hiragana (へ べ ぺ り) between katakana of
   one word, where the katakana look-alike (カ ロ エ タ ハ ト ニ ミ ー ヘ ベ ペ リ) is meant.
3. What is also a particle, an ending or a numeral (へ り 一 二 三 八) is told only where the
   document also writes the word in katakana alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject

_MEANT = dict(zip("力口工夕八卜二三一へべぺり", "カロエタハトニミーヘベペリ", strict=True))
_SOFT = "へべぺり一二三八"
_WORD = re.compile("[ァ-ヶー]{4,}")
_MIXED = re.compile(f"(?<![ァ-ヶー])[ァ-ヶー]++[{''.join(_MEANT)}][ァ-ヶー]+")
_KANA = re.compile("[ぁ-ん]")


def _check(subject: Subject) -> Verdict:
    text = subject.prepared.text
    words = Counter(found[0] for found in _WORD.finditer(text))
    problems = list(_problems(subject, words))
    return fails(len(words) + len(problems), problems, _NONE)


def _problems(subject: Subject, words: Counter[str]) -> Iterator[Problem]:
    plain = subject.prepared.plain
    for found in _MIXED.finditer(plain.text):
        at = next(i for i, c in enumerate(found[0]) if c in _MEANT)
        meant = "".join(_MEANT.get(character, character) for character in found[0])
        if found[0][at] in _SOFT and meant not in words:
            continue
        span = plain.span(found.start() + at, found.start() + at + 1)
        yield Problem(
            message=Message(
                f"片仮名の語「{meant}」の中に「{found[0][at]}」が混じっています。",
                f"The katakana word {meant} holds “{found[0][at]}”, which only looks like it.",
            ),
            places=(subject.quote(plain.span(*found.span())),),
            found=found[0],
            expected=meant,
            corrections=(Correction(span, _MEANT[found[0][at]]),),
        )


_NONE = Message("片仮名の語がありません。", "There are no words of katakana.")

RULE = Rule(
    id="layout.katakana_look_alike",
    version=1,
    severity="warning",
    title=Message("片仮名に混じった別の文字", "Characters of another script inside katakana"),
    explanation=Message(
        "「ネットワーク」の「ー」が漢数字の「一」、「カ」が漢字の「力」になっていると、検索で見つかりません。",
        "Where 力 stands for カ or 一 for ー, the word cannot be found by a search.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "各国とのパー卜ナーシップを強めた。\n",
            "パートナーを招き、新しいパ一トナーと会った。\n",
        ),
        good=("各国とのパートナーシップを強めた。ネットワーク一覧を配った。\n",),
        not_relevant=("会議を開いた。\n",),
    ),
)
