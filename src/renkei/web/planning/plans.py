"""Medium-term plans: all, one with its progress, its projects, and the request of a year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.planning import plan_selectors, plans, selectors
from renkei.apps.planning.choices import PaperKind
from renkei.apps.planning.models import MediumPlan, Paper
from renkei.core.errors import DeniedError, RenkeiError
from renkei.core.planning.difference import Passage, compare
from renkei.web.dates import fiscal_year
from renkei.web.forms import explain
from renkei.web.labels import label, language, partner_labels
from renkei.web.planning import lessons, request_figures, request_sheet, way
from renkei.web.planning import plan_forms as f
from renkei.web.planning.paper_forms import PaperForm
from renkei.web.requests import person


def listed(request: HttpRequest) -> HttpResponse:
    """Every version of every plan."""
    context = {
        "papers": plan_selectors.plans(request.user),
        "may_write": may(request.user, "planning.write"),
        "trail": trail()[:1],
    }
    return render(request, "planning/plans.html", context)


def one(
    request: HttpRequest, pk: int, bad: PaperForm | None = None, status: int = 200
) -> HttpResponse:
    """One version: structure, direction, frames beside sums, projects beside the register."""
    paper = find(request, pk)
    plan: MediumPlan = paper.plan
    context = way.context(request, paper, bad) | {
        "lessons": lessons.waiting(request, paper),
        "may_take": paper.is_draft and may(request.user, "coordination.meet"),
        "trail": trail(),
        "plan": plan,
        "years": _years(plan),
        "projects": [
            (one, partner_labels(one.project.partners))
            for one in plan_selectors.followed(request.user, plan)
        ],
    }
    return render(request, "planning/plan.html", context, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """A draft for the years of a programme."""
    by = person(request)
    if not may(by, "planning.write"):
        raise PermissionDenied
    form = f.BeginForm(request.POST or None, by=by, initial={"marking": 1})
    if form.is_valid():
        try:
            paper = plans.begin(by=by, **form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The draft was begun."))
            return redirect("planning_plans_one", paper.pk)
    return _form(request, form, _("New plan"), trail())


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Structure, direction and frames of a draft."""
    paper = _draft(request, pk)
    plan = paper.plan
    frames = {f"frame_{row.fiscal_year}": row.yen for row in plan.directions.all()}
    start = {"version": paper.version, "structure": plan.structure, "direction": plan.direction}
    form = f.PlanForm(request.POST or None, plan=plan, initial=start | frames)
    if form.is_valid():
        data = form.cleaned_data
        texts = {name: data[name] for name in ("version", "structure", "direction")}
        try:
            plans.write(by=person(request), paper=paper, frames=form.frames(), **texts)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_plans_one", pk)
    return _form(request, form, _("Structure and direction"), trail(paper))


def project(request: HttpRequest, pk: int, project_pk: int | None = None) -> HttpResponse:
    """Write a project of a draft, add one, or take it out."""
    paper = _draft(request, pk)
    row = get_object_or_404(paper.plan.projects, pk=project_pk) if project_pk else None
    start: dict[str, Any] = {"version": paper.version} | (f.held(row) if row else {})
    form = f.ProjectForm(request.POST or None, plan=paper.plan, initial=start)
    if form.is_valid():
        given = {"by": person(request), "paper": paper, "version": form.cleaned_data["version"]}
        try:
            if row is not None and "drop" in request.POST:
                plans.drop_project(project=row, **given)
            else:
                plans.write_project(planned=form.planned(), project=row, **given)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_plans_one", pk)
    context = {"form": form, "paper": paper, "row": row, "trail": trail(paper)}
    status = 400 if form.is_bound else 200
    return render(request, "planning/project.html", context, status=status)


def year(request: HttpRequest, pk: int, fiscal: int) -> HttpResponse:
    """What a year asks for: projects, sums, difference to the year before."""
    paper = _in_plan(request, pk, fiscal)
    may_decide = paper.state != "replaced" and may(request.user, "planning.review", paper)
    context = {
        "paper": paper,
        "fiscal": fiscal,
        "rows": [
            (row, partner_labels(row.project.partners))
            for row in plan_selectors.in_year(paper.plan, fiscal)
        ],
        "tables": request_figures.tables(paper.plan, fiscal),
        "total": request_figures.whole(paper.plan, fiscal),
        "frame": paper.plan.directions.filter(fiscal_year=fiscal).first(),
        "years": paper.plan.years,
        "may_decide": may_decide,
        "trail": trail(paper),
        "here": fiscal_year(fiscal),
    }
    return render(request, "planning/plan_year.html", context)


