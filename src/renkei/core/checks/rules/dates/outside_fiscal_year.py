"""An entry dated outside the fiscal year of the list it stands in.

1. An entry stands in a list of one fiscal year and has a month.
2. Its month, or the first of a range, is not in that year. A range that reaches into the year is
   told as info: it may have begun before.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity
from renkei.core.values import FiscalYear


def _check(subject: Subject) -> Verdict:
    dated = [
        (each, year) for each in subject.listed if (year := each.start and each.start.fiscal_year)
    ]
    wrong = (
        _problem(each, year)
        for each, year in dated
        if each.fiscal_year is not None and each.fiscal_year != year
    )
    return fails(len(dated), wrong, _NONE)


def _problem(each: Activity, year: FiscalYear) -> Problem:
    reaches = each.end is not None and each.end.fiscal_year == each.fiscal_year
    return Problem(
        message=tell(
            "「{text}」は{listed}年度の一覧にありますが、日付は{year}年度です。",
            "“{text}” is listed under fiscal {listed} but its date is in fiscal {year}.",
            text=each.evidence.text,
            listed=each.fiscal_year,
            year=year,
        ),
        places=(each.evidence,),
        found=each.evidence.text,
        severity="info" if reaches else "warning",
    )


_NONE = Message(
    "年度ごとの活動の一覧がありません。", "There is no list of activities by fiscal year."
)

RULE = Rule(
    id="dates.outside_fiscal_year",
    version=1,
    severity="warning",
    title=Message("一覧の年度の外の日付", "Date outside the fiscal year of the list"),
    explanation=Message(
        "項目の日付が、その一覧の年度（4月から翌年3月まで）に入りません。",
        "The date of the entry is not in the fiscal year (April to March) of its list.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            lists("●令和3年度\n<チリ>\n防衛相会談(令和3年2月)"),
            lists("●令和3年度\n<チリ>\n共同訓練(3月～5月)"),
        ),
        good=(lists("●令和3年度\n<チリ>\n防衛相会談(4月)及び国防大臣訪日(令和4年3月)"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
