"""Reads TopoJSON: shared arcs are simplified once, so that neighbours keep a common border.

Format: the TopoJSON specification, sections 2.1.1 (positions) and 2.1.4 (arc indexes).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

TOLERANCE = 0.09
"""Degrees by which a simplified line may miss the original; half a unit of the drawn map."""

UNNUMBERED = {"Kosovo": "983"}
"""Countries of the vocabulary that ISO 3166-1 has no number for, by their name in the file."""


def read_countries(path: Path) -> Iterator[tuple[str, list[Ring]]]:
    """ISO numeric code ("" where there is none) and the rings, as (longitude, latitude).

    Longitudes run on beyond 180 where a ring crosses the date line.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_simplify(arc) for arc in _decode(topology)]
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [_unwrap(_stitch(ring, arcs)) for polygon in polygons for ring in polygon]
        yield geometry.get("id") or UNNUMBERED.get(geometry["properties"]["name"], ""), rings


def _decode(topology: dict[str, Any]) -> Iterator[Ring]:
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        yield line


def _stitch(indexes: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc if not ring else arc[1:])
    return ring


def _unwrap(ring: Ring) -> Ring:
    """Longitudes without a jump at the date line."""
    turned: Ring = []
    shift = 0.0
    for lon, lat in ring:
        if turned and abs(lon + shift - turned[-1][0]) > 180:
            shift += 360 if lon + shift < turned[-1][0] else -360
        turned.append((lon + shift, lat))
    return turned


def _simplify(line: Ring) -> Ring:
    """Douglas-Peucker, with degrees of longitude shortened by the latitude."""
    if len(line) < 3:
        return line
    narrow = math.cos(math.radians(line[0][1]))
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        index, distance = _farthest(line, first, last, narrow)
        if distance > TOLERANCE:
            keep.add(index)
            open_parts += [(first, index), (index, last)]
    return [line[index] for index in sorted(keep)]


def _farthest(line: Ring, first: int, last: int, narrow: float) -> tuple[int, float]:
    x0, y0 = line[first]
    dx, dy = (line[last][0] - x0) * narrow, line[last][1] - y0
    length = math.hypot(dx, dy)
    best, best_index = 0.0, first
    for index in range(first + 1, last):
        x, y = (line[index][0] - x0) * narrow, line[index][1] - y0
        distance = abs(dx * y - dy * x) / length if length else math.hypot(x, y)
        if distance > best:
            best, best_index = distance, index
    return best_index, best
