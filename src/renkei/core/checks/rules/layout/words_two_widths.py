"""A name in Latin letters and digits that is printed in another width than elsewhere: Ｇ20 beside G20.

1. A name begins with a Latin letter and holds letters, digits and the strokes between them. Two are
   the same name when only their widths differ (Unicode NFKC), not their capitals.
2. The way of printing that has more than half of its places, and two at least, is the document's own;
   every other departs.
3. A name of which a part is full-width and a part half-width (SDGｓ), of letters and strokes, departs without
   another place to compare.
4. Addresses are no names. All places of one name printed one way are one finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

_NAME = re.compile(
    r"[A-Za-zＡ-Ｚａ-ｚ](?:[A-Za-zＡ-Ｚａ-ｚ0-9０-９]|[-－](?=[A-Za-zＡ-Ｚａ-ｚ0-9０-９]))+"
)
_ADDRESS = re.compile(r"[A-Za-z]{3,5}://[!-~]+")
_HALF, _FULL = re.compile("[A-Za-z]"), re.compile("[Ａ-Ｚａ-ｚ－]")


def _check(subject: Subject) -> Verdict:
    found = list(_names(subject.document.text))
    ways: dict[str, Counter[str]] = {}
    for printed, _ in found:
        ways.setdefault(_folded(printed), Counter())[printed] += 1
    return fails(len(found), _problems(subject, found, ways), _NONE)


def _names(text: str) -> Iterator[tuple[str, Span]]:
    addresses = [each.span() for each in _ADDRESS.finditer(text)]
    within = {at for start, end in addresses for at in range(start, end)}
    for name in _NAME.finditer(text):
        if name.start() not in within:
            yield name[0], Span(*name.span())


def _folded(printed: str) -> str:
    return unicodedata.normalize("NFKC", printed)


def _problems(
    subject: Subject, found: list[tuple[str, Span]], ways: dict[str, Counter[str]]
) -> Iterator[Problem]:
    for printed, span in found:
        right = _expected(printed, ways[_folded(printed)])
        if right != printed:
            yield Problem(
                message=Message(
                    f"「{printed}」は「{right}」と全角・半角が違います。",
                    f"“{printed}” differs from “{right}” in the width of its characters.",
                ),
                places=(subject.quote(span),),
                found=printed,
                expected=right,
                corrections=(Correction(span, right),),
                group=printed,
            )


def _expected(printed: str, ways: Counter[str]) -> str:
    if _HALF.search(printed) and _FULL.search(printed):
        return _folded(printed)
    right, count = ways.most_common(1)[0]
    return right if count >= 2 and 2 * count > ways.total() else printed


_NONE = Message(
    "英字で始まる名前がありません。",
    "There is no name in Latin letters.",
)

RULE = Rule(
    id="layout.words_two_widths",
    version=1,
    severity="info",
    title=Message("全角と半角の混ざる英字の名前", "Names in Latin letters of two widths"),
    explanation=Message(
        "英字と数字の名前は、一つの文書の中で全角か半角の一方にそろえます。",
        "A name in Latin letters and digits keeps one width throughout a document.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "Q7 の会合、Q7 の声明と Ｑ７ の港を調べた。\n",
            "港の HRBｓ を調べた。\n",
        ),
        good=("Q7 の会合、Q7 の声明と Q7 の港を調べた。\n",),
        not_relevant=("会合を開いた。\n",),
    ),
)
