"""The means a sheet cites, year by year: which name has which number in which field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.checks.places import bare
from renkei.core.checks.subject import Subject
from renkei.core.records import MeansReference
from renkei.core.source import Evidence
from renkei.core.values import FiscalYear


@dataclass(frozen=True, slots=True)
class Citation:
    """One means cited by name and number for one fiscal year in one field."""

    field: str
    fiscal_year: FiscalYear
    name: str
    number: int
    evidence: Evidence

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return bare(self.name)


def citations(subject: Subject) -> list[Citation]:
    """Every citation that has a number, once for each of its years."""
    return [each for reference in subject.of(MeansReference) for each in _years(reference)]


def _years(reference: MeansReference) -> Iterator[Citation]:
    if reference.means_number is None:
        return
    field = reference.indicator.partition("-")[0]
    for year in reference.fiscal_years:
        yield Citation(
            field, year, reference.means_name, reference.means_number, reference.evidence
        )


def circled(number: int) -> str:
    """The number as means are printed: ① to ㊿, plain beyond."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        last = {1: 20, 21: 35, 36: 50}[first]
        if first <= number <= last:
            return chr(start + number - first)
    return str(number)
