"""Priorities: interest or concern upwards, influence across, one mark per partner and its moves.

Told apart without colour: a disc where interest prevails, a diamond where concern does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.scale import Scale
from renkei.web.charts.svg import element, link, number, picture, text

WIDTH, HEIGHT = 720, 520
LEFT, RIGHT, TOP, BOTTOM = 52, 24, 16, 56
HIGHEST = 4
LINE = 15
"""Height of a label."""
NEAR = 14
"""Marks nearer than this to one another stand side by side."""
LEVELS = (25, 50, 75)
"""Priorities for which a line of equal priority is drawn."""

Spot = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PriorityMark:
    """A partner: ``points`` are (influence, need) from the oldest to the one that holds."""

    name: str
    spoken: str
    href: str
    concern: bool
    points: Sequence[Spot]


@dataclass(frozen=True, slots=True)
class Axes:
    """What stands at the axes."""

    across: str
    upwards: str


def priority_chart(title: str, marks: Sequence[PriorityMark], axes: Axes) -> SafeString:
    """All marks in one picture; a thin line with dots leads from where a partner stood before."""
    x = Scale(0, HIGHEST, LEFT, WIDTH - RIGHT)
    y = Scale(0, HIGHEST, HEIGHT - BOTTOM, TOP)
    parts = [*_grid(x, y), *_levels(x, y), *_axis_names(axes)]
    spots = _apart([(x(one.points[-1][0]), y(one.points[-1][1])) for one in marks])
    for one, spot in zip(marks, spots, strict=True):
        parts.append(_moves(one, spot, x, y))
    taken: list[Box] = [(left - 8, top - 8, left + 8, top + 8) for left, top in spots]
    for one, spot in zip(marks, spots, strict=True):
        words, box = _label(one.name, spot, taken)
        taken.append(box)
        parts.append(link(one.href, one.spoken, _mark(one, spot), words))
    spoken = "; ".join(one.spoken for one in marks)
    return picture(
        WIDTH, HEIGHT, *parts, title=title, description=spoken,
        class_="chart chart--priority", interactive=bool(marks),
    )  # fmt: skip


def _grid(x: Scale, y: Scale) -> list[SafeString]:
    parts = []
    for step in range(HIGHEST + 1):
        across, up = round(x(step)) + 0.5, round(y(step)) + 0.5
        parts.append(element("line", x1=x(0), x2=x(HIGHEST), y1=up, y2=up, class_="grid"))
        parts.append(element("line", x1=across, x2=across, y1=y(0), y2=y(HIGHEST), class_="grid"))
        parts.append(text(LEFT - 8, up + 4, str(step), "tick", "end"))
        parts.append(text(across, HEIGHT - BOTTOM + 18, str(step), "tick", "middle"))
    return parts


def _levels(x: Scale, y: Scale) -> list[SafeString]:
    """Lines along which the priority is the same, each with its number at the right end."""
    parts = []
    for level in LEVELS:
        product = level / 100 * HIGHEST**2
        first = product / HIGHEST
        steps = [first + (HIGHEST - first) * n / 24 for n in range(25)]
        path = " ".join(f"{number(x(step))} {number(y(product / step))}" for step in steps)
        parts.append(element("polyline", points=path, class_="level"))
        end = y(product / HIGHEST)
        parts.append(text(WIDTH - RIGHT - 4, end - 5, str(level), "level-name", "end"))
    return parts


def _axis_names(axes: Axes) -> list[SafeString]:
    middle = TOP + (HEIGHT - BOTTOM - TOP) / 2
    upwards = element(
        "text",
        axes.upwards,
        transform=f"rotate(-90 14 {number(middle)})",
        x=14,
        y=middle,
        class_="axis-name",
        text_anchor="middle",
    )
    across = text(
        LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 14, axes.across, "axis-name", "middle"
    )
    return [upwards, across]


def _apart(spots: Sequence[Spot]) -> list[Spot]:
    """Marks that would cover one another are moved aside, the first stays."""
    placed: list[Spot] = []
    for across, up in spots:
        shift = 0
        while any(abs(across + shift - a) < NEAR and abs(up - b) < NEAR for a, b in placed):
            shift += NEAR
        placed.append((min(across + shift, WIDTH - 10), up))
    return placed


def _moves(one: PriorityMark, spot: Spot, x: Scale, y: Scale) -> SafeString:
    before = [(x(across), y(up)) for across, up in one.points[:-1]]
    if not before:
        return element("g")
    path = " ".join(f"{number(a)} {number(b)}" for a, b in [*before, spot])
    dots = [element("circle", cx=a, cy=b, r=2.5, class_="before") for a, b in before]
    return element("g", element("polyline", points=path, class_="move"), *dots)


def _mark(one: PriorityMark, spot: Spot) -> SafeString:
    across, up = spot
    if not one.concern:
        return element("circle", cx=across, cy=up, r=7, class_="interest")
    corners = ((0, -9), (9, 0), (0, 9), (-9, 0))
    path = " ".join(f"{number(across + a)} {number(up + b)}" for a, b in corners)
    return element("polygon", points=path, class_="concern")


def _label(name: str, spot: Spot, taken: Sequence[Box]) -> tuple[SafeString, Box]:
    """The name beside its mark, where it covers as little as can be."""
    across, up = spot
    width = sum(13 if ord(letter) > 0x2E80 else 7.5 for letter in name)
    places = (
        (across + 12, up + 5, "start"),
        (across - 12, up + 5, "end"),
        (across, up - 13, "middle"),
        (across, up + 24, "middle"),
    )
    boxes = [(_box(left, base, width, anchor), left, base, anchor) for left, base, anchor in places]
    box, left, base, anchor = min(boxes, key=lambda place: _covered(place[0], taken))
    return text(left, base, name, "partner", anchor), box


def _box(left: float, base: float, width: float, anchor: str) -> Box:
    start = left - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return start, base - LINE + 3, start + width, base + 3


def _covered(box: Box, taken: Sequence[Box]) -> float:
    """The area of ``box`` that is taken or outside the picture."""
    inside = _common(box, (LEFT, 0, WIDTH, HEIGHT - BOTTOM))
    outside = (box[2] - box[0]) * (box[3] - box[1]) - inside
    return 4 * outside + sum(_common(box, other) for other in taken)


def _common(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)
