"""A web address that cannot work as printed. Its shape only; nothing is looked up.

1. An address begins with http:// or https://, or looks as if it should (ttp://, http:/x, http//x).
2. There is a blank behind the slashes, a slash or letter is missing in the beginning, or two dots
   follow each other in the name of the host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_START = re.compile(r"h?ttps?:?/{1,3}\s*(?:[A-Za-z0-9-]+\.+)+[A-Za-z]{2,}")
_RIGHT = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_HEAD = re.compile(r"h?ttp(s?):?/{1,3}\s*")


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, address)
        for passage in subject.passages
        if "ttp" in passage.text
        for address in _START.finditer(passage.text)
    ]
    return fails(len(found), _problems(subject, found), _NONE)


def _problems(subject: Subject, found: list[tuple[Passage, re.Match[str]]]) -> Iterator[Problem]:
    for passage, address in found:
        if not _RIGHT.fullmatch(address[0]):
            place = subject.quote_passage(passage, *address.span())
            meant = _meant(address[0])
            yield Problem(
                message=Message(
                    f"「{address[0]}」はアドレスとして働きません。",
                    f"“{address[0]}” does not work as an address.",
                ),
                places=(place,),
                found=address[0],
                expected=meant,
                corrections=(Correction(passage.span(*address.span()), meant),),
            )


def _meant(printed: str) -> str:
    host = _HEAD.sub(r"http\1://", printed)
    return re.sub(r"\.{2,}", ".", host)


_NONE = Message("アドレスがありません。", "There are no addresses.")

RULE = Rule(
    id="references.address_broken",
    version=1,
    severity="warning",
    title=Message("壊れたアドレス", "Broken web address"),
    explanation=Message(
        "アドレスに空白が入ったり、文字が抜けたりして、たどれません。",
        "A blank or a missing character keeps readers from following the address.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "・統計のページ\n（http:// www.example.org/ja）\n",
            "・統計のページ\n（ttps://www.example.go.jp/）\n",
            "・統計のページ\n（https:/www.example..jp/）\n",
        ),
        good=("・統計のページ\n（https://www.example.go.jp/toukei/index.html）\n",),
        not_relevant=("・統計のページ\n",),
    ),
)
