"""How far ahead cases are proposed, counted for each organisation (article 7(1): ahead of time)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Ahead:
    """An organisation's cases: how many, the median of days ahead, how many less than the limit.

    Days are negative for what was proposed after the event; those count as less too.
    """

    organisation: str
    number: int
    median: float
    less: int


def ahead(rows: Iterable[tuple[str, int]], least: int) -> list[Ahead]:
    """(organisation, days) of each case, by organisation; the shortest median first."""
    found: dict[str, list[int]] = defaultdict(list)
    for organisation, days in rows:
        found[organisation].append(days)
    counted = [
        Ahead(name, len(days), median(days), sum(one < least for one in days))
        for name, days in found.items()
    ]
    return sorted(counted, key=lambda one: (one.median, one.organisation))
