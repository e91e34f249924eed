"""The first page of planning: what is in force and what is being written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from renkei.apps.accounts.rights import may
from renkei.apps.planning import selectors
from renkei.apps.planning.in_force import policies_on
from renkei.web.planning import way


def overview(request: HttpRequest) -> HttpResponse:
    """Doors to the parts of planning, and the papers that wait for somebody."""
    waiting = selectors.waiting(request.user)
    context = {
        "in_force": selectors.basic_in_force(request.user),
        "may_see_committee": may(request.user, "committee.read"),
        "policy_total": policies_on(request.user, localdate()).count(),
        "waiting": [(paper, way.address(paper)) for paper in waiting],
    }
    return render(request, "planning/overview.html", context)
