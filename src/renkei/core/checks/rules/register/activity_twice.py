"""The same activity entered twice.

1. Two rows of the same kind, level, partners and start, the start at least as precise as a month.
2. Their titles are the same but for blanks, or one holds the other.
3. What has another ordinal in its title (第2回, 第3回) is another activity.
4. Port calls, exercises and other deeds of units happen often: they need the same day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.rows import TABLE
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_OFTEN = frozenset({"port_call", "exercise", "visit", "personnel_exchange", "other"})
_ORDINAL = re.compile(r"第(\d+)回")


def _check(subject: Subject) -> Verdict:
    rows = [row for row in subject.of(Activity) if subject.form == "register" and _dated(row)]
    same: dict[object, list[Activity]] = defaultdict(list)
    for row in rows:
        same[row.kind, row.level, row.partners, row.start].append(row)
    return fails(len(rows), _problems(same.values()), _NONE)


def _dated(row: Activity) -> bool:
    if row.start is None or row.start.month is None:
        return False
    return row.kind not in _OFTEN or row.start.day is not None


def _problems(groups: Iterable[list[Activity]]) -> Iterator[Problem]:
    for rows in groups:
        for first, second in pairwise(rows):
            if _alike(first.title, second.title):
                yield Problem(
                    message=Message(
                        f"「{first.title}」と「{second.title}」は同じ案件のようです。",
                        f"“{first.title}” and “{second.title}” seem to be one activity.",
                    ),
                    places=(second.evidence, first.evidence),
                    found=second.title,
                )


def _alike(first: str, second: str) -> bool:
    if _ORDINAL.findall(first) != _ORDINAL.findall(second):
        return False
    one, other = ("".join(title.split()) for title in (first, second))
    return one in other or other in one


_NONE = Message(
    "年月の分かる案件の台帳ではありません。", "This is no register of activities with dates."
)

RULE = Rule(
    id="register.activity_twice",
    version=1,
    severity="warning",
    title=Message("二重に登録された案件", "Activities entered twice"),
    explanation=Message(
        "同じ会談や訓練が二度登録されると、件数が実際より多くなります。",
        "A meeting or exercise entered twice is counted twice.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            TABLE
            + "1\t2025-06\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n"
            + "2\t2025-06\t\t2025\tCHL\tmeeting\tminister\theld\t\t日チリ防衛相会談\n",
        ),
        good=(
            TABLE
            + "1\t2025-06\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n"
            + "2\t2025-11\t\t2025\tCHL\tmeeting\tminister\theld\t\t防衛相会談\n",
        ),
        not_relevant=("港湾の調査を行った。\n",),
    ),
)
