"""Public holidays of Japan and of partners, by ISO 3166-1 alpha-3 code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

HOME = "JPN"
_LANGUAGES = {HOME: "ja"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday; ``name`` is in English, for Japan in Japanese."""

    country: str
    day: date
    name: str


def holidays_between(countries: Iterable[str], first: date, last: date) -> Iterator[Holiday]:
    """Holidays of ``countries`` and Japan from ``first`` to ``last``, both inclusive.

    A code without a calendar (an organisation, a small state) has none, which is not to say that
    nobody rests there.
    """
    for country in dict.fromkeys((HOME, *countries)):
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            name = _calendar(country, day.year).get(day)
            if name:
                yield Holiday(country, day, name)


def has_calendar(country: str) -> bool:
    """Whether holidays of this country are known."""
    return country in _known()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=True))


@lru_cache(maxsize=512)
def _calendar(country: str, year: int) -> dict[date, str]:
    if not has_calendar(country):
        return {}
    language = _LANGUAGES.get(country, "en_US")
    found = holidays.country_holidays(country, years=year, language=language)
    return {day: name for day, name in found.items() if day.year == year}
