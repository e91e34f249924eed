"""A blank where the text has none: behind a comma or a full stop, twice, behind the number of an item.

1. One blank behind 、, or between 。 and a bracket, inside a line where words follow, in a document whose
   sentences run on (at least ten such marks with words right behind them, and nine in ten so). Behind
   。 alone a paragraph may have been joined to the next.
2. Two blanks between words inside a line of running text (a full stop or comma stands in the line).
3. Tabs and the wide blank that opens a paragraph are none; tables and headings are left alone.
4. All places of one kind are one finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

_WORD = r"[（(「一-龥ぁ-んァ-ヶA-Za-z0-9０-９]"
_RUN_ON = re.compile(rf"[、。](?={_WORD})")
_BEHIND_MARK = re.compile(rf"(?<=、) +(?={_WORD})|(?<=。) +(?=[（(])")
_TWICE = re.compile(r"(?<=[一-龥ぁ-んァ-ヶA-Za-z])  +(?=[一-龥ぁ-んァ-ヶA-Za-z])")
_LEAST = 10
_SHARE = 9


def _check(subject: Subject) -> Verdict:
    text = subject.document.text
    run_on = len(_RUN_ON.findall(text))
    behind = list(_BEHIND_MARK.finditer(text))
    if run_on < _LEAST:
        return fails(0, (), _NONE)
    mark = behind if len(behind) * _SHARE < run_on else []
    twice = (found for found in _TWICE.finditer(text) if _running(subject, found.start()))
    return fails(run_on, (*_told(subject, mark, "mark"), *_told(subject, twice, "twice")), _NONE)


def _running(subject: Subject, at: int) -> bool:
    line = subject.lines[subject.document.line_at(at) - 1]
    return "、" in line.text or "。" in line.text


def _told(subject: Subject, places: Iterable[re.Match[str]], kind: str) -> Iterator[Problem]:
    for found in places:
        span = Span(*found.span())
        right = "" if kind == "mark" else " "
        yield Problem(
            message=Message(
                "文の途中に余分な空白があります。", "There is a blank too many inside the sentence."
            ),
            places=(subject.quote(Span(max(0, span.start - 8), span.end + 4)),),
            found=found[0],
            corrections=(Correction(span, right),),
            group=kind,
        )


_NONE = Message("文を続けて書いた本文がありません。", "There are no sentences that run on.")

RULE = Rule(
    id="layout.blanks_stray",
    version=1,
    severity="info",
    title=Message("文中の余分な空白", "Stray blanks inside sentences"),
    explanation=Message(
        "読点や句点の後などに、ほかの所にはない空白が入っています。",
        "A blank stands behind a comma or full stop where the rest of the document has none.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港を訪れ、会い、話し、学び、食べ、書き、読み、送り、受け、見て、聞き、 帰った。\n",
            "港を訪れ、会い、話し、学び、食べ、書き、読み、送り、受け、見て、聞き、船  で帰った。\n",
        ),
        good=("港を訪れ、会い、話し、学び、食べ、書き、読み、送り、受け、見て、聞き、帰った。\n",),
        not_relevant=("港を訪れ、 帰った。\n",),
    ),
)
