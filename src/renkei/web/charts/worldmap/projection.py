"""Equal Earth (Šavrič, Patterson, Jenny 2018): centred on a meridian, cut at its antimeridian."""

from __future__ import annotations

import math

from renkei.web.charts.worldmap.topology import Point, Ring

CENTRE = 150.0
WIDTH = 2000.0
NORTH, SOUTH = 84.0, -57.0
"""Latitudes of the drawn map; Antarctica is left out."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
_SCALE = WIDTH / 2 / (math.pi / (_M * _A1))


def _raw(lon: float, lat: float) -> Point:
    """``lon`` in degrees from the centre."""
    angle = math.asin(_M * math.sin(math.radians(lat)))
    square = angle * angle
    sixth = square**3
    below = _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    x = math.radians(lon) * math.cos(angle) / below
    y = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


_TOP = _raw(0, NORTH)[1]
HEIGHT = round((_TOP - _raw(0, SOUTH)[1]) * _SCALE)


def project(lon: float, lat: float) -> Point:
    """Degrees from the centre (-180 to 180) and latitude to units of the drawn map."""
    x, y = _raw(lon, lat)
    return WIDTH / 2 + x * _SCALE, (_TOP - y) * _SCALE


def place(lon: float, lat: float) -> Point:
    """A point of the Earth on the drawn map."""
    return project((lon - CENTRE + 180) % 360 - 180, lat)


def cut(ring: Ring) -> list[Ring]:
    """The parts of a ring within half a turn of the centre, in degrees from the centre."""
    low = min(lon for lon, _ in ring) - CENTRE
    high = max(lon for lon, _ in ring) - CENTRE
    parts = []
    for turn in (-720, -360, 0, 360, 720):
        if high + turn <= -180 or low + turn >= 180:
            continue
        moved = [(lon - CENTRE + turn, lat) for lon, lat in ring]
        for side in (-1, 1):
            moved = _half(moved, side)
        if moved:
            parts.append(_follow_edge(moved))
    return parts


def outline() -> Ring:
    """The edge of the drawn map."""
    east = [project(180, lat) for lat in _steps(SOUTH, NORTH)]
    west = [project(-180, lat) for lat in _steps(NORTH, SOUTH)]
    return east + west


def _half(ring: Ring, side: int) -> Ring:
    """Sutherland-Hodgman against the meridian 180 east (1) or west (-1) of the centre."""
    kept: Ring = []
    edge = 180.0 * side
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        inside0, inside1 = x0 * side <= 180, x1 * side <= 180
        if inside0:
            kept.append((x0, y0))
        if inside0 != inside1:
            kept.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
    return kept


def _follow_edge(ring: Ring) -> Ring:
    """Where a part runs along the edge of the map it must bend with it."""
    bent: Ring = []
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        bent.append((x0, y0))
        if x0 == x1 and abs(x0) == 180 and abs(y1 - y0) > 2:
            bent.extend((x0, lat) for lat in _steps(y0, y1)[1:-1])
    return bent


def _steps(first: float, last: float) -> list[float]:
    count = max(2, round(abs(last - first) / 2))
    return [first + (last - first) * index / count for index in range(count + 1)]
