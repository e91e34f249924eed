"""The families that are run over every document, in order."""

from __future__ import annotations

from renkei.core.extract.activity_lists import read_activity_lists
from renkei.core.extract.base import Family
from renkei.core.extract.sheets import sheets

FAMILIES: tuple[Family, ...] = (read_activity_lists, sheets)
