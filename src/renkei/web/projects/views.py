"""Projects of the review data: all, one, taking in a file, links, and a policy as such a file."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.projects import export, selectors, services
from renkei.apps.projects.intake import TakenIn, take_in
from renkei.apps.projects.models import Project, ProjectLink
from renkei.core.errors import DeniedError, RenkeiError
from renkei.core.review_sheets.layouts import LAYOUTS
from renkei.readers.review_csv import unpacked
from renkei.web.labels import language
from renkei.web.paging import Pager
from renkei.web.policies.views import find as find_policy
from renkei.web.projects import presentation
from renkei.web.projects.forms import DataForm, LinkForm
from renkei.web.requests import person

PER_PAGE = 50
TITLES = {layout.code: layout for layout in LAYOUTS}


def projects(request: HttpRequest) -> HttpResponse:
    """Projects by words or number, and the files that hold."""
    words = request.GET.get("text", "")
    pages = Paginator(selectors.projects(words), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "text": words,
        "projects": page.object_list,
        "pager": Pager(page.number, pages.num_pages, pages.count, PER_PAGE),
        "files": [presentation.file(file) for file in selectors.held_files()],
        "may_take_in": may(request.user, "projects.take_in"),
        "trail": _trail()[:1],
    }
    return render(request, "projects/list.html", context)


def take(request: HttpRequest) -> HttpResponse:
    """Take in a file; on bad input the form again, with one clear sentence."""
    if not may(request.user, "projects.take_in"):
        raise PermissionDenied
    form = DataForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            name, data = unpacked(upload.name or "", upload.read())
            done = take_in(by=person(request), name=name, data=data)
        except RenkeiError as error:
            form.add_error("file", error.message(language()))
        else:
            messages.success(request, _words(done))
            return redirect("policies_projects")
    return render(request, "projects/take.html", {"form": form, "trail": _trail()})


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One project: amounts, goals, and the means it is linked to."""
    project = _find(pk)
    return render(request, "projects/detail.html", _context(request, project, None))


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a means is this project."""
    project = _find(pk)
    form = LinkForm(request.POST, means=selectors.linkable_means(request.user, project))
    if form.is_valid():
        try:
            services.link(by=person(request), project=project, **form.cleaned_data)
        except DeniedError as error:
            raise PermissionDenied from error
        except RenkeiError as error:
            form.add_error(None, error.message(language()))
        else:
            messages.success(request, _("Linked."))
            return redirect("policies_projects_one", pk)
    return render(request, "projects/detail.html", _context(request, project, form), status=400)


@require_POST
def unlink(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Take a link back."""
    project = _find(pk)
    try:
        found = selectors.links(request.user, project).get(pk=link_pk)
    except ProjectLink.DoesNotExist as error:
        raise Http404 from error
    try:
        services.unlink(by=person(request), link=found, reason=request.POST.get("reason", ""))
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(request, _("The link was taken back."))
    return redirect("policies_projects_one", pk)


def download(request: HttpRequest, pk: int, layout: str) -> HttpResponse:
    """A policy in a layout of the review data."""
    policy = find_policy(request, pk)
    if layout not in TITLES:
        raise Http404
    data = export.export(request.user, policy, layout)
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    name = TITLES[layout].file_name(policy.fiscal_year or 0)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with what sheet and data tell of each year."""

    link: ProjectLink
    rows: list[presentation.BesideRow]
    may_end: bool


def _context(request: HttpRequest, project: Project, form: LinkForm | None) -> dict[str, object]:
    linkable = selectors.linkable_means(request.user, project)
    proposed = selectors.proposed_means(request.user, project)
    initial = {"means": proposed[0].pk if proposed else None}
    return {
        "project": project,
        "trail": _trail(),
        "amounts": presentation.amounts(project),
        "goals": presentation.goals(project),
        "links": [
            Linked(
                one,
                presentation.beside(selectors.beside(one.means, project)),
                may(request.user, "projects.link", one.means.policy),
            )
            for one in selectors.links(request.user, project).prefetch_related("means__amounts")
        ],
        "proposed": proposed,
        "form": form or LinkForm(means=linkable, initial=initial),
        "may_link": any(may(request.user, "projects.link", row.policy) for row in linkable),
    }


def _find(pk: int) -> Project:
    try:
        return selectors.project(pk)
    except Project.DoesNotExist as error:
        raise Http404 from error


def _words(done: TakenIn) -> str:
    if not done.is_new:
        return _("This file holds already; nothing was changed.")
    return _("%(number)s projects were taken in from %(rows)s rows.") % {
        "number": done.projects,
        "rows": done.file.rows,
    }


def _trail() -> list[tuple[str, str]]:
    return [
        (reverse("policies"), _("Evaluation")),
        (reverse("policies_projects"), _("Projects of the administrative review")),
    ]
