"""Dates that no calendar has, weekdays that do not fit, and years told twice that differ.

1. A month above 12, or a day that the month does not have (error).
2. A full date with its weekday in brackets, 令和4年4月1日(金), that is another day of the week.
3. A year of an era with the Western year in brackets, or the other way round, that differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.errors import ValueFormError
from renkei.core.text.passages import Passage
from renkei.core.values import ERAS, parse_int, western_year

_ERA = "|".join(era.name for era in ERAS)
_DAY = re.compile(r"(?<![0-9.])(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日(?!間|本)")
_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile(
    rf"(?:(?P<era>{_ERA})\s?(?P<year>元|[0-9]{{1,2}})|(?P<western>[0-9]{{4}}))\s?年\s?"
    rf"(?P<month>[0-9]{{1,2}})\s?月\s?(?P<day>[0-9]{{1,2}})\s?日\s?\((?P<weekday>[{_WEEKDAYS}])(?:曜日?)?\)"
)
_TWICE = (
    re.compile(
        rf"(?P<era>{_ERA})\s?(?P<year>元|[0-9]{{1,2}})\s?年?\((?P<western>[0-9]{{4}})年?度?\)"
    ),
    re.compile(
        rf"(?P<western>[0-9]{{4}})\s?年?\((?P<era>{_ERA})\s?(?P<year>元|[0-9]{{1,2}})年?度?\)"
    ),
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_Said = tuple[str, str] | None


def _check(subject: Subject) -> Verdict:
    found = [
        (passage, date_, said)
        for passage in subject.passages
        for date_, said in _dates(passage.text)
    ]
    problems = (_problem(subject, passage, date_, said) for passage, date_, said in found if said)
    return fails(len(found), problems, _NONE)


def _dates(text: str) -> Iterator[tuple[re.Match[str], _Said]]:
    """Each date that can be wrong, and what is to be said of it in both languages."""
    looks: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Said]], ...] = (
        (_DAY, _day),
        (_WEEKDAY, _weekday),
        (_TWICE[0], _twice),
        (_TWICE[1], _twice),
    )
    for pattern, look in looks:
        for found in pattern.finditer(text):
            yield found, look(found)


def _day(found: re.Match[str]) -> _Said:
    month, day = int(found["month"]), int(found["day"])
    if 1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]:
        return None
    return "暦にない日付です。", "no calendar has this day."


def _weekday(found: re.Match[str]) -> _Said:
    try:
        day = date(_year(found), int(found["month"]), int(found["day"]))
    except (ValueError, ValueFormError):
        return None  # told by the first condition
    right = _WEEKDAYS[day.weekday()]
    if right == found["weekday"]:
        return None
    return f"この日は{right}曜日です。", f"the day is a {day:%A}."


def _year(found: re.Match[str]) -> int:
    return int(found["western"] or 0) or western_year(found["era"], parse_int(found["year"]))


def _twice(found: re.Match[str]) -> _Said:
    meant = western_year(found["era"], parse_int(found["year"]))
    if meant == int(found["western"]):
        return None
    return f"{found['era']}{found['year']}年は{meant}年です。", f"that year of the era is {meant}."


def _problem(
    subject: Subject, passage: Passage, found: re.Match[str], said: tuple[str, str]
) -> Problem:
    return Problem(
        message=Message(f"「{found[0]}」: {said[0]}", f"“{found[0]}”: {said[1]}"),
        places=(subject.quote_passage(passage, *found.span()),),
        found=found[0],
    )


_NONE = Message("日付がありません。", "There are no dates.")

RULE = Rule(
    id="dates.impossible",
    version=1,
    severity="error",
    title=Message("あり得ない日付、曜日、年", "Impossible date, weekday or year"),
    explanation=Message(
        "暦にない月日、日付と合わない曜日、元号と西暦が食い違う年です。",
        "A day that no calendar has, a weekday that does not fit, or an era and a Western year "
        "that differ.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "令和4年2月30日に協議した。\n",
            "令和4年4月1日(木)に協議した。\n",
            "令和4(2021)年に協議した。\n",
            "2021年(令和4年)に協議した。\n",
        ),
        good=("令和4年4月1日(金)、2024年2月29日、令和4(2022)年及び2021年(令和3年)に協議した。\n",),
        not_relevant=("会議を開いた。\n",),
    ),
)
