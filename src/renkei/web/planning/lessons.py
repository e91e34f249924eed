"""Lessons of cases beside the plan or country policy that they were proposed to."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.coordination import reporting, selectors
from renkei.apps.coordination.models import Lesson
from renkei.apps.planning.choices import PaperKind, SubjectKind
from renkei.apps.planning.models import Paper
from renkei.apps.planning.selectors import visible_papers
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.labels import language
from renkei.web.planning import way
from renkei.web.requests import person

TARGETS = {PaperKind.PLAN: "plan", PaperKind.POLICY: "country_policy"}


def waiting(request: HttpRequest, paper: Paper) -> QuerySet[Lesson]:
    """Lessons that wait for such a paper: for a country policy, those of cases with the country."""
    target = TARGETS.get(PaperKind(paper.kind))
    rows = selectors.lessons(request.user).filter(standing="proposed", target=target or "")
    if paper.kind == PaperKind.POLICY and paper.policy.subject_kind == SubjectKind.PARTNER:
        rows = rows.filter(case__partners=paper.policy.subject)
    return rows


@require_POST
def take(request: HttpRequest, pk: int, lesson_pk: int) -> HttpResponse:
    """Say that a draft took a lesson up; the page of the lessons then leads here."""
    paper = visible_papers(request.user).filter(pk=pk, kind__in=TARGETS).first()
    if paper is None or not paper.is_draft:
        raise Http404
    lesson = waiting(request, paper).filter(pk=lesson_pk).first()
    if lesson is None:
        raise Http404
    try:
        reporting.answer_lesson(
            by=person(request),
            lesson=lesson,
            standing="adopted",
            became=_("Taken up in the draft of “%(paper)s”") % {"paper": paper.title},
        )
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(request, _("Saved."))
    return redirect(way.address(paper))
