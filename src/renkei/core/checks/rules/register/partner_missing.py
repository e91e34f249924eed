"""An activity with nobody on the other side.

1. Talks, visits, consultations, signings and exercises have a partner or a framework.
2. A row of such a kind with neither is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.rows import TABLE
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_WITH_SOMEBODY = frozenset(
    {"meeting", "two_plus_two", "visit", "consultation", "signing", "exercise", "port_call"}
)


def _check(subject: Subject) -> Verdict:
    rows = [
        row
        for row in subject.of(Activity)
        if subject.form == "register" and row.kind in _WITH_SOMEBODY
    ]
    return fails(len(rows), _problems(rows), _NONE)


def _problems(rows: list[Activity]) -> Iterator[Problem]:
    for row in rows:
        if not row.partners and not row.framework:
            yield Problem(
                message=Message(
                    f"「{row.title}」に相手も枠組みもありません。",
                    f"“{row.title}” has neither a partner nor a framework.",
                ),
                places=(row.evidence,),
                found=row.title,
            )


_NONE = Message(
    "年月の分かる案件の台帳ではありません。", "This is no register of activities with dates."
)

RULE = Rule(
    id="register.partner_missing",
    version=1,
    severity="warning",
    title=Message("相手のない案件", "Activities without a partner"),
    explanation=Message(
        "相手がなければ、国別の件数にも地図にも現れません。",
        "Without a partner it appears in no count by country and on no map.",
    ),
    check=_check,
    examples=Examples(
        bad=(TABLE + "1\t2025-06\t\t2025\t\tmeeting\tminister\theld\t\t防衛相会談\n",),
        good=(TABLE + "1\t2025-06\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n",),
        not_relevant=("港湾の調査を行った。\n",),
    ),
)
