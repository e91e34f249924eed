"""Characters set apart by blanks, which a search for the word no longer finds: 航 路 の 図.

1. Five characters or more (kanji, kana, Latin letters, digits, points) stand one by one with one blank
   between each two, three of them letters or kanji at least.
2. All places are one finding.
3. A line of digits alone is a row of figures and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span
from renkei.core.text.document import Line

_SPACED = re.compile(
    r"(?<![^\s])[ぁ-んァ-ヶー一-龥A-Z0-9０-９](?:[ 　][ぁ-んァ-ヶー一-龥A-Z0-9０-９.](?=\s|$|[)）])){3,}"
    r"|(?<=[ァ-ヶー一-龥])(?:[ 　][ァ-ヶー一-龥](?=\s|$|[)）])){3,}"
)
_LETTER = re.compile(r"[ぁ-んァ-ヶー一-龥A-Z]")
_LEAST = 3


def _check(subject: Subject) -> Verdict:
    lines = [line for line in subject.lines if _LETTER.search(line.text)]
    return fails(len(lines), _problems(subject, lines), _NONE)


def _problems(subject: Subject, lines: list[Line]) -> Iterator[Problem]:
    for line in lines:
        for spaced in _SPACED.finditer(line.text):
            if len(_LETTER.findall(spaced[0])) >= _LEAST:
                yield _problem(subject, line, spaced)


def _problem(subject: Subject, line: Line, spaced: re.Match[str]) -> Problem:
    start = line.span.start
    return Problem(
        message=Message(
            f"「{spaced[0]}」は字の間が空いています。",
            f"The characters of “{spaced[0]}” are set apart by blanks.",
        ),
        places=(subject.quote(Span(start + spaced.start(), start + spaced.end())),),
        found=spaced[0],
        expected="".join(spaced[0].split()),
        group="spaced",
    )


_NONE = Message("文字のある行がありません。", "No line has letters.")

RULE = Rule(
    id="layout.letters_spaced",
    version=1,
    severity="info",
    title=Message("字の間の空白", "Characters set apart by blanks"),
    explanation=Message(
        "見た目を整えるための字間の空白が、語を切っています。検索や読み上げで見つかりません。",
        "Blanks put between characters for looks cut the word: it is not found, nor read aloud.",
    ),
    check=_check,
    examples=Examples(
        bad=("海 港 湾 第 2 号\n",),
        good=("海港湾第2号\n", "1 2 3 4 5 6 港\n"),
        not_relevant=("1 2 3\n",),
    ),
)
