"""Stacked bars: years across, one colour per series, the total on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale, short_number, ticks_from_zero
from renkei.web.charts.svg import element, link, picture, text

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 40, 8, 22, 26


@dataclass(frozen=True, slots=True)
class Series:
    """``values`` stand in the order of the years; ``hrefs`` beside them. ``tone`` is 1 to 9."""

    name: str
    tone: int
    values: Sequence[int]
    hrefs: Sequence[str]


def stacked_bars(title: str, years: Sequence[str], series: Sequence[Series]) -> SafeString:
    """Every part is a link and says its year, series and value."""
    totals = [sum(one.values[index] for one in series) for index in range(len(years))]
    ticks = ticks_from_zero(max(totals, default=0))
    y = Scale(0, ticks[-1], HEIGHT - BOTTOM, TOP)
    step = (WIDTH - LEFT - RIGHT) / max(len(years), 1)
    parts = [_grid(tick, y) for tick in ticks]
    every = max(1, -(-len(years) * 54 // (WIDTH - LEFT)))
    for index, year in enumerate(years):
        left = LEFT + index * step
        parts.extend(_column(series, index, left, step, y, year))
        middle = left + step / 2
        if totals[index]:
            top = y(totals[index]) - 5
            parts.append(text(middle, top, short_number(totals[index]), "value", "middle"))
        if (len(years) - 1 - index) % every == 0:
            parts.append(text(middle, HEIGHT - 7, year, "tick", "middle"))
    spoken = ", ".join(f"{year}: {total}" for year, total in zip(years, totals, strict=True))
    return picture(
        WIDTH, HEIGHT, *parts, title=title, description=spoken, class_="chart", interactive=True
    )


def _grid(tick: float, y: Scale) -> SafeString:
    level = round(y(tick)) + 0.5
    return element(
        "g",
        element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=level, y2=level, class_="grid"),
        text(LEFT - 6, level + 4, short_number(tick), "tick", "end"),
    )


def _column(
    series: Sequence[Series],
    index: int,
    left: float,
    step: float,
    y: Scale,
    year: str,
) -> list[SafeString]:
    width = min(step * 0.66, 56)
    start = 0
    parts = []
    for one in series:
        value = one.values[index]
        if not value:
            continue
        top, bottom = y(start + value), y(start)
        shape = element(
            "rect",
            x=left + (step - width) / 2,
            y=top,
            width=width,
            height=max(bottom - top - 1, 0.8),
            class_=f"tone-{one.tone}",
        )
        parts.append(link(one.hrefs[index], f"{year} {one.name}: {value}", shape))
        start += value
    return parts
