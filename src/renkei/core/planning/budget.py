"""Sums of a budget request: by organisation, means, region and item, beside the year before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Group = Literal["organisation", "means", "region", "item"]
GROUPS: tuple[Group, ...] = ("organisation", "means", "region", "item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one project asks for in one year; with several regions it counts equally for each."""

    fiscal_year: int
    yen: int
    organisation: str
    means: str
    regions: tuple[str, ...]
    item: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One row: this year, the year before, and the difference."""

    code: str
    now: Fraction
    before: Fraction

    @property
    def difference(self) -> Fraction:
        """More than in the year before; negative for less."""
        return self.now - self.before


def sums(lines: Iterable[Line], group: Group, year: int) -> list[Sum]:
    """The rows of one grouping for ``year``, largest first."""
    found: dict[str, list[Fraction]] = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for line in lines:
        if line.fiscal_year not in (year, year - 1):
            continue
        codes = _codes(line, group)
        for code in codes:
            found[code][year - line.fiscal_year] += Fraction(line.yen, len(codes))
    rows = [Sum(code, now, before) for code, (now, before) in found.items()]
    return sorted(rows, key=lambda row: (-row.now, -row.before, row.code))


def total(rows: Sequence[Sum]) -> Sum:
    """All rows together."""
    nothing = Fraction(0)
    return Sum(
        "", sum((row.now for row in rows), nothing), sum((row.before for row in rows), nothing)
    )


def _codes(line: Line, group: Group) -> tuple[str, ...]:
    match group:
        case "organisation":
            return (line.organisation,)
        case "means":
            return (line.means,)
        case "item":
            return (line.item,)
        case _:
            return line.regions or ("",)
