"""Cases: the list, a new one, changing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from renkei.apps.coordination import listing, selectors, services, starting
from renkei.apps.coordination.models import Case
from renkei.apps.register.choices import CATEGORIES
from renkei.core.coordination.templates import templates
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.cases.filters import FilterForm, columns
from renkei.web.cases.forms import ChangeForm, ProposalForm, initial
from renkei.web.forms import explain
from renkei.web.labels import language, partner_labels
from renkei.web.paging import Pager, page_number
from renkei.web.requests import person


def cases(request: HttpRequest) -> HttpResponse:
    """The list; for htmx only its results."""
    form = FilterForm(request.GET)
    asked = form.asked()
    page = listing.page(request.user, asked, page_number(request.GET.get("page", "")))
    context = {
        "form": form,
        "rows": page.items,
        "pager": Pager(page.number, page.pages, page.total, listing.PER_PAGE),
        "active": form.active(asked),
        "problems": form.problems(),
        "columns": columns(asked),
        "may_propose": selectors.may_propose(request.user),
        "may_meet": selectors.may_meet(request.user),
    }
    partial = request.headers.get("HX-Request") == "true"
    template = "cases/_results.html" if partial else "cases/list.html"
    response = render(request, template, context)
    patch_vary_headers(response, ("HX-Request",))
    return response


def new(request: HttpRequest) -> HttpResponse:
    """A new proposal: from nothing, a template, last year's case or a gap of the plan."""
    if not selectors.may_propose(request.user):
        raise PermissionDenied
    form = ProposalForm(request.POST or None, by=person(request), initial=_start(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = _propose(request, form)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The case was proposed."))
            return redirect("cases_one", made[0].pk)
    context = {
        "form": form,
        "heading": _("Propose a case"),
        "trail": trail(),
        "back": reverse("cases"),
        "templates": [
            (one.code, one.ja if language() == "ja" else one.en) for one in templates().values()
        ],
    }
    status = 400 if form.errors else 200
    return render(request, "cases/form.html", context, status=status)


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change fields; a second person learns what the first did."""
    case = find(request, pk)
    form = ChangeForm(request.POST or None, by=person(request), initial=initial(case))
    if request.method == "POST" and form.is_valid():
        try:
            services.change(
                by=person(request),
                case=case,
                version=form.cleaned_data["version"],
                values=form.values(),
                reason=form.cleaned_data["reason"],
                marking=form.cleaned_data["marking"],
            )
        except DeniedError as error:
            raise PermissionDenied from error
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("cases_one", pk)
    context = {
        "form": form,
        "heading": _("Change the case"),
        "case": case,
        "trail": [*trail(), (reverse("cases_one", args=[pk]), case.title)],
        "back": reverse("cases_one", args=[pk]),
    }
    status = 400 if form.errors else 200
    return render(request, "cases/form.html", context, status=status)


def find(request: HttpRequest, pk: int) -> Case:
    """The case, or 404 for what is not there and what may not be seen."""
    try:
        return selectors.case(request.user, pk)
    except Case.DoesNotExist as error:
        raise Http404 from error


def trail() -> list[tuple[str, str]]:
    """The way to a page below the list."""
    return [(reverse("cases"), _("Co-ordination"))]


def _propose(request: HttpRequest, form: ProposalForm) -> list[Case]:
    previous = form.cleaned_data["previous"]
    return starting.propose_series(
        by=person(request),
        values=form.values(),
        organisation=form.cleaned_data["organisation"],
        marking=form.cleaned_data["marking"],
        years=form.cleaned_data["years"],
        previous=find(request, previous) if previous else None,
    )


def _start(request: HttpRequest) -> dict[str, Any]:
    """What the address asks to begin with; a word that is not understood is left out."""
    asked = request.GET
    values: dict[str, Any] = {"organisation": person(request).organisation_id, "marking": 1}
    if asked.get("template") in templates():
        values |= templates()[asked["template"]].values
    if asked.get("copy", "").isdigit():
        case = find(request, int(asked["copy"]))
        values |= starting.again(case)
        values |= {"previous": case.pk, "marking": case.marking}
        values["partners"] = partner_labels(values["partners"])
    if asked.get("partner"):
        values["partners"] = partner_labels(asked["partner"].split(";"))
    if asked.get("means") in CATEGORIES:
        values["category"] = asked["means"]
    for name in ("framework", "gap"):
        if asked.get(name):
            values[name] = asked[name]
    return values
