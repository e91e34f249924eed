"""Counts per means and fiscal year, as small multiples and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.selectors import YearCount
from renkei.web.charts import Bar, small_bars
from renkei.web.dates import fiscal_year, fiscal_year_short
from renkei.web.labels import label


@dataclass(frozen=True, slots=True)
class Multiple:
    """One means: its chart, and the counts in order of the years."""

    name: str
    total: int
    chart: SafeString
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeansByYear:
    """``years`` are heads of the table; ``totals`` stand below it."""

    years: tuple[str, ...]
    multiples: tuple[Multiple, ...]
    totals: tuple[int, ...]
    total: int
    undated: int


def counted(number: int) -> str:
    """ "12件" or "12 activities"."""
    words = ngettext("%(number)s activity", "%(number)s activities", number)
    return words % {"number": f"{number:,}"}


def list_address(**parameters: str | int) -> str:
    """The list of activities with these filters."""
    query = urlencode({name: value for name, value in parameters.items() if value != ""})
    return f"{reverse('activities')}?{query}"


def every_year(counts: Sequence[YearCount]) -> list[int]:
    """The fiscal years from the first to the last, without a gap."""
    years = [one.fiscal_year for one in counts if one.fiscal_year is not None]
    return list(range(min(years), max(years) + 1)) if years else []


def means_in(counts: Sequence[YearCount]) -> list[str]:
    """The means with activities of a known year, in order; "" for not told comes last."""
    found = {one.category for one in counts if one.fiscal_year is not None}
    return [code for code in (*CATEGORIES, "") if code in found]


def means_label(code: str) -> str:
    """The term of a means."""
    return label(code, "category") or _("Means not told")


def tone_of(code: str) -> int:
    """The colour of a means, the same on every page: 1 to 9."""
    return (*CATEGORIES, "").index(code) + 1


def means_by_year(counts: Sequence[YearCount], partner: str = "") -> MeansByYear | None:
    """None where there is nothing to count."""
    years = every_year(counts)
    if not years:
        return None
    table = {(one.category, one.fiscal_year): one.number for one in counts}
    used = means_in(counts)
    highest = max(table.get((code, year), 0) for code in used for year in years)
    multiples = tuple(_multiple(code, years, table, highest, partner) for code in used)
    totals = tuple(sum(m.counts[index] for m in multiples) for index in range(len(years)))
    undated = sum(one.number for one in counts if one.fiscal_year is None)
    names = tuple(fiscal_year_short(year) for year in years)
    return MeansByYear(names, multiples, totals, sum(totals), undated)


def _multiple(
    code: str,
    years: list[int],
    table: dict[tuple[str, int | None], int],
    highest: int,
    partner: str,
) -> Multiple:
    name = means_label(code)
    numbers = tuple(table.get((code, year), 0) for year in years)
    bars = [
        Bar(
            fiscal_year_short(year),
            f"{fiscal_year(year)}: {counted(number)}",
            number,
            list_address(means=code, year=year, partner=partner) if code else None,
        )
        for year, number in zip(years, numbers, strict=True)
    ]
    title = _("%(means)s per fiscal year") % {"means": name}
    return Multiple(name, sum(numbers), small_bars(title, bars, highest), numbers)
