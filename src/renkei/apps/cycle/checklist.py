"""The official checklists of reviewers: what a machine can find, and what a person looks at.

Source: the checklists of 厚生労働省 for reviewers of 評価書 and 事前分析表; the words
of each point are in vocabulary/glossary.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from renkei.apps.evaluation.models import Indicator, Means, PolicyField
from renkei.core.evaluation.indicators import Precision, infer_definition
from renkei.core.evaluation.indicators.infer import precision_of

LOW_EXECUTION = Decimal("0.8")
"""Below this share of the budget a low execution is pointed out; a figure of the house."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the machine looks at: indicators with values and targets, means with amounts."""

    year: int
    fields: Sequence[PolicyField]
    indicators: Sequence[Indicator]
    means: Sequence[Means]


@dataclass(frozen=True, slots=True)
class Point:
    """One point; ``find`` tells which indicators or means it is about, None leaves it to people."""

    code: str
    find: Callable[[Sheet], list[str]] | None = None
    full_only: bool = True


def missed(indicator: Indicator, year: int) -> bool | None:
    """Whether the actual falls short of the target of the year; None where nothing tells it."""
    compared = _compared(indicator, year)
    return None if compared is None else compared < 0


def _compared(indicator: Indicator, year: int) -> Decimal | None:
    """The lead of the actual over the target, in the direction of improvement."""
    values = list(indicator.values.all())
    units = {value.unit for value in values}
    printed = [value.text for value in values if value.kind != "actual"]
    definition, _ = infer_definition(indicator.name, units, printed)
    sign = 1 if definition.improvement == "up" else -1
    leads = []
    for target in values:
        if target.kind != "target" or target.fiscal_year != year or target.value is None:
            continue
        for actual in values:
            same = (actual.fiscal_year, actual.component) == (year, target.component)
            if actual.kind == "actual" and same and actual.value is not None:
                leads.append(sign * (actual.value - target.value))
    return min(leads, default=None)


def _untold(sheet: Sheet) -> list[str]:
    return [
        one.number
        for one in sheet.indicators
        if not one.mark and not any(v.kind == "actual" for v in one.values.all())
    ]


def _compiling(sheet: Sheet) -> list[str]:
    return [
        one.number
        for one in sheet.indicators
        if any(
            value.kind == "actual"
            and value.fiscal_year == sheet.year
            and precision_of(value.text) in (Precision.COMPILING, Precision.FORECAST)
            for value in one.values.all()
        )
    ]


def _missed(sheet: Sheet) -> list[str]:
    return [one.number for one in sheet.indicators if missed(one, sheet.year)]


def _exceeded(sheet: Sheet) -> list[str]:
    leads = ((one.number, _compared(one, sheet.year)) for one in sheet.indicators)
    return [number for number, lead in leads if lead is not None and lead > 0]


def _money(sheet: Sheet) -> list[str]:
    short = set(_missed(sheet))
    return [
        f"{means.name} → {'、'.join(sorted(short & set(means.indicators)))}"
        for means in sheet.means
        if short & set(means.indicators)
    ]


def _again(sheet: Sheet) -> list[str]:
    return [
        one.number
        for one in sheet.indicators
        if missed(one, sheet.year) and missed(one, sheet.year - 1)
    ]


def _unspent(sheet: Sheet) -> list[str]:
    return [
        f"{means.name} {amount.fiscal_year}: {100 * amount.executed_yen / amount.budget_yen:.0f}%"
        for means in sheet.means
        for amount in means.amounts.all()
        if amount.budget_yen
        and amount.executed_yen is not None
        and Decimal(amount.executed_yen) / amount.budget_yen < LOW_EXECUTION
    ]


def _no_primary(sheet: Sheet) -> list[str]:
    with_primary = {one.field_id for one in sheet.indicators if one.primary}
    without = [str(field) for field in sheet.fields if field.pk not in with_primary]
    return without if sheet.fields or with_primary else ["-"]


POINTS: tuple[Point, ...] = (
    Point("status_of_each", _untold),
    Point("still_compiling", _compiling),
    Point("cause_of_misses", _missed),
    Point("cause_of_exceeding", _exceeded),
    Point("external_factors"),
    Point("money_on_misses", _money),
    Point("missed_again", _again),
    Point("low_execution", _unspent),
    Point("issues_complete", full_only=False),
    Point("goal_per_issue", full_only=False),
    Point("indicators_fit_goals", full_only=False),
    Point("outputs_and_outcomes", full_only=False),
    Point("primary_with_reason", _no_primary, full_only=False),
)
"""Those of the evaluation (評価書) first, then those of the analysis sheet (事前分析表)."""
