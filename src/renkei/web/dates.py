"""Dates and years as people write them, in both languages."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from renkei.core.values.eras import ERAS
from renkei.web.labels import language

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


def printed_date(text: str) -> str:
    """ "2021", "2021-04" or "2021-04-01" in words, as precise as it is."""
    parts = [int(part) for part in text.split("-")] if text else []
    if language() == "ja":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    words = [str(part) for part in parts[:1]]
    if len(parts) > 1:
        words.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def printed_period(start: str, end: str) -> str:
    """From start to end; only the start where they are the same or there is no end."""
    if not end or end == start:
        return printed_date(start)
    first, last = printed_date(start), printed_date(end)
    if start[:4] == end[:4] and "-" in start and "-" in end:  # the year is said once
        if language() == "ja":
            return f"{first}～{last.partition('年')[2]}"
        return f"{first.removesuffix(start[:4]).strip()} – {last}"
    return f"{first}{'～' if language() == 'ja' else ' – '}{last}"


def fiscal_year(year: int | None) -> str:
    """2021 as "令和3年度（2021）" or "FY2021"; "" for none."""
    if year is None:
        return ""
    return f"{_era_year(year)}年度（{year}）" if language() == "ja" else f"FY{year}"


def fiscal_year_short(year: int | None) -> str:
    """2021 as "令和3" or "FY2021"; the axis of a chart says that these are fiscal years."""
    if year is None:
        return gettext("Not known")
    return _era_year(year) if language() == "ja" else f"FY{year}"


def _era_year(year: int) -> str:
    """The era on 1 May of the fiscal year: 令和元 for 2019, 昭和63 for 1988, as official use has it."""
    day = date(year, 5, 1)
    era = max((era for era in ERAS if era.first_day <= day), key=lambda era: era.first_day)
    count = year - era.first_day.year + 1
    return f"{era.name}{'元' if count == 1 else count}"