@require_POST
def decide(request: HttpRequest, pk: int, fiscal: int) -> HttpResponse:
    """Take a project into the request of a year, or leave it out, with the reason."""
    paper = _in_plan(request, pk, fiscal)
    form = f.YearForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the reason in one sentence."))
        return redirect("planning_plans_year", pk, fiscal)
    data = form.cleaned_data
    row = get_object_or_404(plan_selectors.in_year(paper.plan, fiscal), pk=data["row"])
    try:
        plans.decide_year(
            by=person(request), paper=paper, version=data["version"], row=row,
            deferred="leave" in request.POST, reason=data["reason"],
        )  # fmt: skip
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(request, _("Saved."))
    return redirect("planning_plans_year", pk, fiscal)


def sheet(request: HttpRequest, pk: int, fiscal: int, form: str) -> HttpResponse:
    """The request of a year as a file."""
    paper = _in_plan(request, pk, fiscal)
    if form not in request_sheet.MEDIA_TYPES:
        raise Http404
    try:
        return request_sheet.response(paper, fiscal, form)
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("planning_plans_year", pk, fiscal)


def difference(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """Two versions side by side: ``other_pk`` is the older one."""
    new_one, old_one = find(request, pk), find(request, other_pk)
    found = compare(passages(old_one.plan), passages(new_one.plan))
    context = {
        "old": old_one,
        "new": new_one,
        "compared": [one for one in found if one.fate != "same"],
        "same": sum(one.fate == "same" for one in found),
        "trail": trail(new_one),
    }
    return render(request, "planning/difference.html", context)


def passages(plan: MediumPlan) -> list[Passage]:
    """What a plan says, each project by its title."""
    found = [
        Passage(_("Structure for planning and carrying out"), "", plan.structure),
        Passage(_("Direction of budgets"), "", plan.direction),
    ]
    for row in plan.projects.select_related("organisation").prefetch_related("project_years"):
        years = [
            f"{one.fiscal_year}: {one.times} / {'—' if one.yen is None else f'{one.yen:,}'}"
            for one in row.project_years.all()
        ]
        head = " · ".join(
            (partner_labels(row.partners), label(row.means, "category"), row.organisation.name)
        )
        found.append(Passage(row.title, "", "\n".join([head, *years])))
    return [one for one in found if one.text]


def find(request: HttpRequest, pk: int) -> Paper:
    """The plan, or 404."""
    try:
        return selectors.paper(request.user, PaperKind.PLAN, pk)
    except Paper.DoesNotExist as error:
        raise Http404 from error


def trail(paper: Paper | None = None) -> list[tuple[str, str]]:
    """The way to the page."""
    found = [
        (reverse("planning"), _("Planning")),
        (reverse("planning_plans"), _("Medium-term plans")),
    ]
    return [*found, (way.address(paper), paper.title)] if paper else found


def _draft(request: HttpRequest, pk: int) -> Paper:
    paper = find(request, pk)
    if not (paper.is_draft and may(request.user, "planning.write", paper)):
        raise PermissionDenied
    return paper


def _in_plan(request: HttpRequest, pk: int, fiscal: int) -> Paper:
    paper = find(request, pk)
    if fiscal not in paper.plan.years:
        raise Http404
    return paper


def _form(
    request: HttpRequest, form: Any, heading: str, way_here: list[tuple[str, str]]
) -> HttpResponse:
    context = {"form": form, "heading": heading, "trail": way_here, "back": way_here[-1][0]}
    status = 400 if form.is_bound else 200
    return render(request, "planning/plan_form.html", context, status=status)


def _years(plan: MediumPlan) -> list[tuple[int, int, int | None]]:
    """Fiscal year, what the projects ask for, and the frame."""
    frames = {row.fiscal_year: row.yen for row in plan.directions.all()}
    asked: dict[int, int] = {}
    for line in plan_selectors.lines(plan):
        asked[line.fiscal_year] = asked.get(line.fiscal_year, 0) + line.yen
    return [(year, asked.get(year, 0), frames.get(year)) for year in plan.years]


way.PAGES[PaperKind.PLAN] = ("planning_plans_one", one)
