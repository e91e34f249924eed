"""Indicators: what they measure, their figures, and the totals that their kind allows."""

from renkei.core.evaluation.indicators.aggregate import (
    Aggregate,
    Axis,
    LeftOut,
    aggregate,
    method_of,
)
from renkei.core.evaluation.indicators.build import indicators_of
from renkei.core.evaluation.indicators.cell import Cell
from renkei.core.evaluation.indicators.indicator import (
    Definition,
    Indicator,
    Observation,
    YearlyItems,
)
from renkei.core.evaluation.indicators.infer import infer_definition
from renkei.core.evaluation.indicators.kinds import Improvement, Kind, Precision, Role, Series

__all__ = [
    "Aggregate",
    "Axis",
    "Cell",
    "Definition",
    "Improvement",
    "Indicator",
    "Kind",
    "LeftOut",
    "Observation",
    "Precision",
    "Role",
    "Series",
    "YearlyItems",
    "aggregate",
    "indicators_of",
    "infer_definition",
    "method_of",
]
