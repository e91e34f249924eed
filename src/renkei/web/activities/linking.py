"""Deciding about the sources of an activity: which value holds, what is one event and what is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import decisions, link_selectors, selectors
from renkei.apps.register.models import Activity
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.activities.views import find
from renkei.web.labels import language
from renkei.web.requests import person


@require_POST
def decide(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """Let the value of one source hold, or open the question again."""
    activity = find(request, pk)
    said: dict[str, Any] = {"by": person(request), "activity": activity, "field": field} | {
        "version": _number(request, "version"),
        "reason": request.POST.get("reason", ""),
    }
    if request.POST.get("action") == "take_back":
        return _answer(
            request, pk, lambda: _done(decisions.take_back_decision, said, _("It is open again."))
        )
    record = _own_record(request, activity, _number(request, "record"))
    said["value"] = record.payload.get(field)
    return _answer(
        request, pk, lambda: _done(decisions.decide_conflict, said, _("The decision was saved."))
    )


@require_POST
def part(request: HttpRequest, pk: int, record_pk: int) -> HttpResponse:
    """Split a source off: it tells of another event."""
    activity = find(request, pk)
    record = _own_record(request, activity, record_pk)
    others = [source.record for source in selectors.sources(request.user, activity)]
    other = next((one for one in others if one.document_id != record.document_id), None)
    if other is None:
        raise Http404
    said: dict[str, Any] = {"by": person(request), "record": record, "from_": other}
    said["reason"] = request.POST.get("reason", "")
    return _answer(request, pk, lambda: _done(decisions.part, said, _("The source was split off.")))


@require_POST
def link(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """Answer a proposal, or take an answer back."""
    activity = find(request, pk)
    records = [source.record for source in selectors.sources(request.user, activity)]
    seen = {one.link.pk: one for one in link_selectors.links(request.user, records)}
    if link_pk not in seen:
        raise Http404
    one, action = seen[link_pk], request.POST.get("action")
    said: dict[str, Any] = {"by": person(request), "reason": request.POST.get("reason", "")}
    if action == "join":
        said |= {"one": one.here, "other": one.there}
        return _answer(request, pk, lambda: _done(decisions.join, said, _("They are one now.")))
    if action == "part":
        said |= {"record": one.there, "from_": one.here}
        return _answer(request, pk, lambda: _done(decisions.part, said, _("They stay apart.")))
    said["link"] = one.link
    return _answer(
        request, pk, lambda: _done(decisions.take_back_link, said, _("The answer was taken back."))
    )


def _done(service: Callable[..., Any], said: Mapping[str, Any], words: str) -> tuple[Any, str]:
    return service(**said), words


def _answer(request: HttpRequest, pk: int, act: Callable[[], tuple[Any, str]]) -> HttpResponse:
    """Act, say what came of it, and go to the activity that is left."""
    try:
        result, words = act()
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("activities_one", pk)
    messages.success(request, words)
    there = selectors.visible_activities(request.user).filter(pk=pk).exists()
    return redirect(
        "activities_one", result.pk if isinstance(result, Activity) and not there else pk
    )


def _own_record(request: HttpRequest, activity: Activity, pk: int) -> SourceRecord:
    for source in selectors.sources(request.user, activity):
        if source.record_id == pk:
            return source.record
    raise Http404


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() else 0
