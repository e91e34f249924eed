"""A word, a particle or a suffix printed twice in a row: 港湾の港湾の, ととともに, 等など, 年度度.

1. Two or more characters of kanji, katakana or Latin letters with a particle, at once again.
2. A particle printed twice (をを, がが, にに) between words; ととと in a row. Words that begin
   with the same character (とともに, こととする, もののほか, 我が国が国連) are none.
3. Two suffixes of one meaning: 等など, など等, 等等.
4. A counter or suffix of one kanji doubled behind a number or word (年度度, 回回); reduplicated
   words (国々 written 国国, 年年) and names (大学大学院) are none.
5. Two stops in a row: 、、 or 。。 or 、。.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_DOUBLED = (
    re.compile(r"(?P<once>[一-龥々ァ-ヶーA-Za-z]{2,20}[のをがはにへでと])(?P=once)"),
    re.compile(
        r"(?<=[一-龥ァ-ヶーA-Za-z0-9)」])(?P<once>[をがにはへで])(?P=once)(?=[一-龥ァ-ヶA-Za-z「(])"
    ),
    re.compile(r"(?P<once>と)とと(?=も)"),
    re.compile(r"(?P<once>等|など)(?:など|等)(?!級)"),
    re.compile(r"(?<=年)(?P<once>度)度|(?<=[0-9])(?P<twice>回|件|名|年|月)(?P=twice)"),
    re.compile(r"(?P<once>[、。])[、。]"),
)
_HINT = re.compile(r"[一-龥ぁ-ん]")
_AROUND = 10


def _check(subject: Subject) -> Verdict:
    passages = [passage for passage in subject.passages if _HINT.search(passage.text)]
    problems = (
        _problem(subject, passage, found) for passage in passages for found in _found(passage)
    )
    return fails(len(passages), problems, _NONE)


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    for pattern in _DOUBLED:
        yield from pattern.finditer(passage.text)


def _problem(subject: Subject, passage: Passage, found: re.Match[str]) -> Problem:
    once = found["once"] or found["twice"]
    keep = "と" * 2 if once == "と" else once
    span = passage.span(*found.span())
    start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
    around = subject.quote_passage(passage, start, min(len(passage.text), end))
    return Problem(
        message=Message(
            f"「{found[0]}」は同じ語の重なりです。", f"“{found[0]}” prints the same twice."
        ),
        places=(around,),
        found=found[0],
        expected=keep,
        corrections=(Correction(span, keep),),
    )


_NONE = Message("日本語の文がありません。", "There is no Japanese text.")

RULE = Rule(
    id="layout.words_doubled",
    version=1,
    severity="warning",
    title=Message("語や助詞の重なり", "Words or particles printed twice"),
    explanation=Message(
        "書き直しのとき消し忘れた語や助詞が、続けて二度印刷されています。",
        "A word or particle that was left over when the sentence was rewritten stands twice.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港湾の港湾の整備を進めた。\n",
            "連携を図るととともに、研修を行った。\n",
            "海図等などを配布した。\n",
            "次の年度度目標を定めた。\n",
            "整備をを進めた。\n",
            "整備を進め、、研修を行った。\n",
        ),
        good=(
            "国とともに進めることとする。もののほか、我が国が国連に求め、大学大学院で学び、人々が年々増えた。\n",
        ),
        not_relevant=("1 2 3\n",),
    ),
)
