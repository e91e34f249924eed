"""Budget and execution of a policy by year, drawn: one picture for each table, and for < > apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from renkei.apps.evaluation.models import BudgetLine
from renkei.apps.evaluation.money import Part, Rate, YearMoney, by_year
from renkei.core.values.money import UNITS
from renkei.web.charts import BudgetYear, Sample, budget_bars
from renkei.web.dates import fiscal_year_short
from renkei.web.labels import label
from renkei.web.pictures import Picture

KEY = "budget"


def budget_pictures(lines: Iterable[BudgetLine]) -> list[Picture]:
    """Those with an amount other than zero, in order of the sheet."""
    tables = groupby(by_year(lines), key=lambda year: (year.table, year.outside))
    found = [_picture(number, list(years)) for number, (_table, years) in enumerate(tables, 1)]
    return [picture for picture in found if picture is not None]


def _picture(number: int, years: list[YearMoney]) -> Picture | None:
    if not any(line.amount_yen for year in years for line in year.lines.values()):
        return None
    unit = next(iter(years[0].lines.values())).printed_unit
    title = _("%(table)s, %(unit)s") % {"table": years[0].table, "unit": unit}
    if years[0].outside:
        title = _("%(title)s: figures in < >, outside the total") % {"title": title}
    told = [_year(year, UNITS.get(unit, 1)) for year in years]
    spoken = "; ".join(_spoken(year) for year in told)
    chart = budget_bars(title, told, description=spoken)
    return Picture(f"{KEY}-{number}", title, chart, _legend(told)) if chart else None


def _year(year: YearMoney, unit: int) -> BudgetYear:
    total = year.total
    initial = year.lines.get(Part.INITIAL)
    budget = year.yen(Part.INITIAL) if total is None else total
    absence = initial.absence if initial is not None else "not_printed"
    return BudgetYear(
        label=fiscal_year_short(year.fiscal_year),
        budget=_in(budget, unit),
        executed=_in(year.yen(Part.EXECUTED), unit),
        whole=total is not None,
        below=rate_words(year.rate),
        absent=label(absence, "absence") if absence else "",
    )


def rate_words(rate: Rate) -> str:
    """ "96.4%"; nothing where there is no rate."""
    return "" if rate.percent is None else f"{rate.percent}%"


def _in(yen: int | None, unit: int) -> float | None:
    return None if yen is None else float(Decimal(yen) / unit)


def _spoken(year: BudgetYear) -> str:
    if year.budget is None and year.executed is None:
        return f"{year.label}: {year.absent}"
    budget = "–" if year.budget is None else f"{year.budget:,.0f}"
    executed = "–" if year.executed is None else f"{year.executed:,.0f}"
    said = _("%(year)s: budget %(budget)s, executed %(executed)s") % {
        "year": year.label,
        "budget": budget if year.whole else _("%(amount)s (initial)") % {"amount": budget},
        "executed": executed,
    }
    return f"{said} ({year.below})" if year.below else said


def _legend(years: list[BudgetYear]) -> tuple[Sample, ...]:
    samples = []
    if any(year.budget is not None and year.whole for year in years):
        samples.append(Sample("budget", _("Budget (total)")))
    if any(year.budget is not None and not year.whole for year in years):
        samples.append(Sample("budget budget--part", _("Initial budget alone")))
    if any(year.executed is not None for year in years):
        samples.append(Sample("bar", _("Executed (below: share of the total)")))
    return tuple(samples)
