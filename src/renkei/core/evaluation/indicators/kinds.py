"""What an indicator measures, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What the numbers of an indicator are. ``UNKNOWN`` is never added up.

    ``DISTINCT`` is a number of different things (countries): the same one comes again next year.
    """

    COUNT = "count"
    DISTINCT = "distinct"
    LEVEL = "level"
    FLOW = "flow"
    RATIO = "ratio"
    RANK = "rank"
    SURVEY_SHARE = "survey_share"
    QUALITATIVE = "qualitative"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How exact a figure is, whatever the reliability of its source; weaker ones stand below."""

    EXACT = "exact"
    ROUNDED = "rounded"
    FORECAST = "forecast"
    COMPILING = "compiling"

    @classmethod
    def weakest(cls, precisions: Iterable[Precision]) -> Precision:
        """A total is no more exact than the least exact of its parts."""
        order = tuple(cls)
        return max(precisions, key=order.index, default=cls.EXACT)


Series = Literal["per_year", "cumulative"]
Improvement = Literal["up", "down"]
Role = Literal["target", "actual", "mid_term_target", "baseline"]
