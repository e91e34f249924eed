"""Targets and actuals of one indicator side by side, year by year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, IndicatorValue
from renkei.core.values import FiscalYear

MET_MARKS = frozenset({"a", "s", "1", "2"})
"""Marks that say the target was reached: a, s of letters; ① and ② of the common categories."""
_FALLING = re.compile(r"以内|以下|未満|[減削低]減|縮小|減少|抑制")
_FAR = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Year:
    """Target and actual of one fiscal year; ``falling`` where less is better (ranks)."""

    fiscal_year: FiscalYear
    target: IndicatorValue
    actual: IndicatorValue
    falling: bool

    @property
    def met(self) -> bool:
        """Whether the actual reached the target."""
        target, actual = _number(self.target), _number(self.actual)
        return actual <= target if self.falling else actual >= target

    @property
    def far(self) -> bool:
        """Whether the target was missed by half of it or more."""
        target, actual = _number(self.target), _number(self.actual)
        gap = actual - target if self.falling else target - actual
        return gap >= target * _FAR and gap > 0

    @property
    def printed(self) -> str:
        """The pair as a reader would tell it: 82%→80.2%."""
        return f"{self.target.text}→{self.actual.text}"


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator with all its years that have both values, of every component."""

    indicator: Indicator
    years: tuple[Year, ...]

    @property
    def printed(self) -> str:
        """All pairs in order."""
        return "、".join(year.printed for year in self.years)


def series(subject: Subject) -> list[Series]:
    """The quantitative indicators of which every target year has its actual value."""
    values: dict[str, list[IndicatorValue]] = defaultdict(list)
    for value in subject.of(IndicatorValue):
        values[value.number].append(value)
    found = []
    for indicator in subject.of(Indicator):
        years = tuple(_years(indicator, values[indicator.number]))
        if years:
            found.append(Series(indicator, years))
    return found


def _years(indicator: Indicator, values: list[IndicatorValue]) -> Iterator[Year]:
    falling = bool(_FALLING.search(indicator.name)) or any(
        value.unit == "位" or (value.kind == "target" and _FALLING.search(value.text))
        for value in values
    )
    actuals = {(v.fiscal_year, v.component): v for v in values if v.kind == "actual"}
    for target in values:
        if target.kind != "target" or target.value is None or target.fiscal_year is None:
            continue
        actual = actuals.get((target.fiscal_year, target.component))
        if actual is not None and actual.value is not None:
            yield Year(target.fiscal_year, target, actual, falling)


def _number(value: IndicatorValue) -> Decimal:
    assert value.value is not None  # years are built of values that are there
    return value.value
