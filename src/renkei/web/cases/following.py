"""What is followed after events: promises until kept, lessons until something became of them."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.coordination import reporting, selectors
from renkei.apps.coordination.choices import LESSON_STANDINGS
from renkei.core.coordination.ahead import ahead
from renkei.core.coordination.warnings import bounds
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.cases.parts import followed
from renkei.web.cases.views import trail
from renkei.web.labels import choices, language
from renkei.web.requests import person

YEAR = timedelta(days=365)


class LessonAnswerForm(forms.Form):
    """What became of a lesson."""

    standing = forms.ChoiceField(
        label=gettext_lazy("What became of it"),
        choices=lambda: choices(LESSON_STANDINGS[1:], "lesson_standing"),
    )
    became = forms.CharField(label=gettext_lazy("Where and why"), max_length=500)


def following(request: HttpRequest) -> HttpResponse:
    """Open promises, the late ones flagged, all lessons, and how far ahead cases are proposed."""
    today = timezone.localdate()
    promises = reporting.open_promises(selectors.visible_cases(request.user))
    learns = may(request.user, "coordination.learn")
    limit = bounds().ahead_days
    context = {
        "trail": trail(),
        "limit": limit,
        "ahead": ahead(selectors.days_ahead_of(request.user, today - YEAR), limit),
        "promises": [followed(request.user, row, None, today) for row in promises[:200]],
        "lessons": [
            (row, _form(row.pk) if learns and row.standing == "proposed" else None)
            for row in selectors.lessons(request.user)[:200]
        ],
    }
    return render(request, "cases/following.html", context)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what became of a lesson."""
    row = selectors.lessons(request.user).filter(pk=pk).first()
    if row is None:
        raise Http404
    try:
        reporting.answer_lesson(
            by=person(request),
            lesson=row,
            standing=request.POST.get("standing", ""),
            became=request.POST.get("became", ""),
        )
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(request, _("Saved."))
    return redirect("cases_following")


def _form(key: int) -> LessonAnswerForm:
    return LessonAnswerForm(auto_id=f"id_lesson{key}_%s", use_required_attribute=False)
