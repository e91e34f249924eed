"""Evaluations: all policies, one of them, its sheet as a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications import excel, pdf
from renkei.apps.publications.selectors import get_sheet
from renkei.core.errors import RenkeiError
from renkei.web.labels import language
from renkei.web.policies import presentation

SHEETS = {
    "pdf": (pdf.build, "application/pdf"),
    "xlsx": (
        excel.build,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


def policies(request: HttpRequest) -> HttpResponse:
    """All evaluated policies."""
    rows = selectors.policies(request.user).prefetch_related("fields", "ratings")
    return render(request, "policies/list.html", {"policies": rows})


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy: header, budget, rating, fields with indicators and means, remarks."""
    policy = find(request, pk)
    ratings = [
        (rating, presentation.scale(rating), presentation.source_of(rating))
        for rating in policy.ratings.select_related("record").order_by("id")
    ]
    context = {
        "policy": policy,
        "trail": _trail(),
        "sheet_fields": policy.sheet_fields.select_related("record"),
        "budgets": presentation.budget_tables(policy.budget_lines.all()),
        "overall": [one for one in ratings if not one[0].subject],
        "partial": [one for one in ratings if one[0].subject],
        "fields": presentation.fields(request.user, policy),
        "opinions": policy.opinions.select_related("record"),
    }
    return render(request, "policies/detail.html", context)


def sheet(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The official sheet as PDF or Excel."""
    policy = find(request, pk)
    build, media_type = SHEETS[form]
    try:
        data = build(get_sheet(request.user, policy.pk))
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("policies_one", pk)
    response = HttpResponse(data, content_type=media_type)
    name = f"{policy.name[:60]}.{form}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def find(request: HttpRequest, pk: int) -> Policy:
    """The policy, or 404 for what is not there and what may not be seen."""
    try:
        return selectors.policy(request.user, pk)
    except Policy.DoesNotExist as error:
        raise Http404 from error


def _trail() -> list[tuple[str, str]]:
    return [(reverse("policies"), _("Evaluation"))]
