"""Axes with round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from renkei.web.labels import language

STEPS = (1, 2, 2.5, 5, 10)
WHOLE_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from ``low`` to ``high`` onto pixels from ``first`` to ``last``."""

    low: float
    high: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        """The pixel of ``value``."""
        share = (value - self.low) / (self.high - self.low)
        return self.first + share * (self.last - self.first)


def ticks_from_zero(maximum: float, wanted: int = 4) -> tuple[float, ...]:
    """Round whole numbers from 0 to at least ``maximum``, about ``wanted`` steps."""
    step = _round_step(max(maximum, 1) / wanted, WHOLE_STEPS)
    step = max(step, 1)
    return tuple(step * index for index in range(math.ceil(max(maximum, 1) / step) + 1))


def ticks_between(values: Sequence[float], wanted: int = 3) -> tuple[float, ...]:
    """Round numbers around ``values``; starts at zero where zero is near."""
    low, high = min(values), max(values)
    if 0 <= low <= 0.6 * high:
        low = 0
    if low == high:
        low, high = low - abs(low) * 0.1 - 0.5, high + abs(high) * 0.1 + 0.5
    step = _round_step((high - low) / wanted, STEPS)
    first, last = math.floor(low / step), math.ceil(high / step)
    if first * step == low and low:
        first -= 1  # room below the lowest mark; nothing stands on the edge but a zero
    if last * step == high:
        last += 1
    return tuple(round(step * index, 10) for index in range(first, last + 1))


def short_number(value: float) -> str:
    """1,234 or 12.5, without zeros that say nothing."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def axis_number(value: float) -> str:
    """As :func:`short_number`, large ones as 万 in Japanese and as millions in English."""
    if language() == "ja" and abs(value) >= 10_000:
        return f"{short_number(value / 10_000)}万"
    if abs(value) >= 1_000_000:
        return f"{short_number(value / 1_000_000)}M"
    return short_number(value)


def _round_step(rough: float, steps: Sequence[float]) -> float:
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in steps if step * power >= rough * 0.999999)
