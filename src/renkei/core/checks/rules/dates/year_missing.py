"""A month of January to March without its year, where the document prints the year of such months.

1. A list of a fiscal year prints the year of the months from January on (令和4年1月), which belong
   to the next calendar year: at least three quarters of the entries with such a month do. A range
   that began before the fiscal year is not among them.
2. An entry has such a month, and no year is printed in it.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity
from renkei.core.values import ERAS

_YEAR = re.compile(
    r"(?:" + "|".join(era.name for era in ERAS) + r"|[MTSHR])\s*[0-9０-９元]{1,2}|[0-9０-９]{4}"
)
_SHARE = 0.75
_LEAST = 4


def _check(subject: Subject) -> Verdict:
    early = [each for each in subject.listed if _is_early(each)]
    bare = [each for each in early if not _YEAR.search(each.evidence.text)]
    if len(early) < _LEAST or len(early) - len(bare) < _SHARE * len(early):
        return fails(0, (), _NONE)
    return fails(len(early), (_problem(each) for each in bare), _NONE)


def _is_early(each: Activity) -> bool:
    return (
        each.start is not None
        and each.start.month is not None
        and each.start.month < 4
        and each.start.fiscal_year == each.fiscal_year
    )


def _problem(each: Activity) -> Problem:
    assert each.start is not None  # as asked for above
    month, year = each.start.month, each.start.year
    return Problem(
        message=tell(
            "「{text}」の{month}月に年がありません。ほかの1～3月の項目には年があります。",
            "“{text}” prints no year; other entries from January to March do.",
            text=each.evidence.text,
            month=month,
        ),
        places=(each.evidence,),
        found=each.evidence.text,
        expected=f"{year}年{month}月",
    )


_NONE = Message(
    "1～3月に年を付けた活動の一覧がありません。",
    "No list of activities prints the year of months from January to March.",
)
_OTHERS = "<ペルー>\n防衛相会談(令和4年1月)、国防大臣訪日(令和4年2月)及び海軍司令官訪日(令和4年3月)"

RULE = Rule(
    id="dates.year_missing",
    version=1,
    severity="warning",
    title=Message("年のない1～3月", "January to March without the year"),
    explanation=Message(
        "年度の一覧で翌年の1～3月に年を付けているのに、この項目にだけ年がありません。",
        "The list of a fiscal year prints the year of the months from January on; this entry does not.",
    ),
    check=_check,
    examples=Examples(
        bad=(lists(f"●令和3年度\n<チリ>\n防衛相電話会談(2月)\n{_OTHERS}"),),
        good=(lists(f"●令和3年度\n<チリ>\n防衛相電話会談(令和4年2月)\n{_OTHERS}"),),
        not_relevant=(
            lists("●令和3年度\n<チリ>\n防衛相電話会談(2月)\n<ペルー>\n防衛相会談(1月)"),
            "会議を開いた。\n",
        ),
    ),
)
