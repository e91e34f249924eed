"""Draws the world with a colour per class and a link per country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.svg import element, link, picture
from renkei.web.charts.worldmap.classes import Class
from renkei.web.charts.worldmap.projection import HEIGHT, WIDTH
from renkei.web.charts.worldmap.shapes import Shape, edge, shapes

MARK_RADIUS = 9
JAPAN = "392"
"""Our own country has a colour of its own: it is no partner."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country with its count; ``name`` is shown on hovering and read aloud."""

    iso_numeric: str
    name: str
    count: int
    href: str


def world_map(
    title: str, description: str, places: Sequence[Place], classes: Sequence[Class]
) -> SafeString:
    """Countries without a count stay grey and are no links."""
    world = shapes()
    counted = {place.iso_numeric: place for place in places if place.count}
    grey = "".join(shape.path for code, shape in world.items() if code not in {*counted, JAPAN})
    ordered = sorted(counted.values(), key=lambda place: -place.count)
    parts = [
        element("path", d=edge(), class_="sea"),
        element("path", d=grey, class_="land"),
        element("path", d=world[JAPAN].path, class_="home"),
    ]
    for place in ordered:
        if shape := world.get(place.iso_numeric):
            parts.append(_country(place, shape, _tone(place.count, classes)))
    return picture(
        WIDTH,
        HEIGHT,
        *parts,
        title=title,
        description=description,
        class_="chart chart--map",
        interactive=True,
    )


def _country(place: Place, shape: Shape, tone: int) -> SafeString:
    parts = []
    if shape.path:
        parts.append(element("path", d=shape.path))
    if shape.mark:
        x, y = shape.mark
        parts.append(element("circle", cx=x, cy=y, r=MARK_RADIUS))
    return element("g", link(place.href, place.name, *parts), class_=f"country tone-{tone}")


def _tone(count: int, classes: Sequence[Class]) -> int:
    return next(one.tone for one in classes if one.holds(count))
