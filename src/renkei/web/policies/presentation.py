"""An evaluation as its page shows it: fields with indicators, references, means, and the budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.counting.models import Citation
from renkei.apps.counting.selectors import YearCount, cited_in_policy, of_policy
from renkei.apps.cycle import selectors as cycle
from renkei.apps.cycle.choices import BREAKS, SuccessionKind
from renkei.apps.cycle.models import Succession
from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import BudgetLine, Indicator, Means, Policy, PolicyField, Rating
from renkei.apps.publications import budgets
from renkei.apps.publications.figures import circled, shown
from renkei.apps.publications.scheme import CIRCLED, LABELS
from renkei.apps.publications.sheet import BudgetTable
from renkei.web.dates import fiscal_year_short
from renkei.web.documents.addresses import address_of
from renkei.web.policies.measures import Measure, Words, address_of_row, in_words, measures

MILLION = 1_000_000
Breaks = dict[int | None, list[Succession]]
"""Key of an indicator -> what it was before, or became."""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """``address`` is its place in the document; ``counted`` is what the register says of it,
    ``breaks`` are where its series begins or ends, ``cited`` what its progress cites.
    """

    indicator: Indicator
    measures: list[Measure]
    words: list[Words]
    address: str
    counted: list[YearCount]
    breaks: list[Succession]
    cited: list[Citation]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the indicators of a policy, by key of the indicator."""

    counted: Mapping[int, list[YearCount]]
    breaks: Breaks
    cited: Mapping[int, list[Citation]]


@dataclass(frozen=True, slots=True)
class MeansView:
    """Amounts in millions of yen as text, in order of the years of the table."""

    pk: int
    number: str
    name: str
    amounts: list[tuple[str, str]]
    indicators: str
    review_number: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """``field`` is None for what belongs to no field."""

    field: PolicyField | None
    indicators: list[IndicatorView]
    references: list[IndicatorView]
    means: list[MeansView]
    means_years: list[str]


@dataclass(frozen=True, slots=True)
class BudgetView:
    """A budget table with its figures as printed: (amount, outside the total) per cell."""

    label: str
    unit: str
    years: tuple[str, ...]
    rows: list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the common scale."""

    mark: str
    label: str
    reached: bool


def fields(viewer: Viewer, policy: Policy) -> list[FieldView]:
    """The fields in order, what belongs to none last."""
    indicators = list(selectors.indicators(viewer, policy))
    means = list(selectors.means(viewer, policy))
    beside = _Beside(
        of_policy(viewer, policy), _breaks(viewer, policy), cited_in_policy(viewer, policy)
    )
    known: list[PolicyField | None] = [*policy.fields.all(), None]
    views = [
        _field(
            field,
            [row for row in indicators if row.field_id == (field.pk if field else None)],
            [row for row in means if row.field_id == (field.pk if field else None)],
            beside,
        )
        for field in known
    ]
    return [view for view in views if view.indicators or view.references or view.means]


def budget_tables(lines: Iterable[BudgetLine]) -> list[BudgetView]:
    """The budget tables of the sheet."""
    return [_budget(table) for table in budgets.budget_tables(lines)]


def scale(rating: Rating) -> list[Step]:
    """The five steps, with the one that was reached."""
    return [
        Step(mark, words, rating.scale_value == index + 1)
        for index, (mark, words) in enumerate(zip(CIRCLED, LABELS, strict=True))
    ]


def source_of(rating: Rating) -> str:
    """The place of a rating in its document."""
    record = rating.record
    return address_of(record.document_id, record.line, record.start) if record else ""


def _breaks(viewer: Viewer, policy: Policy) -> Breaks:
    """Where a series of another year begins or ends in an indicator of this policy."""
    found: Breaks = {}
    for row in cycle.changed(viewer, policy):
        if row.kind in BREAKS or row.kind == SuccessionKind.ENDED:
            own = row.later_id if row.into_id == policy.pk else row.earlier_id
            found.setdefault(own, []).append(row)
    return found


def _field(
    field: PolicyField | None,
    indicators: list[Indicator],
    means: list[Means],
    beside: _Beside,
) -> FieldView:
    years = sorted({amount.fiscal_year for one in means for amount in one.amounts.all()})
    return FieldView(
        field,
        [_indicator(row, beside) for row in indicators if not row.reference],
        [_indicator(row, beside) for row in indicators if row.reference],
        [_means(one, years) for one in means],
        [fiscal_year_short(year) for year in years],
    )


def _indicator(row: Indicator, beside: _Beside) -> IndicatorView:
    return IndicatorView(
        row,
        measures(row),
        in_words(row.targets.all()),
        address_of_row(row),
        beside.counted.get(row.pk, []),
        beside.breaks.get(row.pk, []),
        beside.cited.get(row.pk, []),
    )


def _means(one: Means, years: list[int]) -> MeansView:
    by_year = {amount.fiscal_year: amount for amount in one.amounts.all()}
    amounts = [
        (_millions(by_year[y].budget_yen), _millions(by_year[y].executed_yen))
        if y in by_year
        else ("", "")
        for y in years
    ]
    served = "、".join(one.indicators)
    return MeansView(one.pk, circled(one.number), one.name, amounts, served, one.review_number)


def _millions(yen: int | None) -> str:
    if yen is None:
        return ""
    return f"{yen / MILLION:,.1f}".removesuffix(".0")


def _budget(table: BudgetTable) -> BudgetView:
    rows = [
        (
            row.item,
            [(shown(cell.amount), shown(cell.outside, outside=True)) for cell in row.cells],
        )
        for row in table.rows
    ]
    return BudgetView(table.label, table.unit, table.years, rows)
