"""The number of a page left between the lines of the text.

1. A number alone on its line, set apart from the line before by at least two empty lines, stands
   inside the text: there are words after it.
2. It is told where the text is a whole otherwise: the document prints fewer than one such number
   for every ``_PAGE`` characters. A text that keeps its pages on purpose has one on each page.
3. All of them are one finding.
"""

from __future__ import annotations

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span
from renkei.core.text.blocks import TextLine, is_page_number, text_lines

_PAGE = 3000


def _check(subject: Subject) -> Verdict:
    plain = subject.prepared.plain
    lines = list(text_lines(plain.text, 0, len(plain.text)))
    numbers = [line for line in lines[:-1] if is_page_number(line)]
    if len(numbers) * _PAGE > len(plain.text) > _PAGE:
        numbers = []
    apart = sum(1 for line in lines if line.gap > 1)
    return fails(apart, (_problem(subject, line) for line in numbers), _NONE)


def _problem(subject: Subject, line: TextLine) -> Problem:
    span = subject.prepared.plain.span(line.start, line.end)
    return Problem(
        message=Message(
            "ページ番号らしい数字が本文の間に残っています。",
            "A number, it seems that of a page, is left in the text.",
        ),
        places=(subject.quote(span),),
        found=line.text,
        corrections=(Correction(Span(span.start, span.end), ""),),
        group="page number",
    )


_NONE = Message("空行で区切られた本文がありません。", "No lines are set apart by empty lines.")

RULE = Rule(
    id="layout.page_number_left",
    version=1,
    severity="warning",
    title=Message("本文に残ったページ番号", "Page numbers left in the text"),
    explanation=Message(
        "貼り付けや変換で紛れ込んだページ番号は、文や表を途中で切ります。",
        "Page numbers that came in by pasting or conversion cut sentences and tables in two.",
    ),
    check=_check,
    examples=Examples(
        bad=("会議では、航路の安全について\n\n\n\n45\n\n意見を交わした。\n",),
        good=("会議では、航路の安全について\n\n\n意見を交わした。\n",),
        not_relevant=("会議では、意見を交わした。\n",),
    ),
)
