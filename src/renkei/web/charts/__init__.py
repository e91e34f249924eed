"""Charts as SVG strings, drawn on the server: no chart JavaScript, no inline style.

Colours come from classes in static/web/pictures.css and charts.css; every chart has a title and a
description for those who do not see it, and its figures stand in a table on the same page.
"""

from renkei.web.charts.amounts import amount_bars
from renkei.web.charts.budgets import BudgetYear, budget_bars
from renkei.web.charts.legend import Sample
from renkei.web.charts.marks import Marked, MarkRow, marks_matrix
from renkei.web.charts.multiples import Bar, small_bars
from renkei.web.charts.priority import Axes, PriorityMark, priority_chart
from renkei.web.charts.stacked import Series, stacked_bars
from renkei.web.charts.targets import Point, target_chart
from renkei.web.charts.timeline import Lane, Mark, timeline

__all__ = [
    "Axes",
    "Bar",
    "BudgetYear",
    "Lane",
    "Mark",
    "MarkRow",
    "Marked",
    "Point",
    "PriorityMark",
    "Sample",
    "Series",
    "amount_bars",
    "budget_bars",
    "marks_matrix",
    "priority_chart",
    "small_bars",
    "stacked_bars",
    "target_chart",
    "timeline",
]
