"""Reading plans: projects with their progress in the register, and the request of a year."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.planning.choices import PaperKind
from renkei.apps.planning.models import MediumPlan, Paper, Project, ProjectYear
from renkei.apps.planning.selectors import visible_papers
from renkei.apps.register.models import Partner
from renkei.apps.register.selectors import visible_activities
from renkei.core.planning.budget import Line


@dataclass(frozen=True, slots=True)
class Progress:
    """A year of a project: planned and held; ``held`` are activities of the same means."""

    row: ProjectYear
    held: int

    @property
    def short(self) -> int:
        """How many are still to be held."""
        return max(self.row.times - self.held, 0)


@dataclass(frozen=True, slots=True)
class Followed:
    """A project with the progress of its years."""

    project: Project
    years: tuple[Progress, ...]

    @property
    def times(self) -> int:
        """Planned, all years."""
        return sum(one.row.times for one in self.years)

    @property
    def held(self) -> int:
        """Held, all years."""
        return sum(one.held for one in self.years)

    @property
    def yen(self) -> int:
        """Cost, as far as it is told."""
        return sum(one.row.yen or 0 for one in self.years)


def plans(viewer: Viewer) -> QuerySet[Paper]:
    """All versions of medium-term plans, newest first."""
    rows = visible_papers(viewer).filter(kind=PaperKind.PLAN).select_related("plan")
    return rows.order_by("-plan__start_year", "-pk")


def followed(viewer: Viewer, plan: MediumPlan) -> list[Followed]:
    """Every project with what the register has of it, one query for all activities.

    An activity counts for a project by partner, means and fiscal year; for one with several
    partners it counts once.
    """
    projects = plan.projects.select_related("organisation").prefetch_related("project_years")
    held = _held(viewer, plan)
    return [
        Followed(
            project,
            tuple(
                Progress(row, _number(held, project, row)) for row in project.project_years.all()
            ),
        )
        for project in projects
    ]


def lines(plan: MediumPlan, *, deferred: bool = False) -> list[Line]:
    """What the years of a plan ask for; what was left out only if ``deferred``."""
    regions = dict(Partner.objects.values_list("pk", "region"))
    rows = ProjectYear.objects.filter(project__plan=plan).select_related("project__organisation")
    return [
        Line(
            fiscal_year=row.fiscal_year,
            yen=row.yen or 0,
            organisation=row.project.organisation.name,
            means=row.project.means,
            regions=tuple(sorted({regions.get(code, "") for code in row.project.partners})),
            item=row.project.budget_item,
        )
        for row in rows
        if deferred or not row.deferred
    ]


def in_year(plan: MediumPlan, year: int) -> QuerySet[ProjectYear]:
    """The projects of a year, those left out among them."""
    return ProjectYear.objects.filter(project__plan=plan, fiscal_year=year).select_related(
        "project__organisation"
    )


Held = dict[tuple[str, int], list[frozenset[str]]]


def _held(viewer: Viewer, plan: MediumPlan) -> Held:
    rows = visible_activities(viewer).filter(
        status="held", sort_year__gte=plan.start_year, sort_year__lte=plan.end_year
    )
    found: Held = {}
    for means, year, codes in rows.values_list("category", "sort_year", "partner_codes"):
        found.setdefault((means, year), []).append(frozenset(codes.split(";")))
    return found


def _number(held: Held, project: Project, row: ProjectYear) -> int:
    wanted = set(project.partners)
    activities = held.get((project.means, row.fiscal_year), [])
    return sum(bool(wanted & codes) for codes in activities)
