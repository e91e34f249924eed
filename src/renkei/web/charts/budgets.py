"""Budget and execution: for each year an outlined bar of the budget and a filled one of what was spent.

The two differ by outline and filling, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale, axis_number, short_number, ticks_from_zero
from renkei.web.charts.svg import element, picture, text
from renkei.web.charts.words import width_of

WIDTH, HEIGHT = 460, 236
LEFT, RIGHT, TOP, BOTTOM = 56, 8, 22, 44
SIZE = 11


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """One year; None where no amount is told, and ``absent`` stands in the place of both.

    ``whole`` is false for an initial budget that stands alone. ``below`` is written under the year.
    """

    label: str
    budget: float | None = None
    executed: float | None = None
    whole: bool = True
    below: str = ""
    absent: str = ""


def budget_bars(title: str, years: Sequence[BudgetYear], *, description: str) -> SafeString | None:
    """None when there is no amount to draw."""
    told = [v for year in years for v in (year.budget, year.executed) if v is not None]
    if not told:
        return None
    ticks = ticks_from_zero(max(told))
    y = Scale(0, ticks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / len(years)
    parts = [_grid(tick, y) for tick in ticks]
    for index, year in enumerate(years):
        left, middle = LEFT + index * step, LEFT + (index + 0.5) * step
        parts.extend(_pair(year, left, step, y))
        parts.append(text(middle, HEIGHT - 26, year.label, "tick", "middle"))
        parts.append(text(middle, HEIGHT - 8, year.below, "tick", "middle"))
    return picture(WIDTH, HEIGHT, *parts, title=title, description=description)


def _grid(tick: float, y: Scale) -> SafeString:
    level = round(y(tick)) + 0.5
    return element(
        "g",
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=level, y2=level, class_="grid"),
        text(LEFT - 6, level + 4, axis_number(tick), "tick", "end"),
    )


def _pair(year: BudgetYear, left: float, step: float, y: Scale) -> list[SafeString]:
    room = min(step * 0.48, 60)
    middle = left + step / 2
    if year.budget is None and year.executed is None:
        return [text(middle, HEIGHT - BOTTOM - 6, year.absent, "zero", "middle")]
    outline = "budget" if year.whole else "budget budget--part"
    apart = room / 2 if year.budget is not None and year.executed is not None else 0
    return [
        *_bar(year.budget, middle - apart, room, y, outline),
        *_bar(year.executed, middle + apart, room, y, "bar"),
    ]


def _bar(value: float | None, middle: float, room: float, y: Scale, look: str) -> list[SafeString]:
    """A bar and, where it has room, its figure; zero and a minus are a figure without a bar."""
    if value is None:
        return []
    base, width = y(0), room * 0.8
    tall = base - y(max(value, 0))
    parts = []
    if tall:
        left = middle - width / 2
        parts.append(element("rect", x=left, y=base - tall, width=width, height=tall, class_=look))
    figure = short_number(value)
    if width_of(figure, SIZE) <= room:
        parts.append(text(middle, base - tall - 5, figure, "value value--small", "middle"))
    return parts
