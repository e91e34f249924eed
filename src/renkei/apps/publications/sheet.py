"""An evaluation sheet as a plain structure: what the official form prints, cell by cell.

Nothing here knows a database, a page or a file format. Builders print it (``pdf``, ``excel``),
selectors fill it from the register, tests fill it by hand. Texts are as they shall be printed;
a line break in a text is a new line in its cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from renkei.core.values import Absence


class Form(StrEnum):
    """Which form the sheet is: one of the two yearly ones of 目標管理型の政策評価, or 政策評価調書 alone."""

    EVALUATION = "evaluation"
    MONITORING = "monitoring"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One printed number: ``value``, or the kind of ``absence`` where there is none.

    ``unit`` follows the number ("%", "件"); ``printed`` is what the source printed, if it was
    read, and ``record`` the key of the record it was read into. A zero is a value.
    """

    value: Decimal | None = None
    unit: str = ""
    absence: Absence | None = None
    printed: str | None = None
    record: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A labelled row: 施策の概要 and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetCell:
    """One cell of the budget table; ``outside`` is the < > figure printed below the amount."""

    amount: Figure
    outside: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """当初予算(a), 補正予算(b) … over the years of the table; ``executed`` for 執行額."""

    item: str
    cells: tuple[BudgetCell, ...]
    executed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTable:
    """施策の予算額・執行額等; every figure is in ``unit`` (百万円)."""

    label: str
    unit: str
    years: tuple[str, ...]
    rows: tuple[BudgetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One row of 政策評価調書: where the money stands in the budget, and its amounts."""

    account: str
    organisation: str
    item: str
    cells: tuple[BudgetCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountTable:
    """政策ごとの予算額; every figure is in ``unit`` (千円)."""

    unit: str
    columns: tuple[str, ...]
    rows: tuple[AccountRow, ...]
    head: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTarget:
    """The qualitative target of one year and what was done for it, item by item.

    ``before_items`` and ``before_progress`` are what is said before the first item.
    """

    year: str
    items: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()
    before_items: str = ""
    before_progress: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One component of a quantitative indicator: (target, actual) for each year.

    None stands where the sheet has no such column: no actual of the year that is still running.
    """

    component: str = ""
    mid_term: Figure | None = None
    years: tuple[tuple[Figure | None, Figure | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """測定指標, or 参考指標 when it stands among a field's references."""

    number: str
    name: str
    primary: bool = False
    mark: str = ""
    mid_term_year: str = ""
    mid_term_target: str = ""
    targets: tuple[YearTarget, ...] = ()
    years: tuple[str, ...] = ()
    rows: tuple[ValueRow, ...] = ()
    grounds: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansAmount:
    """Budget and execution of one year, in millions of yen."""

    budget: Figure
    executed: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """達成手段."""

    number: int | None
    name: str
    start: str = ""
    overview: tuple[str, ...] = ()
    amounts: tuple[MeansAmount, ...] = ()
    indicators: tuple[str, ...] = ()
    review_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """個別分野; a policy without fields has one with neither number nor name."""

    number: int | None = None
    name: str = ""
    entries: tuple[Entry, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    references: tuple[Indicator, ...] = ()
    means_years: tuple[str, ...] = ()
    means: tuple[Means, ...] = ()
    results: tuple[Entry, ...] = ()
    closing: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """目標達成度合いの測定結果: 1-5 of the common categories, a ministry's letter, the reason."""

    scale_value: int | None = None
    label: str = ""
    letter: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole sheet, in the order in which it is printed."""

    form: Form
    title: str
    form_number: str = ""
    policy: str
    marking: str = ""
    header: tuple[Entry, ...] = ()
    accounts: AccountTable | None = None
    budgets: tuple[BudgetTable, ...] = ()
    key_policies: str = ""
    measured: str = ""
    fields: tuple[Field, ...] = ()
    rating: Rating | None = None
    results: tuple[Entry, ...] = ()
    opinions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    bureau: str = ""
    period: str = ""
    period_label: str = "政策評価実施時期"
    notes: tuple[str, ...] = ()
