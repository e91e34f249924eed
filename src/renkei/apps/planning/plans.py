"""Writing the medium-term plan, its projects, and what of them a year asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.planning import papers
from renkei.apps.planning.choices import PaperKind, PaperState
from renkei.apps.planning.models import MediumPlan, Paper, Project, ProjectYear, YearDirection
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.models import Partner
from renkei.core.errors import ConflictError, UsageError
from renkei.core.planning.articles import PURPOSES

LONGEST = 10
"""No build-up programme is longer."""


@dataclass(frozen=True, slots=True)
class InYear:
    """How often and at what cost; None where the cost is not told yet."""

    times: int
    yen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A project as a person gives it."""

    title: str
    partners: Sequence[str]
    means: str
    purpose: str
    start_year: int
    end_year: int
    organisation: Organisation
    budget_item: str = ""
    grounds: str = ""
    years: Mapping[int, InYear] = field(default_factory=dict)


@transaction.atomic
def begin(
    *,
    by: User,
    title: str,
    programme: str,
    start_year: int,
    end_year: int,
    organisation: Organisation | None = None,
    marking: int = 1,
) -> Paper:
    """A draft for the years of a build-up programme. Raises UsageError RK884 for bad years."""
    if not 0 <= end_year - start_year < LONGEST:
        raise UsageError("RK884", start=start_year, end=end_year)
    paper = papers.begin(
        by=by, kind=PaperKind.PLAN, title=title, organisation=organisation, marking=marking
    )
    MediumPlan.objects.create(
        paper=paper, programme=programme.strip(), start_year=start_year, end_year=end_year
    )
    return paper


@transaction.atomic
def write(
    *,
    by: User,
    paper: Paper,
    version: int,
    structure: str,
    direction: str,
    frames: Mapping[int, int] | None = None,
) -> MediumPlan:
    """Structure and direction of budgets; ``frames`` are yen per fiscal year of the plan."""
    current = papers.open_draft(by, paper, version)
    plan: MediumPlan = current.plan
    plan.structure, plan.direction = structure.strip(), direction.strip()
    plan.save()
    told = frames or {}
    for year, yen in told.items():
        _amount(yen)
        _within(plan, year, year)
    plan.directions.all().delete()
    YearDirection.objects.bulk_create(
        YearDirection(plan=plan, fiscal_year=year, yen=yen) for year, yen in sorted(told.items())
    )
    papers.wrote(by, current, "write_plan")
    return plan


@transaction.atomic
def write_project(
    *, by: User, paper: Paper, version: int, planned: Planned, project: Project | None = None
) -> Project:
    """Change a project of a draft, or add one. Raises UsageError RK885 to RK886, RK503, RK505."""
    current = papers.open_draft(by, paper, version)
    plan: MediumPlan = current.plan
    _sound(plan, planned)
    row = project or Project(plan=plan, position=plan.projects.count())
    names = ("title", "means", "purpose", "start_year", "end_year", "organisation")
    for name in (*names, "budget_item", "grounds"):
        setattr(row, name, getattr(planned, name))
    row.partners = list(planned.partners)
    row.save()
    row.project_years.all().delete()
    ProjectYear.objects.bulk_create(
        ProjectYear(project=row, fiscal_year=year, times=one.times, yen=one.yen)
        for year, one in sorted(planned.years.items())
    )
    papers.wrote(by, current, "write_project", project=row.title)
    return row


@transaction.atomic
def drop_project(*, by: User, paper: Paper, version: int, project: Project) -> None:
    """Take a project out of a draft."""
    current = papers.open_draft(by, paper, version)
    project.delete()
    papers.wrote(by, current, "drop_project", project=project.title)


@transaction.atomic
def decide_year(
    *, by: User, paper: Paper, version: int, row: ProjectYear, deferred: bool, reason: str
) -> ProjectYear:
    """Say whether the request of a year takes a project in; a plan in force is not changed by it.

    Raises UsageError RK757 without a reason, ConflictError RK871 for a plan that was replaced.
    """
    current = papers.lock(paper, version)
    require(by, "planning.review", current)
    if current.state == PaperState.REPLACED:
        raise ConflictError("RK871", name=current.title)
    row.deferred, row.reason = deferred, papers.said(reason)
    row.save()
    papers.wrote(
        by, current, "decide_year", row.reason,
        project=row.project.title, year=row.fiscal_year, deferred=deferred,
    )  # fmt: skip
    return row


def _sound(plan: MediumPlan, planned: Planned) -> None:
    if not planned.title.strip():
        raise UsageError("RK503", field="title", found="", expected="")
    if planned.means not in CATEGORIES:
        raise UsageError("RK505", what="means", found=planned.means)
    if planned.purpose not in PURPOSES:
        raise UsageError("RK505", what="purpose", found=planned.purpose)
    known = set(Partner.objects.filter(pk__in=planned.partners).values_list("pk", flat=True))
    for code in planned.partners:
        if code not in known:
            raise UsageError("RK505", what="partner", found=code)
    _within(plan, planned.start_year, planned.end_year)
    for year, one in planned.years.items():
        _within(plan, year, year)
        if not planned.start_year <= year <= planned.end_year:
            raise UsageError("RK885", start=planned.start_year, end=planned.end_year, year=year)
        _amount(one.yen or 0)
        _amount(one.times)


def _within(plan: MediumPlan, start: int, end: int) -> None:
    for year in (start, end):
        if year not in plan.years:
            raise UsageError("RK885", start=plan.start_year, end=plan.end_year, year=year)
    if end < start:
        raise UsageError("RK884", start=start, end=end)


def _amount(found: int) -> None:
    if found < 0:
        raise UsageError("RK886", found=found)


def _complete(paper: Paper) -> None:
    if not paper.plan.projects.exists():
        raise UsageError("RK887", name=paper.title)


def _copy(old: Paper, new: Paper) -> None:
    plan: MediumPlan = old.plan
    directions, projects = list(plan.directions.all()), list(plan.projects.all())
    plan.pk, plan.paper = None, new
    plan.save()
    for direction in directions:
        direction.pk, direction.plan = None, plan
        direction.save()
    for project in projects:
        years = list(project.project_years.all())
        project.pk, project.plan = None, plan
        project.save()
        for year in years:
            year.pk, year.project = None, project
            year.save()


papers.CHECKS[PaperKind.PLAN] = _complete
papers.COPIES[PaperKind.PLAN] = _copy
