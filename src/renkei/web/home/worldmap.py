"""The map of activities per country, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register import selectors
from renkei.apps.register.models import Partner
from renkei.web.charts.worldmap import Class, Place, classify, world_map
from renkei.web.home.figures import counted


@dataclass(frozen=True, slots=True)
class MapPage:
    """``others`` are partners that are no country, with their counts."""

    drawing: SafeString
    classes: tuple[Class, ...]
    countries: list[tuple[Partner, int]]
    others: list[tuple[Partner, int]]


def map_page(viewer: Viewer, fiscal_year: int | None) -> MapPage:
    """All years, or one."""
    counts = selectors.counts_by_partner(viewer, fiscal_year)
    known = selectors.partners().in_bulk(list(counts))
    rows = sorted(((known[code], number) for code, number in counts.items()), key=_most_first)
    countries = [(partner, number) for partner, number in rows if partner.iso_numeric]
    classes = classify([number for _, number in countries])
    places = [
        Place(
            partner.iso_numeric,
            f"{partner.name}: {counted(number)}",
            number,
            reverse("partners_one", args=[partner.pk]),
        )
        for partner, number in countries
    ]
    description = _("Countries coloured by number of activities; the table below has the figures.")
    drawing = world_map(_("World map of activities"), description, places, classes)
    others = [(partner, number) for partner, number in rows if not partner.iso_numeric]
    return MapPage(drawing, classes, countries, others)


def _most_first(row: tuple[Partner, int]) -> tuple[int, str]:
    return (-row[1], row[0].pk)
