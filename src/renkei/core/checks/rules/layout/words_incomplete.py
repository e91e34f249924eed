"""A set word that lost a character, or whose parts changed places: ワーキングループ, 署名が開催.

1. The table holds words whose broken form is no word of its own in that place.
2. Loan words and English words are looked for on every line, also in captions and headings; English
   ones only as whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import check_slips, slip

_JA, _EN = (
    "語の一部が抜けるか入れ替わっています。",
    "A part of the word is lost or has changed places.",
)
_TABLE = (
    (r"(?<=[米国])商代表", "通商代表"),
    (r"署名が(?=開催)", "署名式が"),
    (r"(?<=の)拡大感染", "感染拡大"),
)
_LOANS = {
    "ワーキングループ": "ワーキンググループ",
    "シンポジム": "シンポジウム",
    "コミュニケション": "コミュニケーション",
    "Headguarters": "Headquarters",
    "Goverment": "Government",
    "Ministery": "Ministry",
}
_LOAN = re.compile(f"(?<![A-Za-z])(?:{'|'.join(_LOANS)})(?![A-Za-z])")
_SLIPS = tuple(slip(wrong, right, _JA, _EN) for wrong, right in _TABLE)


def _check(subject: Subject) -> Verdict:
    said = check_slips(subject, _SLIPS)
    return fails(said.applied, (*said.problems, *_loans(subject)), _NONE)


def _loans(subject: Subject) -> Iterator[Problem]:
    plain = subject.prepared.plain
    for found in _LOAN.finditer(plain.text):
        span, right = plain.span(*found.span()), _LOANS[found[0]]
        yield Problem(
            message=Message(
                f"「{found[0]}」は「{right}」の誤りと思われます。{_JA}",
                f"“{found[0]}” seems to be a slip for “{right}”. {_EN}",
            ),
            places=(subject.quote(span),),
            found=found[0],
            expected=right,
            corrections=(Correction(span, right),),
            group=found[0],
        )


_NONE = Message("日本語の文がありません。", "There is no Japanese text.")


RULE = Rule(
    id="layout.words_incomplete",
    version=1,
    severity="warning",
    title=Message("一部の欠けた語", "Set words that lost a part"),
    explanation=Message(
        "決まった語の一字が抜けるか、前後が入れ替わっています。",
        "A set word lost a character, or its halves changed places.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港湾ワーキングループを開いた。\n",
            "共同宣言への署名が開催された。\n",
            "病気の拡大感染のため延期した。\n",
            "Harbour Headguarters（港湾本部）を訪れた。\n",
        ),
        good=("港湾ワーキンググループを開き、署名式が開催され、感染拡大を防いだ。\n",),
        not_relevant=("1 2 3\n",),
    ),
)
