"""Atoms for years and fiscal years as documents print them, in normalised text."""

from __future__ import annotations

import re

from renkei.core.values import ERAS, FiscalYear

ERA = "(?:" + "|".join(era.name for era in ERAS) + ")"
ERA_LETTER = "[MTSHR]"
ERA_YEAR = rf"(?:{ERA}[ ]*+|{ERA_LETTER}\.?)(?:\d{{1,2}}|元)"
_ERA_PARTS = re.compile(rf"(?P<era>{ERA}|{ERA_LETTER})\.?[ ]*+(?P<year>\d{{1,2}}|元)")
_WESTERN = re.compile(r"\d{4}")

_IN_WESTERN = r"(?:[ ]*+\([ ]*+\d{4}[ ]*+年?[ ]*+\))?"
_IN_ERA = rf"(?:[ ]*+\([ ]*+{ERA_YEAR}[ ]*+年?[ ]*+\))"
YEAR = (
    rf"(?:{ERA_YEAR}{_IN_WESTERN}[ ]*+年{_IN_WESTERN}"
    rf"|\d{{4}}{_IN_ERA}?[ ]*+年{_IN_ERA}?"
    rf"|\d{{2}}{_IN_ERA}[ ]*+年|{ERA_LETTER}\d{{1,2}}\.)"
)
"""A year with its 年: 令和2年, 2020年, 令和2(2020)年, 2020(令和2)年, 07(平成19)年, H29."""

# 2019 was 平成31 and 令和元 both: 平成31(令和元)年度, 平成31/令和元年度.
_TWO_ERAS = rf"(?:[ ]*+[(/・=][ ]*+{ERA_YEAR}[ ]*+\)?)?"
FISCAL_YEAR = (
    rf"(?:{ERA_YEAR}(?:{_IN_WESTERN}|{_TWO_ERAS})[ ]*+年[ ]*+度"
    rf"|\d{{4}}{_IN_ERA}?[ ]*+年[ ]*+度"
    rf"|(?:FY|ＦＹ)[ ]*+'?(?:\d{{4}}|\d{{2}})(?!\d)(?:年度)?)"
)
"""A fiscal year: 令和2年度, 2020年度, 令和2(2020)年度, FY2020, FY20, R2年度."""

_LETTERS = {era.letter: era.name for era in ERAS}
_BY_NAME = {era.name: era for era in ERAS}


def year_of(printed: str) -> int | None:
    """Western year of a printed year or fiscal year; None when no year is in ``printed``.

    Where an era year and a Western year stand side by side the era year counts.
    """
    era = _ERA_PARTS.search(printed)
    if era is not None:
        number = 1 if era["year"] == "元" else int(era["year"])
        known = _BY_NAME[_LETTERS.get(era["era"], era["era"])]
        return known.western(number) if number else None
    western = _WESTERN.search(printed)
    if western is not None:
        return int(western[0])
    short = re.search(r"FY[ ]*+'?(\d{2})", printed)
    return 2000 + int(short[1]) if short else None


def fiscal_year_of(printed: str) -> FiscalYear | None:
    """The fiscal year that a match of :data:`FISCAL_YEAR` names; None if out of range."""
    year = year_of(printed)
    return FiscalYear(year) if year is not None and 1868 <= year <= 2200 else None


_EDITION = re.compile(rf"(?P<year>{YEAR})版")


def year_of_edition(text: str) -> int | None:
    """The Western year of the edition that ``text`` says it is (令和3年版); None if it does not."""
    found = _EDITION.search(text)
    return year_of(found["year"]) if found else None
