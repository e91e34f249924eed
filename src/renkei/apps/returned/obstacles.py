"""Why a change of a file cannot be taken over as it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renkei.apps.cycle.entries import PERCENT, is_share
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.evaluation.models import Policy
from renkei.apps.returned.comparing import GONE
from renkei.apps.returned.locating import indicator_of
from renkei.core.errors import RenkeiError, UsageError
from renkei.core.evaluation.rating import scheme as scheme_of

UNREAD = "unread"
MADE = frozenset({"indicator_value", "target"})
"""Kinds whose rows are made where the register has none yet."""


def standing(kind: str, field: str, row: Any, indicator: Any) -> str:
    """The code of the glossary for what no entry can mend; "" where the change can be taken over."""
    if field == GONE:
        return "gone" if kind != "indicator_value" or row is None else ""
    if row is None and (kind not in MADE or indicator is None):
        return "no_row"
    return ""


def refusal(
    policy: Policy, kind: str, key: list[Any], field: str, value: Any
) -> RenkeiError | None:
    """The sentence with which the same entry would be refused on its page; None for a good one."""
    if field == "mark":
        return _mark(policy, key, str(value))
    if kind == "indicator_value" and field != GONE:
        return _figure(policy, key, value)
    if kind == "target" and field == "items":
        return _not_past(policy, key[1])
    return None


def _mark(policy: Policy, key: list[Any], mark: str) -> RenkeiError | None:
    year = PolicyYear.objects.filter(policy=policy).first()
    if year is None or not year.scheme:
        return UsageError("RK756", mark=mark)
    allowed = scheme_of(year.scheme).indicator.marks
    if mark and mark not in allowed:
        listed = ", ".join(allowed)
        return UsageError("RK733", number=key[0], mark=mark, scheme=year.scheme, allowed=listed)
    return None


def _figure(policy: Policy, key: list[Any], told: Any) -> RenkeiError | None:
    kind, year = key[1], key[2]
    if kind == "target":
        past = _not_past(policy, year)
        if past:
            return past
    indicator = indicator_of(policy, "indicator_value", key)
    if indicator is None or told["value"] is None:
        return None
    if told["unit"] in PERCENT and is_share(indicator, told["unit"]):
        if not 0 <= Decimal(told["value"]) <= 100:
            return UsageError("RK755", value=told["value"])
        if kind == "actual":
            return UsageError("RK754", name=indicator.name)
    return None


def _not_past(policy: Policy, year: int | None) -> RenkeiError | None:
    now = policy.fiscal_year
    if year is not None and now is not None and year < now:
        return UsageError("RK753", year=year, now=now)
    return None
