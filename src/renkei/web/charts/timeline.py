"""A timeline: one lane per means, one mark per activity, as long as its date is vague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale
from renkei.web.charts.svg import element, link, picture, text

WIDTH = 1000
LEFT, RIGHT, TOP, LANE = 150, 16, 26, 34
DOT = 5
STACK = 3
"""How many marks of one place are set above one another before they overlap."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From the first to the last day (both inclusive) the printed date can mean."""

    first: date
    last: date
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """``tone`` is 1 to 9."""

    name: str
    tone: int
    marks: Sequence[Mark]


def timeline(title: str, lanes: Sequence[Lane], description: str) -> SafeString:
    """Whole calendar years from the first to the last mark. Needs one mark at least."""
    first = min(mark.first.year for lane in lanes for mark in lane.marks)
    last = max(mark.last.year for lane in lanes for mark in lane.marks)
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    x = Scale(start.toordinal(), end.toordinal(), LEFT, WIDTH - RIGHT)
    height = TOP + LANE * len(lanes) + 4
    parts = _years(first, last, x, height)
    for row, lane in enumerate(lanes):
        middle = TOP + LANE * row + LANE / 2
        line = round(TOP + LANE * (row + 1)) + 0.5
        parts.append(element("line", x1=0, x2=WIDTH - RIGHT, y1=line, y2=line, class_="grid"))
        parts.append(text(0, middle + 5, lane.name, "lane"))
        parts.extend(_marks(lane, middle, x))
    return picture(
        WIDTH,
        height,
        *parts,
        title=title,
        description=description,
        class_="chart chart--timeline",
        interactive=True,
    )


def _years(first: int, last: int, x: Scale, height: float) -> list[SafeString]:
    every = max(1, -(-(last - first + 1) * 44 // (WIDTH - LEFT)))
    parts = []
    for year in range(first, last + 1):
        left = round(x(date(year, 1, 1).toordinal())) + 0.5
        parts.append(element("line", x1=left, x2=left, y1=TOP - 6, y2=height - 4, class_="grid"))
        if (year - first) % every == 0:
            parts.append(text(left + 4, TOP - 9, str(year), "tick"))
    return parts


def _marks(lane: Lane, middle: float, x: Scale) -> list[SafeString]:
    """Marks that fall on one another are set apart upwards and downwards."""
    parts = []
    last_right, level = -1.0, 0
    for mark in sorted(lane.marks, key=lambda mark: (mark.first, mark.last)):
        left, right = x(mark.first.toordinal()), x(mark.last.toordinal() + 1)
        centre = (left + right) / 2
        long = right - left > 3 * DOT
        begin = left if long else centre - DOT
        level = (level + 1) % STACK if begin < last_right else 0
        last_right = max(last_right, right if long else centre + DOT)
        y = middle + (0, -9, 9)[level]
        parts.append(link(mark.href, mark.name, _shape(lane.tone, left, right, y, long=long)))
    return parts


def _shape(tone: int, left: float, right: float, y: float, *, long: bool) -> SafeString:
    tone_class = f"tone-{tone}"
    if not long:
        return element("circle", cx=(left + right) / 2, cy=y, r=DOT, class_=tone_class)
    return element(
        "rect", x=left, y=y - 4, width=right - left, height=8, rx=4, class_=f"{tone_class} vague"
    )
