"""Priorities: the ranking with its chart and what-if, one partner, giving and correcting degrees."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from renkei.apps.accounts.rights import may
from renkei.apps.planning import assessing, priorities, selectors
from renkei.apps.planning.in_force import policy_for
from renkei.apps.planning.models import Assessment
from renkei.core.errors import RenkeiError
from renkei.core.planning.priority import missing, weigh
from renkei.core.planning.weights import HOUSE, Weights, shipped
from renkei.web.forms import explain as explain_error
from renkei.web.labels import label, language
from renkei.web.planning import priority_forms as f
from renkei.web.planning.ranking import explain, ranking, shown
from renkei.web.requests import person


def ranked(request: HttpRequest) -> HttpResponse:
    """All partners by priority on a day; with other weights in the address, what would change."""
    usual = shipped().get(request.GET.get("weights", ""), shipped()[HOUSE])
    form = f.WhatIfForm(request.GET if "try" in request.GET else None, initial=f.shown(usual))
    weights = _tried(form, usual)
    day = _day(request.GET.get("day", ""))
    context = {
        "ranking": ranking(request.user, day, usual, weights),
        "usual": usual,
        "title": usual.title.text(language()),
        "sets": [(one.id, one.title.text(language())) for one in shipped().values()],
        "tries": weights != usual,
        "form": form,
        "day": day,
        "today": localdate(),
        "years": priorities.years(request.user),
        "partners": selectors.subjects(),
        "may_write": may(request.user, "planning.write"),
        "trail": trail()[:1],
    }
    return render(request, "planning/priorities.html", context, status=400 if form.errors else 200)


def one(request: HttpRequest, code: str) -> HttpResponse:
    """Every assessment of a partner, with grounds and authors."""
    partner = get_object_or_404(selectors.subjects(), pk=code)
    rows = [_told(request, row) for row in priorities.of_partner(request.user, code)]
    context = {
        "partner": partner,
        "rows": rows,
        "holding": policy_for(request.user, code, localdate()),
        "may_write": may(request.user, "planning.write"),
        "trail": trail(),
    }
    return render(request, "planning/priority.html", context)


def new(request: HttpRequest, code: str = "") -> HttpResponse:
    """Give degrees of a partner as of a day; the last ones stand in the form."""
    by = person(request)
    if not may(by, "planning.write"):
        raise PermissionDenied
    partner = get_object_or_404(selectors.subjects(), pk=code or request.GET.get("partner", ""))
    last = priorities.of_partner(by, partner.pk).first()
    start = {"day": localdate(), "marking": 1} | (_held(last) if last else {})
    form = f.AssessForm(request.POST or None, by=by, initial=start)
    if form.is_valid():
        names = ("day", "organisation", "marking")
        given = {name: form.cleaned_data[name] for name in names}
        try:
            assessing.assess(by=by, partner=partner, degrees=form.given(), **given)
        except RenkeiError as error:
            explain_error(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_priorities_one", partner.pk)
    return _form(request, form, partner, _("Give degrees"))


def correct(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Correct an assessment with a reason."""
    row = priorities.of_partner(request.user, code).filter(pk=pk).first()
    if row is None:
        raise Http404
    if not may(request.user, "planning.write", row):
        raise PermissionDenied
    start = _held(row) | {"version": row.version}
    form = f.CorrectForm(request.POST or None, initial=start)
    if form.is_valid():
        data = form.cleaned_data
        try:
            assessing.correct(
                by=person(request), assessment=row, version=data["version"],
                degrees=form.given(), reason=data["reason"],
            )  # fmt: skip
        except RenkeiError as error:
            explain_error(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_priorities_one", code)
    return _form(request, form, row.partner, _("Correct degrees"))


def trail() -> list[tuple[str, str]]:
    """The way to the page."""
    return [
        (reverse("planning"), _("Planning")),
        (reverse("planning_priorities"), _("Priorities")),
    ]


def _form(request: HttpRequest, form: f.DegreesForm, partner: Any, heading: str) -> HttpResponse:
    context = {"form": form, "partner": partner, "heading": heading, "trail": trail()}
    status = 400 if form.is_bound else 200
    return render(request, "planning/priority_form.html", context, status=status)


def _tried(form: f.WhatIfForm, usual: Weights) -> Weights:
    """The weights of the what-if; the usual ones where there is none or it cannot be."""
    if not form.is_valid():
        return usual
    try:
        return form.changed(usual)
    except RenkeiError as error:
        explain_error(form, error)
        return usual


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return localdate()


def _held(row: Assessment) -> dict[str, Any]:
    degrees = list(row.degrees.all())
    return {f"degree_{one.factor}": one.value for one in degrees} | {
        f"grounds_{one.factor}": one.grounds for one in degrees
    }


def _told(request: HttpRequest, row: Assessment) -> dict[str, Any]:
    degrees = priorities.degrees_of(row)
    weighed = weigh(degrees, shipped()[HOUSE])
    return {
        "row": row,
        "how": explain(weighed) if weighed else None,
        "score": shown(weighed.score) if weighed else "",
        "missing": "、".join(label(factor, "priority_factor") for factor in missing(degrees)),
        "may_correct": may(request.user, "planning.write", row),
    }
