"""Atoms that the grammars of printed sheets share: fiscal years, dashes, circled numbers, marks.

All of them are written for normalised text (``core.text``): ASCII digits, brackets and dashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from renkei.core.errors import ValueFormError
from renkei.core.values import ERAS, FiscalYear

# A name, or its letter before a number: R6年度.
ERA = "(?:" + "|".join(era.name for era in ERAS) + r"|(?<![A-Za-z0-9-])[MTSHR](?=\d))"
ERA_YEAR = r"(?:\d{1,2}|元)"
# Blanks and line breaks: a narrow column breaks 「年度目標値」 anywhere.
GAP = r"[ \t\r\n\f]*"
_IN_ERA = rf"\({GAP}{ERA}{GAP}{ERA_YEAR}{GAP}(?:年{GAP}度?{GAP})?\)"
_IN_WESTERN = rf"\({GAP}20\d\d{GAP}(?:年{GAP}度?{GAP})?\)"
# A year may stand in both reckonings: 令和6(2024)年度, 2024年度(令和6年度).
FISCAL_YEAR = (
    rf"(?:{ERA}{GAP}{ERA_YEAR}(?:{GAP}{_IN_WESTERN})?{GAP}年{GAP}度(?:{GAP}{_IN_WESTERN})?"
    rf"|20\d\d(?:{GAP}{_IN_ERA})?{GAP}年{GAP}度(?:{GAP}{_IN_ERA})?)"
)
# The same on one line, as headings print it.
HEADED_YEAR = FISCAL_YEAR.replace(GAP, r"[ \t]*")
# 「令和2年度 3年度」: the era is printed once and carries on.
BARE_YEAR = rf"(?<![\d・･、～-])\d{{1,2}}{GAP}年{GAP}度(?!{GAP}目{GAP}標)"
CIRCLED = "①-⑳㉑-㉟㊱-㊿"
# A mark of achievement: a letter, a sign, or 達成 spelled out.
MARK = r"(?:[a-zA-Z◎○●△▲×イロハニ]|(?:おおむね|概ね|一部|未)?達成)"

_OTHER_RECKONING = re.compile(r"\([^()]*\)")
_YEAR_LIST_PART = re.compile(rf"(?P<era>{ERA})?(?P<year>\d{{4}}|\d{{1,2}}|元)年?度?")


def broken(word: str) -> str:
    """A pattern for ``word`` with blanks and line breaks allowed between its characters."""
    return GAP.join(re.escape(character) for character in word)


@lru_cache(maxsize=512)
def fiscal_year(printed: str) -> FiscalYear | None:
    """The year of 「平成 30\\n年度」; None when the words are no fiscal year.

    Of two reckonings the first counts.
    """
    try:
        return FiscalYear.parse(_OTHER_RECKONING.sub("", "".join(printed.split())))
    except ValueFormError:
        return None


def carried_years(printed: Sequence[str]) -> list[FiscalYear | None]:
    """The years of column heads in order; one without an era takes that of the head before."""
    years: list[FiscalYear | None] = []
    era = ""
    for words in printed:
        bare = "".join(words.split())
        marks = ((known, bare.startswith((known.name, known.letter))) for known in ERAS)
        era = next((known.name for known, begins in marks if begins), era)
        years.append(fiscal_year(bare) or (fiscal_year(era + bare) if era else None))
    return years


@lru_cache(maxsize=512)
def fiscal_years(printed: str) -> tuple[FiscalYear, ...]:
    """The years of a list that carries eras on: 「平成30・令和元・2年度」 is 2018, 2019, 2020."""
    years: list[FiscalYear] = []
    era = ""
    for found in _YEAR_LIST_PART.finditer(_OTHER_RECKONING.sub("", "".join(printed.split()))):
        era = found["era"] or era
        western = len(found["year"]) == len("2021")
        if not era and not western:
            return ()
        year = fiscal_year(f"{'' if western else era}{found['year']}年度")
        if year is not None:
            years.append(year)
    return tuple(years)


def circled_number(character: str) -> int | None:
    """1 for ①, 21 for ㉑, 50 for ㊿; None for anything else."""
    for first, last, number in (("①", "⑳", 1), ("㉑", "㉟", 21), ("㊱", "㊿", 36)):
        if first <= character <= last:
            return ord(character) - ord(first) + number
    return None
