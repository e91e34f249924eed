"""Reading projects. The review data are public; links follow the marking of their policy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation.models import Means, MeansAmount
from renkei.apps.evaluation.selectors import visible_policies
from renkei.apps.projects.models import (
    DataFile,
    Project,
    ProjectAmount,
    ProjectGoal,
    ProjectLink,
)
from renkei.core.values.money import UNITS

_NUMBER = re.compile(r"[0-9]+")


def projects(words: str = "") -> QuerySet[Project]:
    """Projects whose number is ``words``, or whose name or ministry has each of them."""
    found = Project.objects.order_by("ministry", "name", "pk")
    if _NUMBER.fullmatch(words.strip()):
        return found.filter(number=words.strip())
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(ministry__icontains=word))
    return found


def project(pk: int) -> Project:
    """One project. Raises Project.DoesNotExist."""
    return Project.objects.get(pk=pk)


def held_files() -> QuerySet[DataFile]:
    """The files that hold now, newest first."""
    return DataFile.objects.filter(ended_at=None).select_related("actor")


def amounts(project: Project) -> Sequence[ProjectAmount]:
    """Amounts by budget year, each from the latest review year that tells it."""
    latest: dict[int, ProjectAmount] = {}
    for amount in told_amounts(project):
        latest.setdefault(amount.budget_year, amount)
    return [latest[year] for year in sorted(latest)]


def told_amounts(project: Project) -> QuerySet[ProjectAmount]:
    """All that the files which hold tell of the amounts, the latest review year first."""
    return (
        project.projectamounts.filter(file__ended_at=None)
        .select_related("file")
        .order_by("budget_year", "-file__review_year")
    )


def goals(project: Project) -> QuerySet[ProjectGoal]:
    """Goals of the latest review year that tells any, in order of the file."""
    held = project.projectgoals.filter(file__ended_at=None)
    latest = held.order_by("-file__review_year").values("file__review_year")[:1]
    return held.filter(file__review_year__in=latest).select_related("file").order_by("line")


def links(viewer: Viewer, project: Project) -> QuerySet[ProjectLink]:
    """Standing links of a project to means that the viewer may see."""
    return (
        ProjectLink.objects.filter(
            project=project,
            ended_at=None,
            means__policy__in=visible_policies(viewer).values("pk"),
        )
        .select_related("means__policy", "actor")
        .order_by("means__policy__name", "means__number", "pk")
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """What sheet and review data tell of one year, in yen; None: not told.

    ``differs``: both tell it, and they are further apart than half of the unit the sheet prints.
    """

    fiscal_year: int
    sheet: MeansAmount | None
    data: ProjectAmount | None
    differs: bool


def beside(means: Means, project: Project) -> list[Beside]:
    """Execution and budget of a means as its sheet prints them beside the review data."""
    printed = {amount.fiscal_year: amount for amount in means.amounts.all()}
    told = {amount.budget_year: amount for amount in amounts(project)}
    return [
        Beside(year, printed.get(year), told.get(year), _differ(printed.get(year), told.get(year)))
        for year in sorted(printed.keys() | told.keys())
    ]


def _differ(sheet: MeansAmount | None, data: ProjectAmount | None) -> bool:
    """Sheets print the initial budget of the year to come and the appropriation of years past."""
    if sheet is None or data is None:
        return False
    near = UNITS.get(sheet.printed_unit, 1) / 2
    budgets = [told for told in (data.initial, data.total) if told is not None]
    return not (
        _one_of(sheet.budget_yen, budgets, near)
        and _one_of(sheet.executed_yen, [] if data.executed is None else [data.executed], near)
    )


def _one_of(printed: int | None, told: Sequence[int], near: float) -> bool:
    return printed is None or not told or any(abs(printed - one) <= near for one in told)


def proposed_means(viewer: Viewer, project: Project) -> list[Means]:
    """Means of the same name as the project and not linked to it: for a person to judge.

    Numbers are no evidence: a review number of one ministry's sheet is another project's in the
    data of the whole government.
    """
    return list(linkable_means(viewer, project).filter(name=project.name))


def linkable_means(viewer: Viewer, project: Project) -> QuerySet[Means]:
    """Means that the viewer may see and that are not linked to the project, by policy."""
    linked = ProjectLink.objects.filter(project=project, ended_at=None).values("means")
    return (
        Means.objects.filter(policy__in=visible_policies(viewer).values("pk"))
        .exclude(pk__in=linked)
        .select_related("policy")
        .order_by("policy__name", "number", "pk")
    )
