"""A list headed by a fiscal year that is not among the years of the sheet.

1. The name of the sheet tells its fiscal years: one, or from one to another (令和元年度から令和3年度).
2. A list of activities stands under a year before the first of them or after the year that
   follows the last. A sheet may tell of the year in which it was written.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity, SheetField
from renkei.core.values import ERAS, FiscalYear

_YEAR = re.compile(
    r"(?:" + "|".join(era.name for era in ERAS) + r")\s?(?:元|[0-9]{1,2})\s?年度|[0-9]{4}\s?年度"
)


def _check(subject: Subject) -> Verdict:
    form = next((each for each in subject.of(SheetField) if each.key == "様式名"), None)
    years = [FiscalYear.parse(found) for found in _YEAR.findall(form.value)] if form else []
    listed = _first_of_lists(subject) if years else []
    wrong = (each for each in listed if _is_outside(each, years))
    problems = (_problem(each, form) for each in wrong if form is not None)
    return fails(len(listed), problems, _NONE)


def _first_of_lists(subject: Subject) -> list[Activity]:
    """The first entry of every section and fiscal year."""
    found: dict[tuple[str, int], Activity] = {}
    for each in subject.listed:
        if each.section is not None and each.fiscal_year is not None:
            found.setdefault((each.section, each.fiscal_year.start), each)
    return list(found.values())


def _is_outside(entry: Activity, years: list[FiscalYear]) -> bool:
    assert entry.fiscal_year is not None  # as gathered
    return not min(years).start <= entry.fiscal_year.start <= max(years).start + 1


def _problem(entry: Activity, form: SheetField) -> Problem:
    return Problem(
        message=tell(
            "{year}年度の一覧がありますが、この評価書は「{form}」です。",
            "There is a list of fiscal {year}, but the sheet is “{form}”.",
            year=entry.fiscal_year,
            form=form.value,
        ),
        places=(entry.evidence, form.evidence),
        found=str(entry.fiscal_year),
    )


_NONE = Message(
    "年度を示す様式名と年度ごとの一覧がそろっていません。",
    "The sheet does not tell its years beside lists by year.",
)

RULE = Rule(
    id="dates.year_of_list",
    version=1,
    severity="error",
    title=Message("評価書の期間の外の一覧", "List of a year outside the sheet"),
    explanation=Message(
        "一覧の見出しの年度が、評価書の題名の期間に入りません。元号の書き誤りで起こります。",
        "The year that heads a list is not among the years of the sheet: often a slip of the era.",
    ),
    check=_check,
    examples=Examples(
        bad=(lists("●平成3年度\n<チリ>\n防衛相会談(5月)", "●令和4年度\n<チリ>\n防衛相会談(6月)"),),
        good=(lists("●令和3年度\n<チリ>\n防衛相会談(5月)", "●令和4年度\n<チリ>\n防衛相会談(6月)"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
