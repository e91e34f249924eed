"""A full stop on both sides of a closing bracket: 。）。

1. A full stop, a closing round bracket and another full stop follow each other.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Rule, Verdict
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import check_slips, slip

_SLIPS = (
    slip(
        r"。\)。",
        ")。",
        "句点は括弧のどちらか一方だけに付けます。",
        "A full stop stands on one side of the bracket only.",
    ),
)


def _check(subject: Subject) -> Verdict:
    return check_slips(subject, _SLIPS)


RULE = Rule(
    id="layout.full_stop_twice",
    version=1,
    severity="info",
    title=Message("括弧の内と外の句点", "Full stops inside and outside a bracket"),
    explanation=Message(
        "閉じ括弧の前と後ろの両方に句点があります。",
        "A full stop stands before the closing bracket and another behind it.",
    ),
    check=_check,
    examples=Examples(
        bad=("港を訪れた（３日間の旅である。）。\n",),
        good=("港を訪れた（３日間の旅）。\n",),
        not_relevant=("1 2 3\n",),
    ),
)
