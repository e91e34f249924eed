"""An era that cannot be meant: 平成元年 for 令和元年, a month before an era began or after it ended.

1. 令和元年 with a month before May: the era began on 1 May (error). Fiscal years are none.
2. 平成元年 with a month from May on, in a document that writes of 令和元年 and of no other year
   before 平成10年: the era before is meant by mistake (warning). Years of laws are none.
3. 平成31年 with a month after April, or 平成32年 and later, outside a range of years that began
   before the change (平成31年度～35年度): info, as plans were made in such years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.severity import Severity
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_DATE = re.compile(
    r"(?P<era>平成|令和)\s?(?P<year>元|[0-9]{1,2})\s?年(?P<fiscal>度)?(?:\s?(?P<month>[0-9]{1,2})\s?月)?"
)
_LAW = re.compile(r"(?:法律|政令|省令|条約|告示|訓令)")
_RANGE = re.compile(r"[~〜～]\s?(?:平成)?$")
_AHEAD = 6
_OLD = re.compile(r"平成\s?[2-9]\s?年")


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, date)
        for passage in subject.passages
        if "年" in passage.text
        for date in _DATE.finditer(passage.text)
    ]
    return fails(len(found), _problems(subject, found), _NONE)


def _problems(subject: Subject, found: list[tuple[Passage, re.Match[str]]]) -> Iterator[Problem]:
    recent = _is_recent(found)
    for passage, date in found:
        meant, severity = _meant(date, recent)
        ahead = passage.text[max(0, date.start() - _AHEAD) : date.start()]
        if severity and not _LAW.match(passage.text, date.end()) and not _RANGE.search(ahead):
            yield _problem(subject, passage, date, meant, severity)


def _is_recent(found: list[tuple[Passage, re.Match[str]]]) -> bool:
    """Whether the document speaks of 令和元年 and of nothing near 平成元年."""
    texts = [date[0] for _, date in found]
    return any("令和" in text for text in texts) and not any(_OLD.match(t) for t in texts)


def _meant(date: re.Match[str], recent: bool) -> tuple[str | None, Severity | None]:
    """What the date should read, and how grave it is; None for one that is right."""
    year = 1 if date["year"] == "元" else int(date["year"])
    month = int(date["month"] or 0)
    if date["era"] == "令和":
        wrong = year == 1 and 0 < month < 5
        return ("平成31年", "error") if wrong else (None, None)
    if year == 1 and month >= 5 and recent:
        return "令和元年", "warning"
    late = (year == 31 and month >= 5) or year > 31
    return (f"令和{year - 30}年".replace("令和1年", "令和元年"), "info") if late else (None, None)


def _problem(
    subject: Subject,
    passage: Passage,
    date: re.Match[str],
    meant: str | None,
    severity: Severity,
) -> Problem:
    return Problem(
        message=Message(
            f"「{date[0]}」は元号と年月が合いません（「{meant}」の誤りではありませんか）。",
            f"“{date[0]}”: the era does not fit the year and month ({meant} may be meant).",
        ),
        places=(subject.quote_passage(passage, *date.span()),),
        found=date[0],
        expected=meant,
        severity=severity,
    )


_NONE = Message("平成・令和の年がありません。", "There is no year of 平成 or 令和.")

RULE = Rule(
    id="dates.era_misprinted",
    version=1,
    severity="error",
    title=Message("元号の誤り", "Wrong era"),
    explanation=Message(
        "その年月にはまだ（もう）ない元号です。改元の前後を写し間違えると起こります。",
        "The era had not begun, or was over, in that month: a slip around the change of era.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "令和元年4月に協議した。\n",
            "令和元年6月に会合を開き、平成元年8月3日に声明を出した。\n",
            "平成31年6月に協議した。\n",
        ),
        good=("平成31年4月、令和元年5月、平成31年度～平成35年度及び平成元年度の計画。\n",),
        not_relevant=("会議を開いた。\n",),
    ),
)
