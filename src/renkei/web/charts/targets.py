"""Targets against actuals of one indicator: a line of actuals, a stroke per yearly target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale, axis_number, short_number, ticks_between
from renkei.web.charts.svg import element, number, picture, text

WIDTH, HEIGHT = 340, 164
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 20, 24


@dataclass(frozen=True, slots=True)
class Point:
    """One year; None where the sheet gives no number. ``words`` stand at the actual."""

    label: str
    actual: float | None = None
    target: float | None = None
    words: str = ""


def target_chart(
    title: str, points: Sequence[Point], *, description: str, mid_term: float | None = None
) -> SafeString | None:
    """None when there is no number to draw."""
    values = [v for p in points for v in (p.actual, p.target) if v is not None]
    if mid_term is not None:
        values.append(mid_term)
    if not values:
        return None
    ticks = ticks_between(values)
    y = Scale(ticks[0], ticks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / len(points)
    parts = [_grid(tick, y) for tick in ticks]
    if mid_term is not None:
        level = y(mid_term)
        parts.append(
            element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=level, y2=level, class_="mid-term")
        )
    parts.extend(_targets(points, step, y))
    parts.extend(_actuals(points, step, y))
    every = max(1, -(-len(points) * 46 // (WIDTH - LEFT)))
    for index, point in enumerate(points):
        if (len(points) - 1 - index) % every == 0:
            middle = _middle(index, step)
            parts.append(text(middle, HEIGHT - 6, point.label, "tick", "middle"))
    return picture(WIDTH, HEIGHT, *parts, title=title, description=description)


def _middle(index: int, step: float) -> float:
    return LEFT + (index + 0.5) * step


def _grid(tick: float, y: Scale) -> SafeString:
    level = round(y(tick)) + 0.5
    return element(
        "g",
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=level, y2=level, class_="grid"),
        text(LEFT - 6, level + 4, axis_number(tick), "tick", "end"),
    )


def _targets(points: Sequence[Point], step: float, y: Scale) -> list[SafeString]:
    half = min(step * 0.36, 24)
    return [
        element(
            "line",
            x1=_middle(index, step) - half,
            x2=_middle(index, step) + half,
            y1=y(point.target),
            y2=y(point.target),
            class_="target",
        )
        for index, point in enumerate(points)
        if point.target is not None
    ]


def _actuals(points: Sequence[Point], step: float, y: Scale) -> list[SafeString]:
    """A line through neighbouring years (a gap stays a gap), a dot and its figure per year."""
    parts = []
    path = ""
    pen = "M"
    for index, point in enumerate(points):
        if point.actual is None:
            pen = "M"
            continue
        path += f"{pen}{number(_middle(index, step))} {number(y(point.actual))}"
        pen = "L"
    parts.append(element("path", d=path or "M0 0", class_="actual-line"))
    for index, point in enumerate(points):
        if point.actual is None:
            continue
        x, level = _middle(index, step), y(point.actual)
        parts.append(element("circle", cx=x, cy=level, r=4, class_="actual"))
        above = level - 9 if level - 9 > 11 else level + 18
        parts.append(text(x, above, point.words or short_number(point.actual), "value", "middle"))
    return parts
