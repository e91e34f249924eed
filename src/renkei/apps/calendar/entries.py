"""What stands in the calendar: cases and activities that the viewer may see.

A case that was held and its activity are one entry, the case, as long as the viewer sees it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Length

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.coordination import listing as case_listing
from renkei.apps.coordination.models import Case
from renkei.apps.register import listing
from renkei.apps.register.models import UNDATED, Activity
from renkei.core.coordination.spans import Period
from renkei.core.values import FiscalYear

MOST = 1000
"""Entries of each kind that a page reads at most; more is said, not shown."""
Model = TypeVar("Model", Case, Activity)
_MONTH = len("2026-04")
_DAY = len("2026-04-01")
LONG = 7
"""Days after which an entry runs beside the days, not in each of them."""


class By(StrEnum):
    """What the rows of the calendar are made by."""

    NONE = "none"
    PARTNER = "partner"
    ORGANISATION = "organisation"
    PRINCIPAL = "principal"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """What is asked for; empty means any. ``organisation`` is a code."""

    text: str = ""
    partner: str = ""
    means: str = ""
    organisation: str = ""

    def parameters(self) -> dict[str, str]:
        """What an address carries of it."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class Entry:
    """A case or an activity. ``period`` is what it can mean at most, ``exact`` its precision:
    10 with both days known, 7 with months, else only a year or less."""

    what: str
    pk: int
    title: str
    marking: int
    period: Period
    exact: int
    start: str
    end: str
    state: str
    partners: tuple[str, ...]
    organisation: str
    principal: str
    place: str
    version: int
    updated: datetime

    @property
    def on_days(self) -> bool:
        """Whether it belongs into single days: both known and not long."""
        return self.exact == _DAY and len(self.period.days) <= LONG


def cases(viewer: Viewer, asked: CalendarFilter) -> QuerySet[Case]:
    """Cases as the list of cases finds them."""
    rows = case_listing.matching(viewer, case_listing.CaseFilter(**asdict(asked)))
    return _measured(rows.order_by())


def activities(viewer: Viewer, asked: CalendarFilter) -> QuerySet[Activity]:
    """Activities as their list finds them, without those whose case stands there already."""
    held = cases(viewer, asked).filter(activity__isnull=False)
    rows = listing.matching(viewer, listing.ActivityFilter(**asdict(asked)))
    return _measured(rows.exclude(pk__in=held.values("activity_id")).order_by())


def known(whole: Period) -> Q:
    """What lies in the period and is known to the month."""
    month = Q(start_length__gte=_MONTH) & (Q(end="") | Q(end_length__gte=_MONTH))
    return month & overlapping(whole)


def overlapping(whole: Period) -> Q:
    """What can lie in the period, however it is known."""
    return Q(sort_day__gt=UNDATED, sort_day__lte=whole.last, end_day__gte=whole.first)


def vague(whole: Period, *, of_register: bool) -> Q:
    """What lies in the fiscal years of the period, or can, and whose month is not known."""
    month = Q(start_length__gte=_MONTH) & (Q(end="") | Q(end_length__gte=_MONTH))
    if not of_register:
        return ~month & overlapping(whole)
    years = (FiscalYear.of(whole.first).start, FiscalYear.of(whole.last).start)
    return ~month & (Q(sort_year__range=years) | (Q(sort_year=0) & overlapping(whole)))


@dataclass(frozen=True, slots=True)
class Found:
    """Entries in order of time; ``cut`` says that there are more."""

    entries: list[Entry]
    cut: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the calendar: by what, and the key of it; "" is what has none."""

    by: By
    key: str


def found(
    viewer: Viewer,
    asked: CalendarFilter,
    whole: Period,
    *,
    row: Row | None = None,
    parts: str = "both",
    most: int = MOST,
) -> Found:
    """Entries of the period in two queries, the first ``most`` of each kind.

    ``parts``: "known" to the month, "vague", or both.
    """
    of_case = _of_parts(whole, parts, of_register=False)
    of_register = _of_parts(whole, parts, of_register=True)
    first = cases(viewer, asked).filter(of_case)
    second = activities(viewer, asked).filter(of_register)
    if row is not None:
        first, second = first.filter(_in_row(row, Case)), second.filter(_in_row(row, Activity))
    planned, held = _read(first, most), _read(second, most)
    entries = sorted(
        [*map(of_a_case, planned[:most]), *map(of_an_activity, held[:most])],
        key=lambda one: (one.period.first, one.period.last, one.title, one.what, one.pk),
    )
    return Found(entries, max(len(planned), len(held)) > most)


def _of_parts(whole: Period, parts: str, *, of_register: bool) -> Q:
    unsure = vague(whole, of_register=of_register)
    return {"known": known(whole), "vague": unsure}.get(parts, known(whole) | unsure)


def _read(rows: QuerySet[Model], most: int) -> list[Model]:
    return list(rows.select_related("organisation").order_by("sort_day", "pk")[: most + 1])


def of_a_case(row: Case) -> Entry:
    """A case as an entry."""
    return _entry("case", row, row.state, row.principal, Period(_day(row.start_day), _last(row)))


def of_an_activity(row: Activity) -> Entry:
    """An activity as an entry; without any date it lies in its fiscal year."""
    whole = (
        Period(row.start_day, _last(row))
        if row.start_day
        else Period(*_bounds(FiscalYear(row.sort_year)))
    )
    return _entry("activity", row, row.status, f"level:{row.level}" if row.level else "", whole)


def _entry(what: str, row: Case | Activity, state: str, principal: str, whole: Period) -> Entry:
    return Entry(
        what=what,
        pk=row.pk,
        title=row.title,
        marking=int(row.marking),
        period=whole,
        exact=min(len(row.start), len(row.end) or _DAY),
        start=row.start,
        end=row.end,
        state=state,
        partners=tuple(code for code in row.partner_codes.split(";") if code),
        organisation=row.organisation.code if row.organisation else "",
        principal=principal,
        place=row.place,
        version=row.version,
        updated=row.updated_at,
    )


def _day(day: date | None) -> date:
    assert day is not None  # only dated cases are read
    return day


def _last(row: Case | Activity) -> date:
    return row.end_day or _day(row.start_day)


def _bounds(year: FiscalYear) -> tuple[date, date]:
    return year.first_day, year.last_day


def key_of(by: By, model: type[Case] | type[Activity]) -> str:
    """The column that makes the rows."""
    return {
        By.PARTNER: "partners",
        By.ORGANISATION: "organisation__code",
        By.PRINCIPAL: "principal" if model is Case else "level",
        By.REGION: "partners__region",
        By.NONE: "",
    }[by]


def _in_row(row: Row, model: type[Case] | type[Activity]) -> Q:
    """What stands in a row, without joining it, so that nothing comes twice."""
    if row.by is By.NONE:
        return Q()
    key = row.key
    if row.by is By.PRINCIPAL:
        level = key.startswith("level:")
        if key and level != (model is Activity):
            return Q(pk__in=[])
        key = key.removeprefix("level:")
    column = key_of(row.by, model)
    wanted = Q(**{column: key})
    if not key and row.by is not By.PRINCIPAL:
        wanted |= Q(**{f"{column}__isnull": True})
    return Q(pk__in=cast("Any", model).objects.filter(wanted).values("pk"))


def _measured(rows: QuerySet[Model]) -> QuerySet[Model]:
    return rows.alias(start_length=Length(F("start")), end_length=Length(F("end")))
