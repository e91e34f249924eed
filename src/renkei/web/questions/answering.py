"""Answers: which value holds, what is one event, what a better reading changes; and taking back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.documents import proposals
from renkei.apps.documents.models import ReadingProposal, SourceRecord
from renkei.apps.register import decisions, questions, selectors
from renkei.apps.register.link_models import Conflict, RecordLink
from renkei.apps.register.questions import CONFLICT, LINK, READING
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.labels import language
from renkei.web.paging import page_number
from renkei.web.requests import person


@require_POST
def answer(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Do what the button says, tell what came of it, and go on to the next question."""
    row = questions.question(request.user, kind, pk) if kind in _ACTS else None
    act = _ACTS.get(kind, {}).get(request.POST.get("action", ""))
    if row is None or act is None:
        raise Http404
    try:
        said = act(request, row)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect(_address(request, kind, str(pk)))
    messages.success(request, said)
    return redirect(_address(request, kind, request.POST.get("next", "")))


def _decide(request: HttpRequest, row: Conflict) -> str:
    record = _record(request, row)
    decisions.decide_conflict(value=record.payload.get(row.field), **_about(request, row))
    return _("The decision was saved.")


def _take_back_decision(request: HttpRequest, row: Conflict) -> str:
    decisions.take_back_decision(**_about(request, row))
    return _("It is open again.")


def _split(request: HttpRequest, row: Conflict) -> str:
    """The chosen source tells of another event than those of other documents."""
    record = _record(request, row)
    rows = selectors.sources(request.user, row.activity)
    other = next((one for one in rows if one.record.document_id != record.document_id), None)
    if other is None:
        raise Http404
    decisions.part(record=record, from_=other.record, **_by(request))
    return _("The source was split off.")


def _join(request: HttpRequest, row: RecordLink) -> str:
    decisions.answer_link(link=row, same=True, **_by(request))
    return _("They are one now.")


def _part(request: HttpRequest, row: RecordLink) -> str:
    decisions.answer_link(link=row, same=False, **_by(request))
    return _("They stay apart.")


def _take_back_link(request: HttpRequest, row: RecordLink) -> str:
    decisions.take_back_link(link=row, **_by(request))
    return _("The answer was taken back.")


def _take(request: HttpRequest, row: ReadingProposal) -> str:
    proposals.answer(proposal=row, take=True, **_by(request))
    return _("What is read now holds.")


def _keep(request: HttpRequest, row: ReadingProposal) -> str:
    proposals.answer(proposal=row, take=False, **_by(request))
    return _("What was corrected still holds.")


_ACTS: dict[str, dict[str, Callable[[HttpRequest, Any], str]]] = {
    CONFLICT: {"decide": _decide, "take_back": _take_back_decision, "split": _split},
    LINK: {"join": _join, "part": _part, "take_back": _take_back_link},
    READING: {"take": _take, "keep": _keep},
}


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"by": person(request), "reason": request.POST.get("reason", "")}


def _about(request: HttpRequest, row: Conflict) -> dict[str, Any]:
    """``version`` is that of the activity as it was on the screen."""
    version = page_number(request.POST.get("version", ""))
    return _by(request) | {"activity": row.activity, "version": version, "field": row.field}


def _record(request: HttpRequest, row: Conflict) -> SourceRecord:
    """The source that was chosen, of those that the viewer sees."""
    asked = request.POST.get("record", "")
    for source in selectors.sources(request.user, row.activity):
        if str(source.record_id) == asked:
            return source.record
    raise Http404


def _address(request: HttpRequest, kind: str, item: str) -> str:
    """Back to where the form stood; the page of questions goes on to ``item``."""
    back = request.POST.get("back", "")
    if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    kept = request.GET.copy()
    kept.pop("item", None)
    kept["kind"] = kind
    if item:
        kept["item"] = item
    return f"{reverse('questions')}?{kept.urlencode()}"
