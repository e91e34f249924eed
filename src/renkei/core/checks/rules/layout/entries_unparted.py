"""Entries of a list that the comma between them, or the last of them, does not part rightly.

1. A passage without full stops lists at least three entries that end in a month in brackets (5月) and
   are parted by commas.
2. An entry directly behind such a bracket, with no comma, 及び, 並びに or 又は, has lost what parts it.
3. A comma behind the last entry waits for an entry that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import around
from renkei.core.text.passages import Passage

_PARTED = re.compile(r"月(?:\([0-9]回\))?\)(?:、|及び|並びに)")
_UNPARTED = re.compile(r"月\)(?=[一-龥ァ-ヶA-Z])(?!及び|並びに|又は|等|開|を|の|に)")
_OPEN = re.compile(r"月\)、\s*$")
_ENTRIES = 3


def _check(subject: Subject) -> Verdict:
    lists = [passage for passage in subject.passages if _is_list(passage)]
    problems = (problem for passage in lists for problem in _problems(subject, passage))
    return fails(len(lists), problems, _NONE)


def _is_list(passage: Passage) -> bool:
    return "。" not in passage.text and len(_PARTED.findall(passage.text)) >= _ENTRIES - 1


def _problems(subject: Subject, passage: Passage) -> Iterator[Problem]:
    for found in _UNPARTED.finditer(passage.text):
        yield _unparted(subject, passage, found)
    for found in _OPEN.finditer(passage.text):
        yield _open(subject, passage, found)


def _unparted(subject: Subject, passage: Passage, found: re.Match[str]) -> Problem:
    return Problem(
        message=Message(
            "項目の間の読点が抜けています。", "The comma between two entries is missing."
        ),
        places=(around(subject, passage, *found.span()),),
        found=found[0],
        expected=f"{found[0]}、",
        corrections=(Correction(passage.span(*found.span()), f"{found[0]}、"),),
    )


def _open(subject: Subject, passage: Passage, found: re.Match[str]) -> Problem:
    end = found.start() + len("月)、")
    return Problem(
        message=Message(
            "最後の項目の後に読点が残っています。続く項目が抜けていないか確かめてください。",
            "A comma is left behind the last entry. Is an entry missing?",
        ),
        places=(around(subject, passage, found.start(), end),),
        found=found[0].strip(),
        expected="月)",
    )


_NONE = Message(
    "括弧書きの月で終わる項目を読点で並べた一覧がありません。",
    "No list of entries ends them in a month in brackets and parts them by commas.",
)

RULE = Rule(
    id="layout.entries_unparted",
    version=1,
    severity="warning",
    title=Message("一覧の項目の区切り", "Entries of a list not parted rightly"),
    explanation=Message(
        "一覧の項目の間の読点が抜けると二つが一つに見え、末尾に残ると続きがあるように見えます。",
        "Without a comma two entries look like one; with one left at the end, another seems to follow.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港長会談(5月)、船長電話会談(6月)、技師訪日(7月)局長島訪問(9月)及び船長訪日(12月)\n",
            "港長会談(5月)、船長電話会談(6月)、技師訪日(7月)、\n",
        ),
        good=("港長会談(5月)、船長電話会談(6月)、技師訪日(7月)及び船長訪日(12月)\n",),
        not_relevant=("会談(5月)を開いた。\n",),
    ),
)
