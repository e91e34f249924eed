"""What an activity cost, told by those who may correct it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.planning import assessing, priorities
from renkei.apps.register.selectors import may_correct
from renkei.core.errors import RenkeiError
from renkei.web.activities.views import find
from renkei.web.forms import explain
from renkei.web.planning.priority_forms import CostForm
from renkei.web.requests import person


def cost(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what an activity cost; on bad input the form again."""
    activity = find(request, pk)
    if not may_correct(request.user, activity):
        raise PermissionDenied
    held = priorities.visible_costs(request.user).filter(activity=activity).first()
    names = ("yen", "basis", "marking")
    start = {name: getattr(held, name) for name in names} if held else {"marking": 1}
    form = CostForm(request.POST or None, by=person(request), initial=start)
    if form.is_valid():
        try:
            assessing.record_cost(by=person(request), activity=activity, **form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("activities_one", pk)
    trail = [
        (reverse("activities"), _("Activities")),
        (reverse("activities_one", args=[pk]), activity.title),
    ]
    context = {"form": form, "activity": activity, "trail": trail}
    return render(request, "planning/cost.html", context, status=400 if form.is_bound else 200)
