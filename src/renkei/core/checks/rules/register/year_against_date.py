"""The fiscal year of an activity is not the one its date falls in.

1. The start is at least as precise as a month, so that its fiscal year (April to March) is certain.
2. The fiscal year entered is another.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.rows import TABLE
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity


def _check(subject: Subject) -> Verdict:
    rows = [
        row
        for row in subject.of(Activity)
        if subject.form == "register" and row.start and row.start.fiscal_year and row.fiscal_year
    ]
    return fails(len(rows), _problems(rows), _NONE)


def _problems(rows: list[Activity]) -> Iterator[Problem]:
    for row in rows:
        right = row.start.fiscal_year if row.start else None
        if right and right != row.fiscal_year:
            yield Problem(
                message=Message(
                    f"「{row.title}」の年度は {row.fiscal_year} ですが、{row.start} は {right} 年度です。",
                    f"“{row.title}” is entered in fiscal {row.fiscal_year}, but {row.start} is in {right}.",
                ),
                places=(row.evidence,),
                found=str(row.fiscal_year),
                expected=str(right),
            )


_NONE = Message(
    "年月の分かる案件の台帳ではありません。", "This is no register of activities with dates."
)

RULE = Rule(
    id="register.year_against_date",
    version=1,
    severity="error",
    title=Message("日付と年度の食い違い", "Fiscal year against date"),
    explanation=Message(
        "年度が違うと、評価の年の件数に数えられません。",
        "In the wrong fiscal year it is not counted where it belongs.",
    ),
    check=_check,
    examples=Examples(
        bad=(TABLE + "1\t2026-02\t\t2026\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n",),
        good=(TABLE + "1\t2026-02\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n",),
        not_relevant=("港湾の調査を行った。\n",),
    ),
)
