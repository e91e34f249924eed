"""Brackets that open and do not close, or close and were never opened.

1. Looked at are (), 「」, 『』, 【】, 〔〕 and 《》 of any width; ( and （ count as one.
2. Brackets pair inside one passage; what is left over may pair within ``_REACH`` passages, in
   either order: cells are cut up, and captions and figures stand between the parts of a sentence.
3. A closing bracket behind a number or letter that begins an item (1), ア), ①) is a list mark.
4. What is left over is told once, with the words around it. In a text set in columns, whose
   captions cut sentences, it is only a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_PAIRS = {")": "(", "」": "「", "』": "『", "】": "【", "〕": "〔", "》": "《"}
_NAMES = {opening: closing for closing, opening in _PAIRS.items()}
_BRACKET = re.compile("[()「」『』【】〔〕《》]")
_MARK = re.compile(
    r"(?:^|[\s、。・:①-⑳)])(?:\d{1,2}|[A-Za-z]|[ア-ン]|[ivxIVXⅰ-ⅿⅠ-Ⅿ]{1,4}|[①-⑳]|注\d?|\*)$"
)
_REACH = 30
_AROUND = 18


class _Bracket(NamedTuple):
    order: int
    passage: Passage
    at: int
    character: str


def _check(subject: Subject) -> Verdict:
    looked_at = sum(1 for passage in subject.passages if _BRACKET.search(passage.text))
    lone = _unmatched(subject.passages)
    return fails(looked_at, (_problem(subject, each) for each in lone), _NONE)


def _unmatched(passages: Iterable[Passage]) -> list[_Bracket]:
    """The brackets that pair with none, in order."""
    waiting: list[_Bracket] = []
    lone: list[_Bracket] = []
    for order, passage in enumerate(passages):
        lone += [each for each in waiting if order - each.order > _REACH]
        waiting = [each for each in waiting if order - each.order <= _REACH]
        for bracket in _left_over(order, passage):
            partner = _last(waiting, _PAIRS.get(bracket.character) or _NAMES[bracket.character])
            if partner is None:
                waiting.append(bracket)
            else:
                waiting.remove(partner)
    return sorted([*lone, *waiting], key=lambda each: (each.order, each.at))


def _left_over(order: int, passage: Passage) -> Iterator[_Bracket]:
    """The brackets of one passage that do not pair inside it."""
    stack: list[_Bracket] = []
    left: list[_Bracket] = []
    for found in _BRACKET.finditer(passage.text):
        bracket = _Bracket(order, passage, found.start(), found[0])
        opening = _PAIRS.get(found[0])
        if opening is None:
            stack.append(bracket)
            continue
        partner = _last(stack, opening)
        if partner is not None:
            del stack[stack.index(partner)]
        elif not (found[0] == ")" and _MARK.search(passage.text[: found.start()])):
            left.append(bracket)
    yield from sorted([*left, *stack], key=lambda each: each.at)


def _last(brackets: list[_Bracket], character: str) -> _Bracket | None:
    return next((each for each in reversed(brackets) if each.character == character), None)


def _problem(subject: Subject, lone: _Bracket) -> Problem:
    text, at = lone.passage.text, lone.at
    opens = lone.character in _NAMES
    partner = _NAMES.get(lone.character) or _PAIRS[lone.character]
    start = at if opens else max(0, at - _AROUND)
    place = subject.quote_passage(lone.passage, start, min(len(text), start + _AROUND + 1))
    message = tell(
        "「{mark}」に対応する「{partner}」がありません。",
        "“{mark}” has no matching “{partner}”.",
        mark=lone.character,
        partner=partner,
    )
    return Problem(
        message=message,
        places=(place,),
        found=place.text,
        expected=partner,
        severity="info" if subject.in_columns else None,
    )


_NONE = Message("括弧がありません。", "There are no brackets.")

RULE = Rule(
    id="layout.brackets_unbalanced",
    version=1,
    severity="error",
    title=Message("括弧の対応", "Brackets that do not pair"),
    explanation=Message(
        "開いた括弧は閉じ、閉じた括弧は開いていなければなりません。"
        "対応を欠くと、どこまでが注記か読み手に分かりません。",
        "A bracket that opens must close. Without its partner nobody can tell where a remark ends.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "研修を三回実施した（令和４年度：研修経費（達成手段②）。\n",
            "港湾の調査を行った）ことにより、計画が進んだ。\n",
        ),
        good=(
            "研修を三回実施した（令和４年度：研修経費（達成手段②））。\n",
            "1) 港湾の調査を行った。\n",
        ),
        not_relevant=("研修を三回実施した。\n",),
    ),
)
