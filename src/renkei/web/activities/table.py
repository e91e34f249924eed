"""The columns of the list and where their heads lead."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from renkei.apps.register.listing import ActivityFilter
from renkei.web.activities.filters import address


@dataclass(frozen=True, slots=True)
class Column:
    """``order`` is "ascending", "descending" or "" when the list is sorted by another column."""

    name: str
    address: str
    order: str


def columns(asked: ActivityFilter) -> list[Column]:
    """Date, title, partners, means, kind, level and mode, all sortable."""
    names = {
        "date": _("Date"),
        "title": _("Title"),
        "partner": _("Partners"),
        "means": _("Means"),
        "kind": _("Kind"),
        "level": _("Level"),
        "mode": _("Mode"),
    }
    return [
        Column(name, address(asked.sorted_by(column)), _order(asked, column))
        for column, name in names.items()
    ]


def _order(asked: ActivityFilter, column: str) -> str:
    if asked.column != column:
        return ""
    return "descending" if asked.descending else "ascending"
