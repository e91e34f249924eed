"""Classes of a map by quantiles: about as many countries in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WANTED = 5


@dataclass(frozen=True, slots=True)
class Class:
    """Counts from ``low`` to ``high``, both inclusive. ``tone`` is 1 (few) to 5 (many)."""

    low: int
    high: int
    tone: int

    def holds(self, count: int) -> bool:
        """Whether ``count`` belongs to it."""
        return self.low <= count <= self.high


def classify(counts: Sequence[int], wanted: int = WANTED) -> tuple[Class, ...]:
    """At most ``wanted`` classes over the counts above zero; equal counts share a class."""
    ordered = sorted(count for count in counts if count > 0)
    if not ordered:
        return ()
    highs = sorted(
        {ordered[-(-len(ordered) * part // wanted) - 1] for part in range(1, wanted + 1)}
    )
    lows = [ordered[0], *(next(c for c in ordered if c > high) for high in highs[:-1])]
    tones = [
        round(1 + index * (wanted - 1) / max(len(highs) - 1, 1)) for index in range(len(highs))
    ]
    if len(highs) == 1:
        tones = [wanted // 2 + 1]
    return tuple(Class(low, high, tone) for low, high, tone in zip(lows, highs, tones, strict=True))
