"""A heading or label that a table or a conversion printed twice side by side.

1. The line has cells parted by tabs; two neighbours among its first three hold the same words, of
   three Japanese characters or more.
2. The line holds no other words but marks and numbers: a row of a table may repeat its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.document import Line

_WORDS = re.compile(r"[ぁ-んァ-ヶー一-龥]{2}")


def _check(subject: Subject) -> Verdict:
    lines = [line for line in subject.lines if "\t" in line.text]
    return fails(len(lines), _problems(subject, lines), _NONE)


def _problems(subject: Subject, lines: list[Line]) -> Iterator[Problem]:
    for line in lines:
        words = _repeated(line.text)
        if words is not None:
            yield Problem(
                message=Message(
                    f"「{words}」が並べて二度印刷されています。",
                    f"“{words}” is printed twice, side by side.",
                ),
                places=(subject.quote(line.span),),
                found=words,
                expected=words,
                group=words,
            )


def _repeated(text: str) -> str | None:
    cells = [cell.strip() for cell in text.split("\t")]
    worded = [cell for cell in cells if _WORDS.search(cell)]
    twice = len(worded) == 2 and worded[0] == worded[1]
    return worded[0] if twice and cells.index(worded[0]) < 2 and len(worded[0]) > 2 else None


_NONE = Message("タブで区切った行がありません。", "No line is parted by tabs.")

RULE = Rule(
    id="layout.text_twice",
    version=1,
    severity="info",
    title=Message("並べて二度ある見出し", "A heading printed twice"),
    explanation=Message(
        "同じ見出しや欄の名前が、一行に並べて二度残っています。",
        "The same heading or label stands twice beside itself on one line.",
    ),
    check=_check,
    examples=Examples(
        bad=("2\t港湾の整備の推進\t港湾の整備の推進\n",),
        good=("2\t港湾の整備の推進\n", "費目\t港湾費\t航路費\n"),
        not_relevant=("港湾の整備の推進\n",),
    ),
)
