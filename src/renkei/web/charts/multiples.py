"""Small multiples: one little bar chart per means, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.svg import element, link, picture, text

WIDTH, HEIGHT = 264, 104
TOP, BOTTOM = 20, 18
NARROW = 22
"""Below this width of a column figures do not fit above the bars; they are in the table."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``label`` stands under the bar, ``name`` is said aloud; without ``href`` it is no link."""

    label: str
    name: str
    value: int
    href: str | None = None


def small_bars(title: str, bars: Sequence[Bar], highest: int) -> SafeString:
    """One panel; ``highest`` is the largest value of all panels, so that bars compare."""
    step = WIDTH / max(len(bars), 1)
    base = HEIGHT - BOTTOM
    every = max(1, -(-len(bars) * 46 // WIDTH))
    parts = [element("line", x1=0, x2=WIDTH, y1=base + 0.5, y2=base + 0.5, class_="axis")]
    for index, bar in enumerate(bars):
        parts.append(_bar(bar, index, step, base, highest))
        if (len(bars) - 1 - index) % every == 0:
            parts.append(_year(bar.label, (index + 0.5) * step))
    description = ", ".join(f"{bar.name}" for bar in bars)
    return picture(
        WIDTH, HEIGHT, *parts, title=title, description=description, interactive=_linked(bars)
    )


def _year(label: str, middle: float) -> SafeString:
    """The label of a year, kept inside the panel."""
    if middle < 20:
        return text(0, HEIGHT - 4, label, "tick")
    if middle > WIDTH - 20:
        return text(WIDTH, HEIGHT - 4, label, "tick", "end")
    return text(middle, HEIGHT - 4, label, "tick", "middle")


def _bar(bar: Bar, index: int, step: float, base: float, highest: int) -> SafeString:
    tall = (base - TOP) * bar.value / max(highest, 1)
    width = min(step * 0.68, 36)
    left = index * step + (step - width) / 2
    reach = element("rect", x=index * step, y=0, width=step, height=base, class_="reach")
    if not bar.value and step < NARROW:
        return link(None, bar.name, reach)
    if not bar.value:
        zero = text(index * step + step / 2, base - 4, "0", "zero", "middle")
        return link(None, bar.name, reach, zero)
    shape = element("rect", x=left, y=base - tall, width=width, height=tall, class_="bar")
    parts = [reach, shape]
    if step >= NARROW:
        number = f"{bar.value:,}"
        parts.append(text(index * step + step / 2, base - tall - 4, number, "value", "middle"))
    return link(bar.href, bar.name, *parts)


def _linked(bars: Sequence[Bar]) -> bool:
    return any(bar.href and bar.value for bar in bars)
