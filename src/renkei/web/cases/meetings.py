"""The section chiefs' meeting: all of them, and one with its agenda."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.coordination import meetings as services
from renkei.apps.coordination import selectors
from renkei.apps.coordination.choices import MEETING_DECISIONS
from renkei.apps.coordination.models import Meeting
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.cases.guard_forms import day
from renkei.web.cases.views import find, trail
from renkei.web.forms import explain, required_messages
from renkei.web.labels import choices, language
from renkei.web.requests import person


class MeetingForm(forms.Form):
    """A new meeting."""

    name = forms.CharField(label=gettext_lazy("Name of the meeting"), max_length=200)
    day = day(gettext_lazy("Day"))


class DecisionForm(forms.Form):
    """What was decided about one case."""

    item = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=lambda: choices(MEETING_DECISIONS, "meeting_decision"),
    )
    text = forms.CharField(
        label=gettext_lazy("What was decided"), widget=forms.Textarea({"rows": 2})
    )


class AddForm(forms.Form):
    """Another case for the agenda."""

    case = forms.IntegerField(label=gettext_lazy("Number of the case"), min_value=1)


def meetings(request: HttpRequest) -> HttpResponse:
    """All meetings; a new one draws up its own agenda."""
    if not may(request.user, "coordination.remark"):
        raise PermissionDenied
    form = MeetingForm(request.POST or None, use_required_attribute=False)
    required_messages(form)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.call_meeting(by=person(request), **form.cleaned_data)
        except DeniedError as error:
            raise PermissionDenied from error
        except RenkeiError as error:
            explain(form, error)
        else:
            return redirect("cases_meetings_one", made.pk)
    context = {
        "form": form,
        "rows": selectors.meetings(request.user),
        "trail": trail(),
        "may_call": may(request.user, "coordination.meet"),
    }
    status = 400 if form.errors else 200
    return render(request, "cases/meetings.html", context, status=status)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting: its agenda, decisions, further cases."""
    meeting = _meeting(request, pk)
    bad: forms.Form | None = None
    if request.method == "POST":
        bad = _do(request, meeting)
        if bad is None:
            messages.success(request, _("Saved."))
            return redirect("cases_meetings_one", pk)
    able = may(request.user, "coordination.meet") and meeting.closed_at is None
    context = {
        "meeting": meeting,
        "form": bad,
        "trail": [*trail(), (reverse("cases_meetings"), _("Section chiefs' meeting"))],
        "rows": [
            (row, _decision(None, row.pk) if able else None)
            for row in selectors.agenda(request.user, meeting)
        ],
        "add": AddForm(use_required_attribute=False) if able else None,
    }
    return render(request, "cases/meeting.html", context, status=400 if bad else 200)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting is over."""
    try:
        services.close(by=person(request), meeting=_meeting(request, pk))
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    return redirect("cases_meetings_one", pk)


def _do(request: HttpRequest, meeting: Meeting) -> forms.Form | None:
    """Decide on an item or add a case; the form where something was wrong."""
    deciding = "item" in request.POST
    form: forms.Form = (
        _decision(request.POST, request.POST["item"]) if deciding else AddForm(request.POST)
    )
    required_messages(form)
    if not form.is_valid():
        return form
    data: dict[str, Any] = form.cleaned_data
    try:
        if deciding:
            item = selectors.agenda(request.user, meeting).filter(pk=data.pop("item")).first()
            if item is None:
                raise Http404
            services.decide(by=person(request), item=item, **data)
        else:
            case = find(request, data["case"])
            services.add(by=person(request), meeting=meeting, case=case)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        explain(form, error)
        return form
    return None


def _decision(data: Any, key: object) -> DecisionForm:
    return DecisionForm(
        data, initial={"item": key}, auto_id=f"id_{key}_%s", use_required_attribute=False
    )


def _meeting(request: HttpRequest, pk: int) -> Meeting:
    try:
        return selectors.meetings(request.user).get(pk=pk)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
