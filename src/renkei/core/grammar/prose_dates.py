"""Dates as running prose prints them: 同年5月、8月及び10月, 同月, 翌年, ranges, 2007年以降.

A date says only what is new: a month takes the year last mentioned, 同月 the month, a day alone the
month of the day before it in the sentence. In a text on one fiscal year a month is that year's. Dates
in brackets are asides and do not change what is carried on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from renkei.core.grammar.years import ERA, YEAR, year_of
from renkei.core.values import ERAS, FiscalYear, PartialDate

_RELATIVE = {"同年": 0, "翌年": 1, "翌々年": 2, "前年": -1}
_PUBLISHED = {"本年": 0, "今年": 0, "昨年": -1, "一昨年": -2}
_SAME_ERA = r"(?:\d{2}\(同\d{1,2}\)年|同\d{1,2}年)"
_ANY_YEAR = rf"(?:{_SAME_ERA}|{YEAR})"
_WORD = "(?:" + "|".join((*_RELATIVE, *_PUBLISHED)) + ")"
_MONTH = r"(?<![\d.])\d{1,2}月(?!間|平均)"
_TENTH = "(?:上旬|中旬|下旬|初旬|初め|末|頃)?"
_ERA_FIRST = "".join(era.name[0] + era.letter for era in ERAS)
_POINT = (
    rf"(?:(?P<year>{_ANY_YEAR}|{_WORD})(?:の|、)?)?(?P<month>{_MONTH})(?:(?P<day>\d{{1,2}})日)?{_TENTH}"
    r"|(?P<same>同月|翌月)(?:(?P<same_day>\d{1,2})日)?|(?<![\d.,月第])(?P<later>\d{1,2})日(?=[にのは、])(?!の日程)"
    rf"|(?P<only>{_ANY_YEAR}|同年)(?P<season>[春夏秋冬](?!季))?(?![度代間版来半\d])(?!前後)(?!連続)"
)
_DATE = re.compile(rf"(?=[\d同翌前本今昨一元{_ERA_FIRST}])(?:{_POINT})")  # cheap, tried first
_ERA_NAME = re.compile(ERA)
_TO = re.compile(r"(?:から|より)?(?:～|-)|から(?=[^。、]{0,6}(?:\d{1,2}月|\d{4}年|翌年|同年))")
_TO_DAY = re.compile(r"(?:から|～|-|－)(?P<day>\d{1,2})日")
_JOINED = re.compile(r"(?:、?(?:及び|並びに|および)|、|・|と)")
_SINCE = re.compile(r"(?:以降|以来|から|より)(?!の間)")


@dataclass(frozen=True, slots=True)
class Point:
    """One date. ``start_at``/``end_at`` count in the text that was read."""

    start: PartialDate
    end: PartialDate | None
    start_at: int
    end_at: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateGroup:
    """Dates printed in one breath (5月、8月及び10月). ``since``: 以降, から, より follow."""

    points: tuple[Point, ...]
    start: int
    end: int
    since: bool = False
    aside: bool = False


@dataclass(slots=True)
class Carried:
    """The year, month and day last mentioned in a passage, and what is known of the whole text.

    ``published`` is the year of publication, ``fiscal`` the fiscal year that the text is on.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    published: int | None = None
    fiscal: FiscalYear | None = None
    era: str = ""
    unresolved: list[tuple[int, int]] = field(default_factory=list)


def read_dates(text: str, carried: Carried) -> list[DateGroup]:
    """The dates of a sentence in order; ``carried`` is read and brought up to date.

    What looks like a date and cannot be told (同月 with nothing before it) is put in
    ``carried.unresolved``, emptied at each call.
    """
    carried.unresolved, carried.day = [], None
    depths = _depths(text)
    groups: list[DateGroup] = []
    at = 0
    while (found := _DATE.search(text, at)) is not None:
        at = found.end()
        if found["later"] and carried.day is None:
            continue  # a number of days
        aside = depths[found.start()] > 0
        state = replace(carried) if aside else carried
        point = _point(found, state)
        if point is None:
            carried.unresolved.append(found.span())
            continue
        point, at = _range(text, point, at, state)
        points = [point]
        while (more := _next(text, at)) is not None:
            further = _point(more, state, point)
            if further is None or _precision(further) != _precision(point):
                break
            further, at = _range(text, further, more.end(), state)
            points.append(further)
        since = _SINCE.match(text, at)
        end = since.end() if since else at
        groups.append(DateGroup(tuple(points), point.start_at, end, since is not None, aside))
    return groups


