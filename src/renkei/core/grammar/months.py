"""Lists of months behind a title: (6月及び11月), (10月(2回)、12月), (令和2年1月～3月)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.grammar.years import YEAR, year_of
from renkei.core.values import ERAS, FiscalYear, PartialDate

# 本年, 昨年 in a list are told by its fiscal year, as a month without a year is.
_UNTOLD = ("本年", "今年", "昨年", "来年", "当年")
_YEAR = rf"(?:{YEAR}|同年|翌年|{'|'.join(_UNTOLD)}|同?\d{{1,2}}年)"
_TENTH = r"(?:上旬|中旬|下旬|初旬|初め|末|頃)?"
_WEEKDAY = r"(?:\([ ]*+[月火水木金土日][ ]*+\))?"
_MONTH = (
    r"(?:\d{1,2}[ ]*+月"
    r"|\d{1,2}(?=(?:[ ]*+(?:[、・,]|及び|と)[ ]*+\d{1,2}){1,11}[ ]*+月)"
    r"|\d{1,2}(?=[ ]*+[～-][ ]*+\d{1,2}[ ]*+月))"
)
_DAY = r"(?:\d{1,2}[ ]*+日)"
_TO = r"[ ]*+(?:～|-|から)[ ]*+"
_COUNT = (
    r"(?:[ ]*+(?:\([ ]*+計?[ ]*+\d{1,2}[ ]*+[回件度][ ]*+\)"
    r"|(?:に|×)?[ ]*+\d{1,2}[ ]*+[回件](?![^\s、,)])))"
)
_SLASHED = r"\d{1,2}/\d{1,2}(?![\d/月日年])"
_POINT = rf"(?:{_YEAR}[ ]*+)?(?:{_MONTH}[ ]*+{_DAY}?{_TENTH}|{_SLASHED}){_WEEKDAY}"
_END = (
    rf"(?:{_YEAR}[ ]*+)?(?:\d{{1,2}}[ ]*+月[ ]*+{_DAY}?|{_DAY}|{_SLASHED})"
    rf"{_TENTH}{_WEEKDAY}(?:まで)?"
)
_ITEM = rf"(?:{_POINT}|(?:同月)?{_DAY}{_WEEKDAY})(?:{_TO}{_END})?{_COUNT}?"
_SEP = r"(?:[ ]*+(?:[、,・/][ ]*+(?:及び|並びに)?|及び|並びに|および|と)[ ]*+)"

MONTHS = rf"(?:{_POINT}(?:{_TO}{_END})?{_COUNT}?(?:{_SEP}{_ITEM})*)"
"""One or more months, each with an optional year, day, range and count of times."""

_PARTS = re.compile(
    rf"(?:(?P<year>{_YEAR})[ ]*+)?"
    rf"(?:(?P<slashed>{_SLASHED})|(?P<month>{_MONTH})[ ]*+(?P<day>{_DAY})?|(?P<only_day>{_DAY}))"
    rf"{_TENTH}{_WEEKDAY}"
    rf"(?:{_TO}(?:(?P<end_year>{_YEAR})[ ]*+)?"
    rf"(?:(?P<end_slashed>{_SLASHED})|(?P<end_month>\d{{1,2}}[ ]*+月)[ ]*+(?P<end_day>{_DAY})?"
    rf"|(?P<end_only_day>{_DAY})))?"
    rf"{_TENTH}{_WEEKDAY}(?:まで)?(?P<count>{_COUNT})?"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a month list. ``span_start``/``span_end`` count in the text that was read."""

    start: PartialDate
    end: PartialDate | None
    year_inferred: bool
    span_start: int
    span_end: int


def read_months(text: str, start: int, end: int, year: FiscalYear | None) -> list[Occurrence]:
    """The occurrences that ``text[start:end]`` (a match of :data:`MONTHS`) prints, in order.

    A month without a year takes the year of the month before it in the list when that falls into
    fiscal year ``year``, else the calendar year it has in ``year`` (January to March belong to
    the next calendar year). A range may begin before the fiscal year (3月～5月). 「2回」 gives two
    occurrences. Impossible months and days, and months whose year cannot be told, give none.
    """
    found: list[Occurrence] = []
    carried: PartialDate | None = None
    for part in _PARTS.finditer(text, start, end):
        one = _occurrence(part, year, carried)
        if one is None:
            continue
        carried = one.end or one.start
        count = _number(part["count"]) if part["count"] else 1
        found.extend([one] * max(1, min(count or 1, 31)))
    return found


def _number(printed: str | None) -> int | None:
    digits = _DIGITS.search(printed) if printed else None
    return int(digits[0]) if digits else None


def _occurrence(
    part: re.Match[str], year: FiscalYear | None, carried: PartialDate | None
) -> Occurrence | None:
    month, day = _month_and_day(part, "")
    if month is None:
        month = carried.month if carried else None
    end_month, end_day = _month_and_day(part, "end_")
    if end_month is None and end_day is not None:
        end_month = month
    if month is None or not 1 <= month <= 12 or (end_month and not 1 <= end_month <= 12):
        return None
    printed = _printed_year(part["year"], year, carried)
    end_printed = _printed_year(part["end_year"], year, carried)
    years = _years(month, end_month, printed, end_printed, year, carried)
    if years is None:
        return None
    try:
        first = PartialDate(years[0], month, day)
        last = PartialDate(years[1], end_month, end_day) if end_month else None
    except ValueError:
        return None
    return Occurrence(first, last, printed is None, part.start(), part.end())


def _month_and_day(part: re.Match[str], which: str) -> tuple[int | None, int | None]:
    """The month and day of 「5月3日」, 「3日」 or 「5/3」; ``which`` is "" or "end_"."""
    slashed = part[f"{which}slashed"]
    if slashed is not None:
        month, day = slashed.split("/")
        return int(month), int(day)
    return _number(part[f"{which}month"]), _number(part[f"{which}day"] or part[f"{which}only_day"])


def _printed_year(
    printed: str | None, year: FiscalYear | None, carried: PartialDate | None
) -> int | None:
    """Western year; 「2年」 without an era is read in the era that brings it to the fiscal year."""
    if printed is None or printed in _UNTOLD:
        return None
    if printed in ("同年", "翌年"):
        return carried.year + (printed == "翌年") if carried else None
    known = year_of(printed)
    if known is not None or year is None:
        return known
    number = _number(printed)
    candidates = [era.western(number) for era in ERAS if number]
    return next((each for each in candidates if each in (year.start, year.start + 1)), None)


def _years(
    month: int,
    end_month: int | None,
    printed: int | None,
    end_printed: int | None,
    year: FiscalYear | None,
    carried: PartialDate | None,
) -> tuple[int, int] | None:
    """Calendar years of start and end of a date; equal when there is no end."""
    if end_month is None:
        first = printed if printed is not None else _plain_year(month, year, carried)
        return None if first is None else (first, first)
    if printed is not None:
        last = end_printed if end_printed is not None else printed + (end_month < month)
        return printed, last
    last_year = end_printed if end_printed is not None else _plain_year(end_month, year, carried)
    if last_year is None:
        return None
    return last_year - (month > end_month), last_year


def _plain_year(month: int, year: FiscalYear | None, carried: PartialDate | None) -> int | None:
    if carried is not None and carried.month is not None:
        same = carried.year
        inside = year is None or FiscalYear.of(PartialDate(same, month).first_day) == year
        if inside:
            return same + (year is None and month < carried.month)
    return year.year_of_month(month) if year is not None else None
