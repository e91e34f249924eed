"""Coverage of partners by means and year, and its gaps, from the register and the plans in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.planning.choices import PaperKind, PaperState
from renkei.apps.planning.models import ProjectYear
from renkei.apps.planning.selectors import visible_papers
from renkei.apps.register.models import Activity, Partner
from renkei.apps.register.selectors import visible_activities
from renkei.core.planning import gaps
from renkei.core.planning.gaps import HIGH_LEVEL, Due, Gap

AGREED = ("signing", "entry_into_force")
Key = tuple[str, str, int]
"""Partner, means, fiscal year."""


@dataclass(frozen=True, slots=True)
class Number:
    """How many were held, and how many the plans in force want."""

    held: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers by partner, means and year; ``partners`` are those that have any, by region and code."""

    years: range
    partners: tuple[Partner, ...]
    numbers: dict[Key, Number]

    def of(self, partner: str, means: str, year: int) -> Number:
        """One cell."""
        return self.numbers.get((partner, means, year), Number())


def coverage(viewer: Viewer, years: range, *, region: str = "") -> Coverage:
    """What was held and is planned in ``years``, in a fixed number of queries."""
    held = _held_by(viewer, years)
    planned = _planned_by(viewer, years)
    numbers = {
        key: Number(held.get(key, 0), planned.get(key, 0)) for key in held.keys() | planned.keys()
    }
    rows = Partner.objects.filter(pk__in={code for code, _, _ in numbers})
    if region:
        rows = rows.filter(region=region)
    return Coverage(years, tuple(rows.order_by("region", "code")), numbers)


def regions() -> list[str]:
    """Codes of the regions that partners are in."""
    rows = Partner.objects.exclude(region="").values_list("region", flat=True)
    return sorted(set(rows))


def found_gaps(viewer: Viewer, now: int, years: int) -> list[Gap]:
    """All gaps in the fiscal year ``now``, looking ``years`` years back."""
    return [
        *gaps.open_in_plan(_due(viewer, now), now),
        *gaps.no_high_level(_last_high_level(viewer), now, years),
        *gaps.idle_agreements(_agreements(viewer), _last(viewer), now, years),
        *gaps.missed(_attended(viewer), now, years),
    ]


def _held(viewer: Viewer) -> QuerySet[Activity]:
    return visible_activities(viewer).filter(status="held", sort_year__gt=0).order_by()


def _held_by(viewer: Viewer, years: range) -> dict[Key, int]:
    rows = (
        _held(viewer)
        .filter(sort_year__gte=years.start, sort_year__lt=years.stop, partners__isnull=False)
        .values_list("partners", "category", "sort_year")
        .annotate(number=Count("pk"))
    )
    return {(code, means, year): number for code, means, year, number in rows}


def _in_plans(viewer: Viewer) -> QuerySet[ProjectYear]:
    plans = visible_papers(viewer).filter(kind=PaperKind.PLAN, state=PaperState.ADOPTED)
    rows = ProjectYear.objects.filter(project__plan__paper__in=plans.values("pk"), deferred=False)
    return rows.select_related("project")


def _planned_by(viewer: Viewer, years: range) -> dict[Key, int]:
    found: dict[Key, int] = defaultdict(int)
    rows = _in_plans(viewer).filter(fiscal_year__gte=years.start, fiscal_year__lt=years.stop)
    for row in rows:
        for code in row.project.partners:
            found[code, row.project.means, row.fiscal_year] += row.times
    return found


def _due(viewer: Viewer, now: int) -> Iterator[Due]:
    held = _held_by(viewer, range(now, now + 1))
    for row in _in_plans(viewer).filter(fiscal_year=now):
        project = row.project
        for code in project.partners:
            done = held.get((code, project.means, now), 0)
            yield Due(code, project.means, project.title, row.times, done)


def _last(viewer: Viewer) -> dict[str, int]:
    rows = _held(viewer).exclude(kind__in=AGREED).filter(partners__isnull=False)
    return dict(rows.values_list("partners").annotate(last=Max("sort_year")))


def _last_high_level(viewer: Viewer) -> dict[str, int | None]:
    """Of every country that anything was held with; None where nothing of it was high-level."""
    rows = _held(viewer).filter(partners__kind="country")
    high = dict(
        rows.filter(category=HIGH_LEVEL).values_list("partners").annotate(last=Max("sort_year"))
    )
    return {code: high.get(code) for code in rows.values_list("partners", flat=True).distinct()}


def _agreements(viewer: Viewer) -> list[tuple[str, str]]:
    rows = _held(viewer).filter(kind__in=AGREED, partners__isnull=False).exclude(agreement="")
    return list(rows.values_list("partners", "agreement").distinct())


def _attended(viewer: Viewer) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    rows = _held(viewer).exclude(framework="").values_list("framework", "sort_year").distinct()
    for code, year in rows:
        found[code].add(year)
    return found
