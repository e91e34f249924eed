"""Indicators that count themselves: a kept question, and a number that opens into its events."""

from renkei.core.evaluation.counting.count import Count, Event, NotCounted, Subject, count
from renkei.core.evaluation.counting.keeping import Changed, Kept, by_year, changed, figure
from renkei.core.evaluation.counting.question import Dates, Question, Years

__all__ = [
    "Changed",
    "Count",
    "Dates",
    "Event",
    "Kept",
    "NotCounted",
    "Question",
    "Subject",
    "Years",
    "by_year",
    "changed",
    "count",
    "figure",
]
