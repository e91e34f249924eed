"""What is drawn and counted on the page of a partner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.models import Activity, Partner, StudentExchange
from renkei.apps.register.selectors import YearCount
from renkei.web.charts import Lane, Mark, Series, stacked_bars, timeline
from renkei.web.dates import fiscal_year_short, printed_period
from renkei.web.documents.addresses import address_of
from renkei.web.home.figures import (
    counted,
    every_year,
    list_address,
    means_in,
    means_label,
    tone_of,
)
from renkei.web.labels import label


@dataclass(frozen=True, slots=True)
class Region:
    """Partners of one region with their counts, most activities first."""

    name: str
    partners: tuple[tuple[Partner, int], ...]


@dataclass(frozen=True, slots=True)
class Years:
    """Stacked bars and the means in them; ``tone`` is the colour of a means."""

    chart: SafeString
    means: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Students:
    """Students of one fiscal year; None where nothing was printed. With places in documents."""

    fiscal_year: int
    inbound: int | None
    outbound: int | None
    sources: tuple[tuple[str, int, str], ...]


def by_region(partners: Mapping[str, Partner], counts: Mapping[str, int]) -> list[Region]:
    """Regions by name; partners that belong to none (NATO, EU …) come last."""
    rows = [(partners[code], number) for code, number in counts.items()]
    rows.sort(key=lambda row: (row[0].region == "", row[0].region, -row[1], row[0].pk))
    return [
        Region(label(region, "region") or _("International organisations"), tuple(found))
        for region, found in groupby(rows, key=lambda row: row[0].region)
    ]


def years(counts: Sequence[YearCount], partner: Partner) -> Years | None:
    """None where no activity has a fiscal year."""
    span = every_year(counts)
    if not span:
        return None
    table = {(one.category, one.fiscal_year): one.number for one in counts}
    series = [
        Series(
            means_label(code),
            tone_of(code),
            [table.get((code, year), 0) for year in span],
            [list_address(partner=partner.pk, means=code, year=y) if code else "" for y in span],
        )
        for code in means_in(counts)
    ]
    title = _("Activities with %(partner)s per fiscal year") % {"partner": partner.name}
    chart = stacked_bars(title, [fiscal_year_short(year) for year in span], series)
    return Years(chart, tuple((one.name, one.tone) for one in series))


def drawn_timeline(activities: Sequence[Activity], partner: Partner) -> SafeString | None:
    """One lane per means; None where no activity has a date."""
    lanes = []
    for code in (*CATEGORIES, ""):
        marks = [
            Mark(one.start_day, one.end_day or one.start_day, _spoken(one), _address(one))
            for one in activities
            if one.category == code and one.start_day
        ]
        if marks:
            lanes.append(Lane(means_label(code), tone_of(code), marks))
    if not lanes:
        return None
    title = _("Timeline of activities with %(partner)s") % {"partner": partner.name}
    number = sum(len(lane.marks) for lane in lanes)
    return timeline(title, lanes, counted(number))


def students(rows: Iterable[StudentExchange]) -> list[Students]:
    """By fiscal year, newest first."""
    ordered = sorted(rows, key=lambda row: -row.fiscal_year)
    return [
        _students(year, list(found)) for year, found in groupby(ordered, lambda r: r.fiscal_year)
    ]


def _students(year: int, rows: list[StudentExchange]) -> Students:
    counts = {row.direction: row.count for row in rows}
    records = [row.record for row in rows if row.record]
    places = [
        (str(one.document), one.line, address_of(one.document_id, one.line, one.start))
        for one in records
    ]
    return Students(
        year, counts.get("inbound"), counts.get("outbound"), tuple(dict.fromkeys(places))
    )


def _spoken(activity: Activity) -> str:
    return f"{printed_period(activity.start, activity.end)} {activity.title}"


def _address(activity: Activity) -> str:
    return reverse("activities_one", args=[activity.pk])
