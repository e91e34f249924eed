"""An entry of a dated list that has no month where its neighbours have one.

1. A list of activities gives months: at least two thirds of the entries of its section and fiscal
   year have one.
2. An entry of the same list has none, and names an event of its own.
3. An entry that says why (調整中, 検討中, 未定) is left alone.
4. An entry that shares the month of the next one (A及びB(6月)) is told as info.
"""

from __future__ import annotations

import re
from collections import defaultdict

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_SHARE = 2 / 3
_SHARED = "date_shared"
_OPEN = re.compile("調整中|検討中|未定")


def _check(subject: Subject) -> Verdict:
    entries: dict[tuple[str, str], list[Activity]] = defaultdict(list)
    for each in subject.listed:
        if each.section is not None and each.fiscal_year is not None:
            entries[each.section, str(each.fiscal_year)].append(each)
    dated = [group for group in entries.values() if _gives_months(group)]
    undated = (
        each
        for group in dated
        for each in group
        if (each.start is None or _SHARED in each.notes) and not _OPEN.search(each.evidence.text)
    )
    return fails(sum(map(len, dated)), (_problem(each) for each in undated), _NONE)


def _gives_months(group: list[Activity]) -> bool:
    months = sum(1 for each in group if each.start is not None and each.start.month is not None)
    return months > 0 and months >= _SHARE * (len(group) - 1)


def _problem(entry: Activity) -> Problem:
    if entry.start is not None:
        return _shared(entry)
    return Problem(
        message=tell(
            "「{title}」には、一覧のほかの項目にある月がありません。",
            "“{title}” has no month, as the other entries of the list do.",
            title=entry.title,
        ),
        places=(entry.evidence,),
        found=entry.evidence.text,
    )


def _shared(entry: Activity) -> Problem:
    return Problem(
        message=tell(
            "「{title}」には自分の月がなく、次の項目の月で読むほかありません。",
            "“{title}” has no month of its own; only that of the next entry tells it.",
            title=entry.title,
        ),
        places=(entry.evidence,),
        found=entry.evidence.text,
        severity="info",
    )


_NONE = Message("月を付けた活動の一覧がありません。", "There is no list of activities with months.")

RULE = Rule(
    id="dates.entry_without_month",
    version=1,
    severity="warning",
    title=Message("月のない項目", "List entry without a month"),
    explanation=Message(
        "実績の一覧で、ほかの項目には実施月があるのに、この項目にだけありません。",
        "The other entries of the list tell their month; this one does not.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            lists(
                "●令和3年度\n<チリ>\n第2回日チリ防衛当局間協議(VTC)\n"
                "<ペルー>\n防衛相電話会談(5月)及び第3回日ペルー防衛当局間協議(6月)"
            ),
            lists("●令和3年度\n<チリ>\n日チリ防衛相会談(東京)及びチリ国防次官訪日(7月)"),
        ),
        good=(
            lists(
                "●令和3年度\n<チリ>\n第2回日チリ防衛当局間協議(VTC)(7月)\n"
                "<ペルー>\n防衛相電話会談(5月)"
            ),
        ),
        not_relevant=(
            lists("●令和3年度\n<チリ>\n第2回日チリ防衛当局間協議\n<ペルー>\n防衛相電話会談"),
            "会議を開いた。\n",
        ),
    ),
)
