"""The count of an indicator's question taken over as its actual, so that nobody retypes it."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.counting import selectors as counting
from renkei.apps.counting.selectors import YearCount
from renkei.apps.cycle.entries import Entered, set_actual
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.evaluation.models import Indicator, IndicatorValue
from renkei.core.errors import ConflictError, UsageError

UNIT = "件"
SOURCE = "台帳から計数（問いの第{version}版）"
"""Printed beside the figure as its source, so in the language of the sheets."""


def count_of(by: User, year: PolicyYear, indicator: Indicator) -> YearCount | None:
    """What the question of an indicator counts in the year of the sheet; None without one."""
    now = year.policy.fiscal_year
    return next((one for one in counting.by_year(by, indicator) if one.fiscal_year == now), None)


@transaction.atomic
def take_count(
    *, by: User, year: PolicyYear, indicator: Indicator, number: int, seen: str = ""
) -> IndicatorValue:
    """The count becomes the actual of the year; its source names the question.

    ``number`` is what the person saw. Raises UsageError RK828 without a question, ConflictError
    RK829 where the register counts another number by now, and what :func:`set_actual` raises.
    """
    found = count_of(by, year, indicator)
    if found is None:
        raise UsageError("RK828", number=indicator.number)
    if found.told.number != number:
        raise ConflictError("RK829", seen=number, found=found.told.number)
    held = counting.question_of(indicator)
    version = held.version if held else 0
    entered = Entered(
        value=Decimal(number), unit=_unit(indicator), source=SOURCE.format(version=version)
    )
    return set_actual(by=by, year=year, indicator=indicator, entered=entered, seen=seen)


def _unit(indicator: Indicator) -> str:
    """The unit of its other figures; 件 where it has none."""
    units = indicator.values.exclude(unit="").order_by("-fiscal_year", "pk")
    return units.values_list("unit", flat=True).first() or UNIT
