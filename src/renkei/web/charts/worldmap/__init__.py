"""The world map: Natural Earth's countries, Equal Earth projection centred on 150° E."""

from renkei.web.charts.worldmap.classes import Class, classify
from renkei.web.charts.worldmap.draw import Place, world_map

__all__ = ["Class", "Place", "classify", "world_map"]
