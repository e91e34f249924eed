"""The yearly targets of a sheet: which section holds the target of a year, which its progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.grammar.atoms import FISCAL_YEAR, fiscal_year
from renkei.core.grammar.form import Outline, Section
from renkei.core.values import FiscalYear

_YEAR = re.compile(FISCAL_YEAR)
# Sections after which no target of the indicator can come.
_ENDS = frozenset({"reference", "result", "means", "analysis"})


@dataclass(slots=True)
class YearlyTarget:
    """The target of one year and, where told, its progress."""

    indicator: Section
    target: Section
    progress: Section | None = None

    def year(self, text: str) -> FiscalYear | None:
        """The year in the heading of the target; None if there is none to be read."""
        heading = _YEAR.search(text, self.target.start, self.target.body)
        return fiscal_year(heading[0]) if heading else None


def yearly_targets(form: Outline) -> Iterator[YearlyTarget]:
    """The targets of all indicators, in order of the document."""
    indicator: Section | None = None
    pending: YearlyTarget | None = None
    for section in form.sections:
        closes = section.kind in ("indicator", "target") or section.kind in _ENDS
        other = section.kind == "field" and (
            indicator is None or str(indicator.field_no) != section.number
        )
        if pending is not None and (closes or other):
            yield pending
            pending = None
        if section.kind == "indicator":
            indicator = section
        elif section.kind in _ENDS or other:
            indicator = None
        elif section.kind == "target" and indicator is not None:
            pending = YearlyTarget(indicator, section)
        elif section.kind == "progress" and pending is not None and pending.progress is None:
            pending.progress = section
    if pending is not None:
        yield pending
