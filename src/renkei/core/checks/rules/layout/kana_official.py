"""A word that official style writes otherwise, whatever the rest of the document does: 未だ.

1. The table follows 公用文における漢字使用等 (2010) and 公用文作成の考え方 (2022): kana for words
   whose kanji have no such reading in the table of kanji for common use, and かつ between two
   qualities of one thing (安定的かつ持続的な).
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Rule, Verdict
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import check_slips, slip

_KANA = ("公用文では仮名で書きます。", "Official style writes this word in kana.")
_BOTH = ("一つのものの性質は「かつ」で結びます。", "Two qualities of one thing are joined by かつ.")
_SLIPS = (
    slip(r"(?<![一-龥])未だ", "いまだ", *_KANA),
    slip(r"(?<=[年月日回])毎(?=[にの、。)])", "ごと", *_KANA),
    slip(r"(?<=に)止ま(?=[るりっら])", "とどま", *_KANA),
    slip(r"(?<=[にを、])於い?て", "おいて", *_KANA),
    slip(r"(?<=[のる])為(?=[、に])", "ため", *_KANA),
    slip(r"且つ", "かつ", *_KANA),
    slip(r"的及び(?=[一-龥]{2,4}的[なに])", "的かつ", *_BOTH),
)


def _check(subject: Subject) -> Verdict:
    return check_slips(subject, _SLIPS)


RULE = Rule(
    id="layout.kana_official",
    version=1,
    severity="info",
    title=Message("公用文の書き方と違う語", "Words that official style writes otherwise"),
    explanation=Message(
        "公用文で仮名書きと決まっている語や、接続の語の使い分けです。",
        "Words that official style writes in kana, and the conjunction it asks for.",
    ),
    check=_check,
    examples=Examples(
        bad=("船は未だ戻らない。\n", "２年毎に港を調べた。\n", "安定的及び持続的な航路を保つ。\n"),
        good=("船はいまだ戻らず、２年ごとに安定的かつ持続的な航路を調べた。\n",),
        not_relevant=("1 2 3\n",),
    ),
)
