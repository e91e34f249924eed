"""Japanese eras: their names, abbreviations and first days (source: the era ordinances, 政令)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from renkei.core.errors import ValueFormError


@dataclass(frozen=True, slots=True)
class Era:
    """An era; year 1 is the Western year of ``first_day``."""

    name: str
    letter: str
    first_day: date

    def western(self, year: int) -> int:
        """The Western year in which era year ``year`` (1 for 元年) falls."""
        return self.first_day.year + year - 1


ERAS: tuple[Era, ...] = (
    Era("明治", "M", date(1868, 10, 23)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("令和", "R", date(2019, 5, 1)),
)
_BY_NAME = {era.name: era for era in ERAS}


def western_year(era: str, year: int) -> int:
    """Western year of e.g. ("令和", 2). Years past an era's end count on (平成31年度, 平成35年度).

    Raises ValueFormError for an unknown era or a year before 1.
    """
    known = _BY_NAME.get(era)
    if known is None or year < 1:
        raise ValueFormError("RK302", found=f"{era}{year}年")
    return known.western(year)


def era_of(day: date) -> tuple[Era, int]:
    """Era and era year of a day. Raises ValueFormError for days before Meiji."""
    for era in reversed(ERAS):
        if day >= era.first_day:
            return era, day.year - era.first_day.year + 1
    raise ValueFormError("RK302", found=day.isoformat())
