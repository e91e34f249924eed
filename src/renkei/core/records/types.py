"""The record types. Field names are the interface (records.md); None means "not printed"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from renkei.core.records.base import Record
from renkei.core.records.codes import (
    Absence,
    ActivityKind,
    Agreement,
    Category,
    Direction,
    Level,
    Measure,
    Mode,
    ProvisionRole,
    Status,
    ValueKind,
)
from renkei.core.records.report import (
    AgreementRecord,
    CapacityBuilding,
    Framework,
    ListedPartner,
    PartnerProfile,
    PrintedTotal,
    Reference,
)
from renkei.core.values import FiscalYear, PartialDate

LISTED = "activities.list."
"""How the rules begin whose activities are entries of a list and not told in prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """One dated occurrence. ``start`` is as precise as printed; ``end`` only for a range."""

    type: ClassVar[str] = "activity"

    title: str
    kind: ActivityKind
    category: Category | None = None
    partners: tuple[str, ...] = ()
    framework: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    fiscal_year: FiscalYear | None = None
    mode: Mode | None = None
    level: Level | None = None
    counterpart: str | None = None
    direction: Direction | None = None
    place: str | None = None
    ordinal: int | None = None
    agreement: Agreement | None = None
    status: Status = "held"
    section: str | None = None
    listed_under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """A measured indicator (測定指標) of a field, numbered as printed: "2-5"."""

    type: ClassVar[str] = "indicator"

    field_no: int | None = None
    field_name: str | None = None
    number: str
    name: str
    primary: bool = False
    measure: Measure | None = None
    mid_term_target_year: str | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceIndicator(Indicator):
    """A reference indicator (参考指標): it has no target and is never rated.

    Numbered "R1-3" by its field and its order in it. It is a type of its own so that nobody
    counts it among the indicators by which a policy is measured.
    """

    type: ClassVar[str] = "reference_indicator"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue(Record):
    """One printed cell: ``value`` or, where there is none, ``absence``."""

    type: ClassVar[str] = "indicator_value"

    number: str
    component: str | None = None
    fiscal_year: FiscalYear | None = None
    kind: ValueKind
    value: Decimal | None = None
    unit: str | None = None
    text: str
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A numbered item: ``number`` is the path of its marks ("2(1)ア"), "" for a passage without.

    The items below it are not part of its ``text``.
    """

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """A qualitative yearly target with its items, and the progress told for the same year.

    ``items`` and ``progress`` are the items of the first level, each whole; ``item_parts`` and
    ``progress_parts`` are the same words down to the last level that is numbered.
    """

    type: ClassVar[str] = "target"

    number: str
    fiscal_year: FiscalYear
    items: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()
    item_parts: tuple[Item, ...] = ()
    progress_parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Budget and execution of one means in one fiscal year, in whole yen."""

    fiscal_year: FiscalYear
    budget_yen: int | None = None
    executed_yen: int | None = None
    printed_unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Means(Record):
    """A means of achievement; ``number`` is 1 for ①."""

    type: ClassVar[str] = "means"

    field_no: int | None = None
    number: int
    name: str
    start_fiscal_year: FiscalYear | None = None
    indicators: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    review_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansReference(Record):
    """A means cited in the analysis of an indicator."""

    type: ClassVar[str] = "means_reference"

    indicator: str
    means_name: str
    means_number: int | None = None
    fiscal_years: tuple[FiscalYear, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Record):
    """One cell of a budget table, in whole yen; ``outside_total`` marks the < > figures."""

    type: ClassVar[str] = "budget_line"

    table: str
    account: str | None = None
    organisation: str | None = None
    item: str | None = None
    label: str | None = None
    fiscal_year: FiscalYear | None = None
    amount_yen: int | None = None
    printed: str
    printed_unit: str
    outside_total: bool = False
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetField(Record):
    """A field of a sheet: 施策名, 担当部局名, 評価実施時期, …, or a passage under a heading.

    ``field_no``, ``indicator`` and ``fiscal_year`` say where it belongs. Where a heading, a
    summary or an evaluation names an indicator or a field again, ``name``, ``primary`` and
    ``mark`` hold what is printed there. ``announced_field_no`` is the number in a heading such as
    評価結果(個別分野1), which may differ from the field that it stands in. ``address`` is that of
    a source as printed, and ``listed_under`` the group it is printed in.
    """

    type: ClassVar[str] = "sheet_field"

    key: str
    value: str
    field_no: int | None = None
    indicator: str | None = None
    fiscal_year: FiscalYear | None = None
    name: str | None = None
    primary: bool | None = None
    mark: str | None = None
    announced_field_no: int | None = None
    address: str | None = None
    listed_under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """The overall result: 1-5 of the common categories, a ministry's letter, and the reason."""

    type: ClassVar[str] = "rating"

    scheme: str
    scale_value: int | None = None
    letter: str | None = None
    label: str | None = None
    reason: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Record):
    """One remark of the outside experts."""

    type: ClassVar[str] = "opinion"

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentExchange(Record):
    """Students of one partner (ISO code or TOTAL) in one fiscal year and direction."""

    type: ClassVar[str] = "student_exchange"

    fiscal_year: FiscalYear
    direction: Direction
    partner: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchExchange(Record):
    """One item of the yearly research exchange; no date is printed but the fiscal year.

    ``number`` is 1 for ①; an item without one is the summary that heads the others.
    """

    type: ClassVar[str] = "research_exchange"

    fiscal_year: FiscalYear
    number: int | None = None
    text: str
    partners: tuple[str, ...] = ()
    framework: str | None = None
    persons: int | None = None
    direction: Direction | None = None
    mode: Mode | None = None
    section: str | None = None
    listed_under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """A numbered article or item of a directive, or its issue or an amendment with its date.

    ``number`` is the whole path of marks as printed ("2(2)(ア)①"); ``reference`` the number of
    the document that issued or amended the directive.
    """

    type: ClassVar[str] = "provision"

    role: ProvisionRole
    number: str | None = None
    title: str | None = None
    text: str | None = None
    date: PartialDate | None = None
    reference: str | None = None


RECORD_TYPES: tuple[type[Record], ...] = (
    Activity,
    Indicator,
    ReferenceIndicator,
    IndicatorValue,
    Target,
    Means,
    MeansReference,
    BudgetLine,
    SheetField,
    Rating,
    Opinion,
    StudentExchange,
    ResearchExchange,
    CapacityBuilding,
    Framework,
    PartnerProfile,
    AgreementRecord,
    Reference,
    ListedPartner,
    PrintedTotal,
    Provision,
)
