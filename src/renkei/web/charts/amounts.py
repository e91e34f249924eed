"""Amounts side by side: for each name an outlined bar of the budget and a filled one of what was spent."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale, short_number, ticks_from_zero
from renkei.web.charts.svg import element, picture, text
from renkei.web.charts.words import wrapped

WIDTH, LEFT, RIGHT, ROW = 640, 200, 70, 40
Amounts = tuple[str, float | None, float | None]


def amount_bars(title: str, rows: Sequence[Amounts], *, description: str) -> SafeString | None:
    """``rows`` are (name, budget, executed); None when there is no amount to draw."""
    told = [value for row in rows for value in row[1:] if value is not None]
    if not told:
        return None
    x = Scale(0, ticks_from_zero(max(told))[-1], LEFT, WIDTH - RIGHT)
    parts: list[SafeString] = []
    for index, (name, budget, executed) in enumerate(rows):
        top = index * ROW + 6
        (short, *_) = wrapped(name, LEFT - 12, 12, 1)
        parts.append(text(LEFT - 8, top + 18, short, "tick", "end"))
        parts += _bar(budget, top, x, "budget") + _bar(executed, top + 14, x, "bar")
    return picture(
        WIDTH,
        len(rows) * ROW + 8,
        *parts,
        title=title,
        description=description,
        class_="chart chart--amounts",
    )


def _bar(value: float | None, top: float, x: Scale, look: str) -> list[SafeString]:
    """A bar with its figure; zero and a minus are a figure without a bar."""
    if value is None:
        return []
    end = x(max(value, 0))
    bar = element("rect", x=LEFT, y=top, width=end - LEFT, height=11, class_=look)
    return [bar, text(end + 5, top + 10, short_number(value), "value value--small")]
