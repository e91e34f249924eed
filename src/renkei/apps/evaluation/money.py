"""Budget tables as years of money: what was budgeted, what was spent, and the share of the one in the other.

Figures of different tables, and figures inside and outside the total, are never set against each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from renkei.apps.evaluation.models import BudgetLine, MeansAmount

ACCOUNTS = "調書"
"""The table by account; the others go by year."""
CONTRIBUTIONS = "分担金"


class Part(StrEnum):
    """What a row of a budget table is."""

    INITIAL = "initial"
    SUPPLEMENTARY = "supplementary"
    RESERVE = "reserve"
    CARRIED_OVER = "carried_over"
    TRANSFERRED = "transferred"
    TOTAL = "total"
    EXECUTED = "executed"
    REQUESTED = "requested"


_BEGINNINGS = {
    "当初予算": Part.INITIAL,
    "補正予算": Part.SUPPLEMENTARY,
    "予備費": Part.RESERVE,
    "繰越": Part.CARRIED_OVER,
    "流用": Part.TRANSFERRED,
    "合計": Part.TOTAL,
    "執行額": Part.EXECUTED,
}
_ADDED = tuple(part for part in Part if part not in (Part.TOTAL, Part.EXECUTED, Part.REQUESTED))


class NoRate(StrEnum):
    """Why there is no execution rate."""

    NO_BUDGET = "no_budget"
    NO_EXECUTION = "no_execution"
    BUDGET_ZERO = "budget_zero"


@dataclass(frozen=True, slots=True)
class Rate:
    """Percent of the budget that was spent, or why that cannot be said."""

    percent: Decimal | None = None
    why: NoRate | None = None


@dataclass(frozen=True, slots=True)
class YearMoney:
    """One fiscal year of one table, those outside the total apart. ``lines`` by what they are."""

    table: str
    outside: bool
    fiscal_year: int
    lines: dict[Part, BudgetLine]

    def yen(self, part: Part) -> int | None:
        """The amount of a row; None where the sheet prints none."""
        return self.lines[part].amount_yen if part in self.lines else None

    @property
    def total(self) -> int | None:
        """The printed total; without such a row the sum of the others, if the sheet prints each."""
        if Part.TOTAL in self.lines:
            return self.yen(Part.TOTAL)
        told = [self.yen(part) for part in _ADDED if part in self.lines]
        if self.yen(Part.EXECUTED) is None or self.yen(Part.INITIAL) is None or None in told:
            return None
        return sum(amount for amount in told if amount is not None)

    @property
    def rate(self) -> Rate:
        """Execution over the total of the same table and year."""
        return rate(self.total, self.yen(Part.EXECUTED))


def rate(budget: int | None, executed: int | None) -> Rate:
    """The execution rate of two amounts that belong together, to a tenth of a percent."""
    if executed is None:
        return Rate(why=NoRate.NO_EXECUTION)
    if budget is None:
        return Rate(why=NoRate.NO_BUDGET)
    if budget <= 0:
        return Rate(why=NoRate.BUDGET_ZERO)
    return Rate((Decimal(executed) * 100 / budget).quantize(Decimal("0.1")))


def rate_of(amount: MeansAmount) -> Rate:
    """The execution rate of a means in one year."""
    return rate(amount.budget_yen, amount.executed_yen)


def is_by_account(line: BudgetLine) -> bool:
    """Whether the line stands in the table by account, organisation and item."""
    return ACCOUNTS in line.table


def part_of(line: BudgetLine) -> Part | None:
    """What the amount is; None for a row or column that is none of these."""
    if is_by_account(line):
        if "要求" in line.label:
            return Part.REQUESTED
        return Part.INITIAL if "当初予算" in line.label else None
    return next((part for words, part in _BEGINNINGS.items() if line.item.startswith(words)), None)


def by_year(lines: Iterable[BudgetLine]) -> list[YearMoney]:
    """The tables by year, in order of the sheet; the first figure of a row and year counts."""
    found: dict[tuple[str, bool, int], dict[Part, BudgetLine]] = {}
    for line in lines:
        part = None if is_by_account(line) else part_of(line)
        if part is not None and line.fiscal_year is not None:
            place = (line.table, line.outside_total, line.fiscal_year)
            found.setdefault(place, {}).setdefault(part, line)
    years = [YearMoney(*place, rows) for place, rows in found.items()]
    tables = list(dict.fromkeys((year.table, year.outside) for year in years))
    return sorted(years, key=lambda y: (tables.index((y.table, y.outside)), y.fiscal_year))
