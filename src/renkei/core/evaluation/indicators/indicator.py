"""An indicator with everything that was aimed at and measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.evaluation.indicators.cell import Cell
from renkei.core.evaluation.indicators.kinds import Improvement, Kind, Role, Series
from renkei.core.source import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What may be done with the numbers follows from this alone."""

    kind: Kind
    series: Series = "per_year"
    improvement: Improvement = "up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure with its place: year, component (①…), organisation ("" where there is none)."""

    cell: Cell
    role: Role = "actual"
    fiscal_year: int | None = None
    component: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyItems:
    """The numbered items of a qualitative target of one year, and the progress told."""

    fiscal_year: int
    items: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """``grounds`` are codes for why ``definition`` is what it is, where nobody stated it.

    ``source`` names the data the figures are from, as printed (出典).
    """

    number: str
    name: str
    definition: Definition
    grounds: tuple[str, ...] = ()
    primary: bool = False
    reference: bool = False
    field_no: int | None = None
    mark: str | None = None
    source: str = ""
    observations: tuple[Observation, ...] = ()
    items: tuple[YearlyItems, ...] = ()
    evidence: Evidence | None = None

    @property
    def components(self) -> tuple[str, ...]:
        """The components in the order of the sheet; ("",) for an indicator without any."""
        return tuple(dict.fromkeys(each.component for each in self.observations)) or ("",)

    def of(self, role: Role, component: str | None = None) -> Iterator[Observation]:
        """Figures of one role, of one component or of all, by year."""
        found = (
            each
            for each in self.observations
            if each.role == role and component in (None, each.component)
        )
        return iter(sorted(found, key=lambda each: each.fiscal_year or 0))
