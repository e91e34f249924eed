"""Activities: entering, correcting and taking a correction back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.register import history, selectors, services
from renkei.apps.register.models import Activity
from renkei.apps.register.undo import undo_correction
from renkei.core.errors import ConflictError, DeniedError, RenkeiError
from renkei.web.activities.forms import ActivityForm, CorrectionForm, initial
from renkei.web.activities.presentation import Change, change_in_words
from renkei.web.activities.views import find, trail
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.requests import person


def enter(request: HttpRequest) -> HttpResponse:
    """A new activity by hand."""
    if not selectors.may_enter(request.user):
        raise PermissionDenied
    start = {"organisation": person(request).organisation_id, "marking": 0, "status": "held"}
    form = ActivityForm(request.POST or None, by=person(request), initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            activity = services.enter_activity(
                by=person(request),
                values=form.values(),
                organisation=form.cleaned_data["organisation"],
                marking=form.cleaned_data["marking"],
            )
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The activity was entered."))
            return redirect("activities_one", activity.pk)
    return _page(request, form, _("Enter an activity"), None)


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an activity; what the machine read stays in its sources."""
    activity = find(request, pk)
    if not selectors.may_correct(request.user, activity):
        raise PermissionDenied
    form = CorrectionForm(request.POST or None, by=person(request), initial=initial(activity))
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            _correct(request, activity, form)
        except ConflictError as error:
            conflict = _conflict(request, activity, form, error)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The correction was saved."))
            return redirect("activities_one", pk)
    return _page(request, form, _("Correct an activity"), activity, conflict)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the latest correction back."""
    activity = find(request, pk)
    version = request.POST.get("version", "")
    try:
        undo_correction(
            by=person(request),
            activity=activity,
            version=int(version) if version.isascii() and version.isdigit() else 0,
            reason=_("Correction taken back"),
        )
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(request, _("The correction was taken back."))
    return redirect("activities_one", pk)


def _correct(request: HttpRequest, activity: Activity, form: CorrectionForm) -> None:
    services.correct_activity(
        by=person(request),
        activity=activity,
        version=form.cleaned_data["version"],
        values=form.values(),
        reason=form.cleaned_data["reason"],
        organisation=form.cleaned_data["organisation"],
        marking=form.cleaned_data["marking"],
    )


def _conflict(
    request: HttpRequest, activity: Activity, form: CorrectionForm, error: ConflictError
) -> dict[str, str | list[Change]]:
    """What others changed meanwhile; the next attempt then builds on their version."""
    behind = activity.version - form.cleaned_data["version"]
    by_code = {partner.pk: partner for partner in selectors.partners()}
    newer = history.versions(request.user, activity)[:behind]
    again = request.POST.copy()
    again["version"] = str(activity.version)
    form.data = again
    return {
        "message": error.message(language()),
        "changes": [change_in_words(c, by_code) for one in newer for c in one.changes],
    }


def _page(
    request: HttpRequest,
    form: ActivityForm,
    heading: str,
    activity: Activity | None,
    conflict: dict[str, str | list[Change]] | None = None,
) -> HttpResponse:
    back = reverse("activities_one", args=[activity.pk]) if activity else reverse("activities")
    way = [*trail(), (back, activity.title)] if activity else trail()
    context = {
        "form": form,
        "heading": heading,
        "activity": activity,
        "back": back,
        "trail": way,
        "conflict": conflict,
    }
    return render(request, "activities/form.html", context)
