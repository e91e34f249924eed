"""Marks of HTML or of a conversion left in the text: <p>, &lt;, ###, replacement characters.

1. Tags of HTML, entities (&lt;) and comments in a document that is not HTML.
2. Headings and rules of Markdown (###, **) in running text.
3. Characters that stand for a lost one (U+FFFD) or mean nothing to others (private use).
4. All places of one kind are one finding.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, not_applied
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

_KINDS: dict[str, re.Pattern[str]] = {
    "HTML": re.compile(
        r"</?(?:p|br|ul|ol|li|div|span|table|tr|td|th|b|strong|em)(?:\s[^<>\n]{0,200})?/?>"
        r"|&(?:lt|gt|amp|nbsp|quot);|<!--"
    ),
    "Markdown": re.compile(r"^#{1,6} (?=\S)|\*\*(?=\S)", re.M),
    "U+FFFD": re.compile("[\ufffd\ue000-\uf8ff]"),
}


def _check(subject: Subject) -> Verdict:
    text = subject.document.text
    if subject.document.media_type == "text/html":
        return not_applied(_HTML)
    problems = (
        _problem(subject, kind, Span(*found.span()))
        for kind, pattern in _KINDS.items()
        for found in pattern.finditer(text)
    )
    return fails(int(bool(text.strip())), problems, _EMPTY)


def _problem(subject: Subject, kind: str, span: Span) -> Problem:
    place = subject.quote(span)
    return Problem(
        message=Message(
            f"{kind} の記号が本文に残っています。", f"Marks of {kind} are left in the text."
        ),
        places=(place,),
        found=place.text,
        group=kind,
    )


_HTML = Message("HTML の文書です。", "The document is HTML.")
_EMPTY = Message("本文がありません。", "There is no text.")

RULE = Rule(
    id="layout.markup_left",
    version=1,
    severity="info",
    title=Message("本文に残った記号", "Markup left in the text"),
    explanation=Message(
        "変換の名残の記号は、印刷物にも検索にも要りません。",
        "Marks that remain from a conversion belong neither in print nor in searches.",
    ),
    check=_check,
    examples=Examples(
        bad=("会議を開いた。<br>次の年も開く。\n", "### 会議\n", "会議\ufffdを開いた。\n"),
        good=("会議を開いた。<NATO>との会議も開いた。\n",),
        not_relevant=("\n",),
    ),
)
