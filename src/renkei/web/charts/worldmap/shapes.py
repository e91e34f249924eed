"""The countries as SVG paths, computed once per process from the geometry of world-atlas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from renkei.web.charts.worldmap.projection import cut, outline, place, project
from renkei.web.charts.worldmap.topology import Point, Ring, read_countries

GEOMETRY = Path(__file__).parents[3] / "assets" / "world" / "countries-50m.json"
ANTARCTICA = "010"
SPECK = 5.0
"""Square units below which an island is left out, unless it is a country's largest."""
TINY = 30.0
"""Square units below which a country also gets a round mark."""

# Inhabited places that the 1:50m geometry leaves out: ISO numeric code, (longitude, latitude).
# Source: Natural Earth 1:10m label points, rounded to a tenth of a degree.
LEFT_OUT: dict[str, Point] = {
    "798": (179.2, -8.5),  # Tuvalu
    "772": (-171.8, -9.2),  # Tokelau
    "292": (-5.3, 36.1),  # Gibraltar
}


@dataclass(frozen=True, slots=True)
class Shape:
    """``path`` is SVG path data, "" where there is only a mark; ``mark`` its centre."""

    path: str
    mark: Point | None


@lru_cache(maxsize=1)
def shapes() -> dict[str, Shape]:
    """By ISO numeric code; "" holds the land that has no code."""
    rings: dict[str, list[Ring]] = {}
    for code, outlines in read_countries(GEOMETRY):
        if code != ANTARCTICA:
            parts = [part for ring in outlines for part in cut(ring)]
            drawn = [[project(lon, lat) for lon, lat in part] for part in parts]
            rings.setdefault(code, []).extend(drawn)
    found = {code: _shape(code, parts) for code, parts in rings.items()}
    for code, point in LEFT_OUT.items():
        found.setdefault(code, Shape("", place(*point)))
    return found


@lru_cache(maxsize=1)
def edge() -> str:
    """Path data of the edge of the map."""
    return _path(outline())


def _shape(code: str, rings: list[Ring]) -> Shape:
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    kept = [ring for ring in rings if ring is largest or abs(_area(ring)) > SPECK]
    size = abs(_area(largest))
    mark = _middle(largest) if code and size < TINY else None
    return Shape("".join(_path(ring) for ring in kept), mark)


def _area(ring: Ring) -> float:
    return (
        sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))
        / 2
    )


def _middle(ring: Ring) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _path(ring: Ring) -> str:
    """Whole units, relative steps: as short as SVG allows."""
    x, y = round(ring[0][0]), round(ring[0][1])
    steps = [f"M{x} {y}l"]
    for point in ring[1:]:
        next_x, next_y = round(point[0]), round(point[1])
        if (next_x, next_y) != (x, y):
            steps.append(f"{next_x - x} {next_y - y}")
        x, y = next_x, next_y
    return steps[0] + " ".join(steps[1:]).replace(" -", "-") + "z" if len(steps) > 1 else ""
