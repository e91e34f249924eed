"""A date as precise as it was printed: a year, a month or a day, and no more."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from renkei.core.errors import ValueFormError
from renkei.core.values.eras import ERAS, western_year
from renkei.core.values.fiscal_year import FiscalYear
from renkei.core.values.numerals import parse_int

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NUMBER = "[0-9０-９]{1,2}"
_WRITTEN = re.compile(
    r"(?:(?P<era>" + "|".join(era.name for era in ERAS) + rf")\s*+(?P<year>{_NUMBER}|元)"
    r"|(?P<western>[0-9０-９]{4}))"
    rf"(?:\s*+[年\-/.－／．]\s*+(?P<month>{_NUMBER})"
    rf"(?:\s*+[月\-/.－／．]\s*+(?P<day>{_NUMBER}))?)?\s*+[年月日]?"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """``year``, ``year``-``month`` or a full day. Compare with ``first_day`` and ``last_day``."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None:
            valid = self.day is None and 1 <= self.year <= 9999
        else:
            valid = 1 <= self.year <= 9999 and 1 <= self.month <= 12
            if valid and self.day is not None:
                valid = 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]
        if not valid:
            raise ValueFormError("RK302", found=f"{self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """From "2021", "2021-04" or "2021-04-01". Raises ValueFormError."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueFormError("RK302", found=text)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        return cls(year, month, day)

    @classmethod
    def written(cls, text: str) -> PartialDate:
        """As people write dates: "2021-4", "２０２１/04/01", "令和3年4月1日". Raises ValueFormError."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise ValueFormError("RK302", found=text)
        try:
            year = parse_int(found["western"] or found["year"])
            if found["era"]:
                year = western_year(found["era"], year)
            month, day = (parse_int(part) if part else None for part in found.group("month", "day"))
            return cls(year, month, day)
        except ValueFormError as error:  # told with the words of the writer
            raise ValueFormError("RK302", found=text) from error

    @property
    def first_day(self) -> date:
        """The earliest day it can mean, inclusive."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean, inclusive."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def fiscal_year(self) -> FiscalYear | None:
        """The fiscal year it surely falls in; None when only the calendar year is known."""
        return None if self.month is None else FiscalYear.of(self.first_day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
