"""A verb whose ending lost a letter or kept one too many: 招へいた, 協力してくこと, 混同さやすい.

1. A noun that the language makes a verb of with する, right before た (招へいた). The noun is one that
   the same document conjugates with し, and no word begins with the た (たび, ため).
2. て or で before く where a noun or the end follows: い is missing.
3. さ before やすい behind kanji: れ is missing.
4. 資す before anything but る or べき.
5. Two endings in one: 実施したできた. Which one was meant the rule does not know.
6. A large つ in a form of て (あつては) where the document writes っ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import (
    around,
    check_slips,
    corrections,
    japanese,
    slip,
)
from renkei.core.text.passages import Passage

_SLIPS = (
    slip(
        r"(?<=[しっりきいえけせてねべめれ])てく(?=こと|。|必要|旨|方針|べき)|(?<=[んい])でく(?=こと|。)",  # 2
        "ていく",
        "「い」が抜けています。",
        "い is missing.",
    ),
    slip(
        r"(?<=[一-龥])さやす(?=[いく])", "されやす", "「れ」が抜けています。", "れ is missing."
    ),  # 3
    slip(r"(?<=[にへ])資す(?![るべ])", "資する", "「る」が抜けています。", "る is missing."),  # 4
)
_SMALL = slip(
    r"(?<=[あよなか従])つて(?=は|も|い|、)",
    "って",
    "促音は小さい「っ」で書きます。",
    "The double consonant is っ.",
)
_NO_SHI = re.compile(r"([一-龥]{1,3}(?:へい)?)た(?=[一-龥。])")  # 1
_TWICE = re.compile(r"(?:した|った|れた)でき[たる](?=こと|。)|してした|したした")  # 5
_KANJI_TWO = 2


def _check(subject: Subject) -> Verdict:
    passages = japanese(subject)
    slips = (*_SLIPS, *((_SMALL,) if _writes_small(passages) else ()))
    found = check_slips(subject, slips)
    if not found.applied:
        return found
    problems = (*found.problems, *_no_shi(subject, passages), *_twice(subject, passages))
    return fails(found.applied, problems, Message("", ""))


def _writes_small(passages: list[Passage]) -> bool:
    return any("って" in passage.text for passage in passages)


def _no_shi(subject: Subject, passages: list[Passage]) -> Iterator[Problem]:
    for passage in passages:
        for found in _NO_SHI.finditer(passage.text):
            noun = found[1]
            if len(noun) >= _KANJI_TWO and _conjugated(noun, passages):
                yield _missing(subject, passage, found, f"{noun}した")


def _conjugated(noun: str, passages: list[Passage]) -> bool:
    forms = (f"を{noun}し", f"を{noun}する")
    return any(form in passage.text for passage in passages for form in forms)


def _missing(subject: Subject, passage: Passage, found: re.Match[str], right: str) -> Problem:
    return Problem(
        message=Message(
            f"「{found[0]}」は「{right}」の誤りと思われます。",
            f"“{found[0]}” seems to be a slip for “{right}”.",
        ),
        places=(around(subject, passage, *found.span()),),
        found=found[0],
        expected=right,
        corrections=tuple(corrections(subject, passage, *found.span(), right)),
    )


def _twice(subject: Subject, passages: list[Passage]) -> Iterator[Problem]:
    for passage in passages:
        for found in _TWICE.finditer(passage.text):
            yield Problem(
                message=Message(
                    f"「{found[0]}」は二つの言い方が混ざっています。",
                    f"“{found[0]}” mixes two ways of putting it.",
                ),
                places=(around(subject, passage, *found.span()),),
                found=found[0],
            )


RULE = Rule(
    id="layout.inflections_broken",
    version=1,
    severity="warning",
    title=Message("活用の崩れ", "Broken inflections"),
    explanation=Message(
        "書き直しや打ち間違いで、動詞の活用の文字が足りないか余っています。",
        "The ending of a verb lost a letter, or kept one of an earlier wording.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "講師を招へいし、会を開いた。\n講師を招へいた講座が続いた。\n",
            "港の整備に協力してくことを述べた。\n",
            "灯台は混同さやすい光を出す。\n",
            "航路の安全に資す有効な研修だった。\n",
            "講座を実施したできた。\n",
            "港へ行って見た。協会にあつては、船を持つ。\n",
        ),
        good=(
            "講師を招へいした。協力していくこととし、誤解されやすい点の解消に資する研修を実施できた。\n",
            "新たな船を得た。船を派遣したたびに港に寄り、持ってくることとした。\n",
        ),
        not_relevant=("1 2 3\n",),
    ),
)
