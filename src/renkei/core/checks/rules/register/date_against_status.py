"""Activities told as held before their time, or still as planned after it.

1. Held, but the first day it can mean is after the day on which the register is looked at.
2. Planned, but the last day it can mean has passed: it was held, postponed or cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.rows import TABLE
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity


def _check(subject: Subject) -> Verdict:
    rows = [row for row in subject.of(Activity) if subject.form == "register" and row.start]
    return fails(len(rows), _problems(subject, rows), _NONE)


def _problems(subject: Subject, rows: list[Activity]) -> Iterator[Problem]:
    today = subject.today
    for row in rows:
        if row.start is None or today is None:
            continue
        if row.status == "held" and row.start.first_day > today:
            yield _problem(
                row,
                "実施済みですが、日付がまだ先です。",
                "It is told as held, but its date is still to come.",
            )
        elif row.status == "planned" and (row.end or row.start).last_day < today:
            yield _problem(
                row,
                "予定のまま日付が過ぎています。",
                "It is still told as planned, but its date has passed.",
            )


def _problem(row: Activity, ja: str, en: str) -> Problem:
    return Problem(
        message=Message(
            f"「{row.title}」（{row.start}）は{ja}", f"“{row.title}” ({row.start}): {en}"
        ),
        places=(row.evidence,),
        found=f"{row.status} {row.start}",
    )


_NONE = Message(
    "年月の分かる案件の台帳ではありません。", "This is no register of activities with dates."
)

RULE = Rule(
    id="register.date_against_status",
    version=1,
    severity="warning",
    title=Message("日付と状態の食い違い", "Status against date"),
    explanation=Message(
        "実施したか、延期したか、中止したかを記録すると、計画と実績の数が合います。",
        "Once it is told as held, postponed or cancelled, plans and results add up.",
    ),
    check=_check,
    examples=Examples(
        bad=(TABLE + "1\t2025-06\t\t2025\tCHL\tmeeting\tminister\tplanned\t\t防衛相会談\n",),
        good=(TABLE + "1\t2025-06\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n",),
        not_relevant=("港湾の調査を行った。\n",),
    ),
)
