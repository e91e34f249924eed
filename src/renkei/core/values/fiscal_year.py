"""The Japanese fiscal year: April to March, named by the Western year in which it begins."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from renkei.core.errors import ValueFormError
from renkei.core.values.eras import ERAS, western_year
from renkei.core.values.numerals import parse_int

FIRST_MONTH = 4
_ERA_OF_LETTER = {era.letter: era.name for era in ERAS}
_PRINTED = re.compile(
    r"(?:(?P<era>" + "|".join(era.name for era in ERAS) + r"|[MTSHRＭＴＳＨＲ])\s*"
    r"(?P<year>[0-9０-９]{1,2}|元)|(?:FY)?(?P<western>[0-9０-９]{4}))\s*(?:年度?|FY)?"
)


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """Fiscal year ``start``: 1 April ``start`` to 31 March ``start + 1``, both inclusive."""

    start: int

    def __post_init__(self) -> None:
        if not 1868 <= self.start <= 2200:
            raise ValueFormError("RK301", found=self.start)

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """From "令和3年度", "H31", "２０２１年度", "FY2021", "2021". Raises ValueFormError."""
        found = _PRINTED.fullmatch(text.strip())
        if found is None:
            raise ValueFormError("RK301", found=text)
        if found["western"]:
            return cls(parse_int(found["western"]))
        letter = unicodedata.normalize("NFKC", found["era"])
        era = _ERA_OF_LETTER.get(letter, found["era"])
        return cls(western_year(era, parse_int(found["year"])))

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year a day falls in."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def first_day(self) -> date:
        """1 April, inclusive."""
        return date(self.start, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """31 March of the next calendar year, inclusive."""
        return date(self.start + 1, 3, 31)

    def year_of_month(self, month: int) -> int:
        """Calendar year of ``month`` (1-12) in this fiscal year."""
        if not 1 <= month <= 12:
            raise ValueFormError("RK302", found=f"{month}月")
        return self.start if month >= FIRST_MONTH else self.start + 1

    def __str__(self) -> str:
        return str(self.start)