def _depths(text: str) -> list[int]:
    """How many round brackets are open at each character."""
    if "(" not in text:
        return [0] * len(text)
    depths: list[int] = []
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")" and depth > 0)
        depths.append(depth)
    return depths


def _precision(point: Point) -> bool:
    return point.start.month is None


def _next(text: str, at: int) -> re.Match[str] | None:
    joined = _JOINED.match(text, at)
    return _DATE.match(text, joined.end()) if joined else None


def _range(text: str, point: Point, at: int, carried: Carried) -> tuple[Point, int]:
    to_day = _TO_DAY.match(text, at) if point.start.day else None
    later = _same_month(point.start, int(to_day["day"])) if to_day else None
    if to_day is not None and later is not None:
        return replace(point, end=later, end_at=to_day.end()), to_day.end()
    to = _TO.match(text, at)
    last = _DATE.match(text, to.end()) if to else None
    if last is None:
        return point, at
    end = _point(last, carried, point)
    if end is None or end.start.first_day < point.start.first_day:
        return point, at
    return replace(point, end=end.start, end_at=last.end()), last.end()


def _same_month(start: PartialDate, day: int) -> PartialDate | None:
    """The later day of the month that a range ends on (10日から14日); None if there is none."""
    try:
        end = PartialDate(start.year, start.month, day)
    except ValueError:
        return None
    return end if end.first_day > start.first_day else None


def _point(found: re.Match[str], carried: Carried, before: Point | None = None) -> Point | None:
    """The date of a match, and what it carries on; None if its year or month is not known.

    ``before`` is the date that it goes on from in one breath.
    """
    notes: tuple[str, ...] = ("year_inferred",)
    if found["later"] or found["same"]:
        if carried.year is None or carried.month is None:
            return None
        later = carried.month - 1 + (found["same"] == "翌月")
        year, month = carried.year + later // 12, later % 12 + 1
        day = found["later"] or found["same_day"]
        notes = ("year_inferred", "month_inferred")
    else:
        printed = found["year"] or found["only"]
        month = int(found["month"][:-1]) if found["month"] else 0
        known = _year(printed, carried) if printed else _year_of(month, carried, before)
        if known is None:
            return None
        year, day = known, found["day"]
        if printed and printed not in _RELATIVE and printed not in _PUBLISHED:
            notes = ()
    try:
        date = PartialDate(year, month or None, int(day) if day else None)
    except ValueError:
        return None
    carried.year = year
    carried.month = month or (carried.month if found["only"] == "同年" else None)
    carried.day = date.day
    return Point(date, None, found.start(), found.end(), notes)


def _year_of(month: int, carried: Carried, before: Point | None) -> int | None:
    """The year of a month that is printed without one; 平成30年10月から12月 is of one year."""
    year = carried.fiscal
    goes_on = before is not None and "year_inferred" not in before.notes
    if year is None or goes_on or not 1 <= month <= 12:
        return carried.year
    return year.year_of_month(month)


def _year(printed: str, carried: Carried) -> int | None:
    if printed in _RELATIVE:
        return carried.year + _RELATIVE[printed] if carried.year is not None else None
    if printed in _PUBLISHED:
        return carried.published + _PUBLISHED[printed] if carried.published is not None else None
    if "同" in printed:
        return _in_same_era(printed, carried)
    named = _ERA_NAME.search(printed)
    if named is not None:
        carried.era = named[0]
    return year_of(printed)


def _in_same_era(printed: str, carried: Carried) -> int | None:
    """同22年 is of the era last named; 18(同30)年 says both."""
    numbers = re.findall(r"\d{1,2}", printed)
    if len(numbers) == 2:
        return 2000 + int(numbers[0])
    return year_of(f"{carried.era}{numbers[0]}年") if carried.era else None
