"""What the register counts beside the figures of a sheet; no part of the official form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.counting.selectors import YearCount, of_policy
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.apps.publications.words import year_name

HEADING = "台帳から数えた件数（調書の様式外）"


@dataclass(frozen=True, slots=True)
class Counted:
    """One line, and the key of the indicator and the year that its page opens."""

    text: str
    indicator: int
    year: int


def lines(viewer: Viewer, policy: Policy) -> list[Counted]:
    """A line for each year of each indicator that asks the register."""
    told = of_policy(viewer, policy)
    rows = Indicator.objects.filter(pk__in=told).order_by("position", "pk")
    return [
        Counted("、".join(_parts(row, year)) + "。", row.pk, year.fiscal_year)
        for row in rows
        for year in told[row.pk]
    ]


def _parts(row: Indicator, year: YearCount) -> Iterator[str]:
    yield f"{row.number} {row.name}（{year_name(year.fiscal_year)}）：台帳では {year.told.number} 件"
    if "period_empty" in year.told.notes:
        yield "この年度の案件は一件も記録がない"
    if year.entered is not None and year.entered.value is not None:
        yield f"調書では {year.entered.text}" + ("（一致しない）" if year.differs else "")
    if year.kept is not None:
        yield f"決定時は {year.kept.number} 件"
    if year.changed:
        came, gone = len(year.changed.came), len(year.changed.gone)
        yield f"決定の後に加わったもの {came} 件、外れたもの {gone} 件"
