"""Saying of points of the checklist that they were looked at; what was typed stays when refused."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.cycle import steps
from renkei.apps.cycle.checklist import POINTS
from renkei.core.errors import DeniedError, RenkeiError, UsageError
from renkei.web.labels import label, language
from renkei.web.policies.year import page, year_of
from renkei.web.policies.year_forms import NothingForm
from renkei.web.requests import person

Typed = dict[str, tuple[bool, str]]


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the points that were ticked, each with its note, or none and the page again."""
    year = year_of(request, pk)
    typed = _typed(request)
    try:
        _require_ticks(typed)
        notes = {point: note for point, (ticked, note) in typed.items() if ticked}
        steps.tick_all(by=person(request), year=year, notes=notes)
    except RenkeiError as error:
        form = NothingForm({})
        form.add_error(None, error.message(language()))
        status = 403 if isinstance(error, DeniedError) else 400
        return page(request, year, form, status=status, points=typed)
    messages.success(request, _("Saved."))
    return redirect("policies_year", pk)


def _typed(request: HttpRequest) -> Typed:
    ticked = set(request.POST.getlist("points"))
    known = [point.code for point in POINTS]
    codes = [*known, *sorted(ticked - set(known))]  # the service tells those that it does not know
    notes = {code: request.POST.get(f"note_{code}", "").strip() for code in codes}
    return {code: (code in ticked, notes[code]) for code in codes if code in ticked or notes[code]}


def _require_ticks(typed: Typed) -> None:
    """Raise UsageError RK823 for a note beside a point that nobody ticked."""
    left = [label(code, "checklist") for code, (ticked, _note) in typed.items() if not ticked]
    if left:
        raise UsageError("RK823", points="、".join(left))
