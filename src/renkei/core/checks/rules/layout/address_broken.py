"""A blank inside the address of a page on the web: http:// www.example.jp.

1. A blank between the two slashes and the name of the host.
2. A blank inside a bracketed address, before letters that end in a file or path (.html, /) at the
   closing bracket. An address that wraps to the next line is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Correction, Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

_ADDRESS = re.compile(r"https?:/[^\s（）()「」、。]*")
_BROKEN = re.compile(
    r"https?://[ 　]+[\w.-]+[^\s（）()]*"
    r"|https?://[^\s（）()]+[ 　]+[\w/.-]+(?:\.html?|\.pdf|/)(?=[)）])"
)


def _check(subject: Subject) -> Verdict:
    addresses = sum(len(_ADDRESS.findall(line.text)) for line in subject.lines)
    return fails(addresses, _problems(subject), _NONE)


def _problems(subject: Subject) -> Iterator[Problem]:
    for found in _BROKEN.finditer(subject.document.text):
        right = re.sub(r"[ 　]+", "", found[0])
        span = Span(*found.span())
        yield Problem(
            message=Message(
                f"アドレス「{found[0]}」の中に空白があり、開けません。",
                f"The address “{found[0]}” has a blank in it and cannot be opened.",
            ),
            places=(subject.quote(span),),
            found=found[0],
            expected=right,
            corrections=(Correction(span, right),),
        )


_NONE = Message("アドレスがありません。", "There is no address of a page on the web.")

RULE = Rule(
    id="layout.address_broken",
    version=1,
    severity="error",
    title=Message("空白で切れたアドレス", "Addresses cut by a blank"),
    explanation=Message(
        "アドレスの途中の空白は、貼り付けのときに入ったものです。そのままでは開けません。",
        "A blank came into the address when it was pasted; as it stands it leads nowhere.",
    ),
    check=_check,
    examples=Examples(
        bad=("（http:// www.example.jp/minato）\n", "（https://www.example.jp/mi nato/a.html）\n"),
        good=("（https://www.example.jp/minato/a.html）を見た。\n",),
        not_relevant=("港のページを見た。\n",),
    ),
)
