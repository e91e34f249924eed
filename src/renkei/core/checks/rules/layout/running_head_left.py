"""A running head or a side tab of the printed page that a conversion left in the text.

1. The same words stand with a page number before or behind them on a line of their own, three times
   or more, and the numbers grow. Once is enough where the words name a yearly edition (令和8年版 年報).
2. Four lines or more in a row hold one kanji or kana each: letters of a tab set upright.
3. All places are one finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span
from renkei.core.text.document import Line

_BEFORE = re.compile(r"\s*(?P<page>[0-9]{1,4})\s+(?P<words>[^\s。、].{2,38})$")
_BEHIND = re.compile(r"\s*(?P<words>[^\s。、0-9].{2,38}?)\s+(?P<page>[0-9]{1,4})\s*$")
_EDITION = re.compile(r"\s*[0-9]{1,4}\s+(?:令和|平成)(?:[0-9]{1,2}|元)年版\s+\S{2,12}\s*$")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龥]")
_LEAST, _TAB = 3, 4


def _check(subject: Subject) -> Verdict:
    lines = [line for line in subject.lines if _JAPANESE.search(line.text)]
    problems = [*_heads(subject, lines), *_tabs(subject)]
    return fails(len(lines), problems, _NONE)


def _heads(subject: Subject, lines: Sequence[Line]) -> Iterator[Problem]:
    heads: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        found = _BEFORE.match(line.text) or _BEHIND.match(line.text)
        if found is not None and _JAPANESE.search(found["words"]):
            heads["".join(found["words"].split())].append((int(found["page"]), line))
    for words, places in heads.items():
        growing = all(a < b for (a, _), (b, _) in pairwise(places))
        if growing and (len(places) >= _LEAST or _EDITION.match(places[0][1].text)):
            for _, line in places:
                yield _problem(subject, words, line.span)


def _tabs(subject: Subject) -> Iterator[Problem]:
    run: list[Line] = []
    for line in (*subject.lines, None):
        text = line.text.strip() if line is not None else ""
        if line is not None and len(text) == 1 and _JAPANESE.match(text):
            run.append(line)
            continue
        if len(run) >= _TAB:
            words = "".join(each.text.strip() for each in run)
            yield _problem(subject, words, Span(run[0].span.start, run[-1].span.end))
        run = []


def _problem(subject: Subject, words: str, span: Span) -> Problem:
    return Problem(
        message=Message(
            f"各ページの欄外の「{words}」が本文に残っています。",
            f"“{words}” from the margin of every page was left in the text.",
        ),
        places=(subject.quote(span),),
        found=words,
        group=words,
    )


_NONE = Message("文字のある行がありません。", "No line has letters.")
_PAGES = "\n".join(f"港を訪れた。\n\n{page} 令和8年版　港湾年報\n" for page in (11, 12, 14))

RULE = Rule(
    id="layout.running_head_left",
    version=1,
    severity="warning",
    title=Message("本文に残った欄外の見出し", "Running heads left in the text"),
    explanation=Message(
        "ページごとの欄外の見出しや縦書きの耳見出しが、本文に混ざっています。",
        "Running heads or upright tabs of the printed pages are mixed into the text.",
    ),
    check=_check,
    examples=Examples(
        bad=(_PAGES, "港を訪れた。\n航\n路\n整\n備\n船を見た。\n"),
        good=("港を訪れた。\n3 か国の港を見た。\n",),
        not_relevant=("1 2 3\n",),
    ),
)
