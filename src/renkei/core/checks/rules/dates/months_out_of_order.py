"""Months of one entry that run backwards: 防衛相会談(10月及び5月).

1. An entry gives several months.
2. One of them lies before the one printed ahead of it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity


def _check(subject: Subject) -> Verdict:
    entries: dict[tuple[int, str], list[Activity]] = defaultdict(list)
    for each in subject.listed:
        if each.start is not None:
            entries[each.evidence.start, each.title].append(each)
    several = [entry for entry in entries.values() if len(entry) > 1]
    wrong = (_problem(entry) for entry in several if not _rises(entry))
    return fails(len(several), wrong, _NONE)


def _rises(entry: list[Activity]) -> bool:
    days = [each.start.first_day for each in entry if each.start is not None]
    return all(one <= two for one, two in pairwise(days))


def _problem(entry: list[Activity]) -> Problem:
    last = entry[-1]
    return Problem(
        message=tell(
            "「{text}」の月の順が逆です。",
            "The months of “{text}” are not in order.",
            text=last.evidence.text,
        ),
        places=(last.evidence,),
        found=last.evidence.text,
    )


_NONE = Message("月を二つ以上持つ項目がありません。", "No entry gives more than one month.")

RULE = Rule(
    id="dates.months_out_of_order",
    version=1,
    severity="warning",
    title=Message("項目の中の月の順", "Months of an entry out of order"),
    explanation=Message(
        "一つの項目の月は年度の順に並びます。逆なら、月か年が違うおそれがあります。",
        "The months of an entry follow the fiscal year. Where they run backwards, a month or year "
        "may be wrong.",
    ),
    check=_check,
    examples=Examples(
        bad=(lists("●令和3年度\n<チリ>\n防衛相電話会談(10月及び5月)"),),
        good=(lists("●令和3年度\n<チリ>\n防衛相電話会談(5月、10月及び令和4年1月)"),),
        not_relevant=(lists("●令和3年度\n<チリ>\n防衛相電話会談(10月)"), "会議を開いた。\n"),
    ),
)
