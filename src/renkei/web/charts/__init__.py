"""Charts as SVG strings, drawn on the server: no chart JavaScript, no inline style.

Colours come from classes in static/web/charts.css; every chart has a title and a description for
those who do not see it, and its figures stand in a table on the same page.
"""

from renkei.web.charts.multiples import Bar, small_bars
from renkei.web.charts.priority import Axes, PriorityMark, priority_chart
from renkei.web.charts.stacked import Series, stacked_bars
from renkei.web.charts.targets import Point, target_chart
from renkei.web.charts.timeline import Lane, Mark, timeline

__all__ = [
    "Axes",
    "Bar",
    "Lane",
    "Mark",
    "Point",
    "PriorityMark",
    "Series",
    "priority_chart",
    "small_bars",
    "stacked_bars",
    "target_chart",
    "timeline",
]
