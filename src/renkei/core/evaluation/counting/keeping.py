"""A count that was printed, kept to be held against the register later; and counts as figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from renkei.core.evaluation.counting.count import Count, Subject, count
from renkei.core.evaluation.counting.question import Question, Years
from renkei.core.evaluation.indicators import Cell, Observation, Precision
from renkei.core.linking import Decided
from renkei.core.values import Absence, FiscalYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A count frozen with the sheet that used it: plain values, ready to be stored."""

    question: str
    number: int
    keys: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, told: Count) -> Kept:
        """What has to be stored of ``told``."""
        keys = tuple(event.keys for event in told.counted)
        return cls(question=str(told.question), number=told.number, keys=keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the register says now beside what was kept; keys of events that came and went."""

    before: int
    now: int
    came: tuple[tuple[str, ...], ...]
    gone: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.before != self.now or self.came or self.gone)


def changed(kept: Kept, now: Count) -> Changed:
    """An event stays the same while one of its records does."""
    known = {key for keys in kept.keys for key in keys}
    present = {key for event in now.counted for key in event.keys}
    return Changed(
        before=kept.number,
        now=now.number,
        came=tuple(event.keys for event in now.counted if known.isdisjoint(event.keys)),
        gone=tuple(keys for keys in kept.keys if present.isdisjoint(keys)),
    )


def by_year(
    question: Question,
    years: Iterable[int],
    subjects: Iterable[Subject],
    decided: Decided[str] | None = None,
) -> tuple[tuple[Count, Observation], ...]:
    """The question asked of each fiscal year, as actuals of an indicator."""
    held = list(subjects)
    told = []
    for year in years:
        one = FiscalYear(year)
        each = count(replace(question, fiscal_year=Years(one, one)), held, decided)
        told.append((each, Observation(fiscal_year=year, cell=figure(each))))
    return tuple(told)


def figure(told: Count) -> Cell:
    """The number as a figure: not final while something is open, none where nothing is recorded."""
    if "period_empty" in told.notes:
        return Cell(absence=Absence.NOT_PRINTED)
    precision = Precision.EXACT if told.sure else Precision.COMPILING
    return Cell(value=Decimal(told.number), precision=precision)
