"""The head of a directive: number and date of its issue, and of every amendment.

防防国第3923号 / 19.4.13 / 一部改正 26.7.25, or 改正 令和5年7月1日 防衛省訓令第百十一号.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.grammar.years import ERA
from renkei.core.text.blocks import text_lines
from renkei.core.values import ERAS, PartialDate
from renkei.core.values.eras import western_year

_HEAD_LENGTH = 1500
_REFERENCE = r"[一-龥]{2,12}第(?:\d{1,6}|[〇一二三四五六七八九十百千]{1,8})号(?:の\d{1,3})?"
_AMENDED = r"(?:最終|一部|全部|最近)*改正(?:経過|履歴)?[:、]?"
_LINE = re.compile(
    rf"(?P<amended>{_AMENDED})?(?P<before>{_REFERENCE})?(?:\([^()]{{1,20}}\))?[、,]?"
    rf"(?:(?P<era>{ERA})?(?P<year>\d{{1,2}}|元)[.年](?P<month>\d{{1,2}})[.月](?P<day>\d{{1,2}})日?"
    rf"(?:付け?)?[、,]?(?P<behind>{_REFERENCE})?)?(?P<late>(?:により)?(?:一部)?改正)?"
    r"(?:\([^()]{1,30}\))?"
)
_ERA_USED = re.compile(rf"({ERA})(?:\d|元)")
_NAMES = [era.name for era in ERAS]


@dataclass(frozen=True, slots=True)
class Issue:
    """A number of issue or amendment with its date; the era may be inferred."""

    start: int
    end: int
    reference: str | None
    amended: bool
    date: PartialDate
    inferred: bool


def read_issues(text: str) -> Iterator[Issue]:
    """Issue and amendments in the head. A year without an era is of the era the text names most.

    A year smaller than the one before begins the next era. Below an amendment that prints its date
    with its number, lines with both are amendments too.
    """
    named = Counter(_ERA_USED.findall(text))
    era = named.most_common(1)[0][0] if named else _NAMES[-1]
    waiting: re.Match[str] | None = None
    waiting_at = last = 0
    amending = False
    for line in text_lines(text, 0, min(len(text), _HEAD_LENGTH)):
        start, end = line.start, line.end
        found = _LINE.fullmatch("".join(line.text.split()))
        if found is None:
            amending = False
            continue
        if found["year"] is None:
            waiting, waiting_at = (found, start) if found["before"] else (waiting, waiting_at)
            continue
        year = 1 if found["year"] == "元" else int(found["year"])
        era = _era(found["era"], era, year, last)
        last = year
        both = found["before"] or found["behind"]
        amended = bool(found["amended"] or found["late"] or (amending and both))
        amending = amended and both is not None
        reference = both or (waiting["before"] if waiting else None)
        date = _date(era, year, found)
        if date is not None:
            begin = waiting_at if waiting and not both else start
            yield Issue(begin, end, reference, amended, date, found["era"] is None)
        waiting = None


def _era(printed: str | None, current: str, year: int, last: int) -> str:
    if printed:
        return printed
    following = _NAMES.index(current) + 1
    return _NAMES[following] if year < last and following < len(_NAMES) else current


def _date(era: str, year: int, found: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(western_year(era, year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
