"""The page of a case, and everything that can be done there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.coordination import attaching, consulting, selectors
from renkei.apps.coordination.models import Attachment, Case, Request
from renkei.apps.coordination.surroundings import warned
from renkei.apps.coordination.thread import thread
from renkei.core.coordination.states import WAY, State
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.cases import action_forms as f
from renkei.web.cases import parts
from renkei.web.cases.actions import ACTIONS, KEYS
from renkei.web.cases.presentation import facts, shown
from renkei.web.cases.views import find, trail
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.requests import person


@dataclass(frozen=True, slots=True)
class Asked:
    """One of those asked, with the forms for those who may answer."""

    row: Request
    on_turn: bool
    answer: forms.Form | None
    delegate: forms.Form | None


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The case; that somebody looked is written down."""
    case = find(request, pk)
    attaching.log_view(by=person(request), case=case)
    return _page(request, case)


def file(request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
    """An attachment; that somebody took it is written down."""
    case = find(request, pk)
    try:
        row = attaching.attachments(request.user, case).get(pk=file_pk)
    except Attachment.DoesNotExist as error:
        raise Http404 from error
    data = attaching.take(by=person(request), attachment=row)
    return FileResponse(
        BytesIO(data),
        as_attachment=True,
        filename=row.name,
        content_type="application/octet-stream",
    )


@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Do something about the case; on bad input the page again, with what was entered."""
    case = find(request, pk)
    if action not in ACTIONS:
        raise Http404
    kind, run = ACTIONS[action]
    key = request.POST.get(KEYS.get(action, ""), "")
    form = _form(case, kind, action, key, request.POST, files=request.FILES)
    status = 400
    if form.is_valid():
        try:
            run(person(request), case, dict(form.cleaned_data))
        except RenkeiError as error:
            explain(form, error)
            status = 403 if isinstance(error, DeniedError) else 400
        else:
            messages.success(request, _("Saved."))
            return redirect("cases_one", pk)
    return _page(request, find(request, pk), form, (action, key), status)


def _page(
    request: HttpRequest,
    case: Case,
    bad: f.ActionForm | None = None,
    where: tuple[str, str] = ("", ""),
    status: int = 200,
) -> HttpResponse:
    def form(action: str, key: object = "", **initial: object) -> f.ActionForm:
        if bad is not None and where == (action, str(key)):
            return bad
        return _form(case, ACTIONS[action][0], action, str(key), None, initial)

    steps = [step for step in selectors.steps(request.user, case) if step.allowed or step.needs]
    context = {
        "case": case,
        "form": bad,
        "trail": trail(),
        "way": _way(case),
        "steps": [
            (
                step,
                [need.message(language()) for need in step.needs],
                form("move", step.to, to=step.to, version=case.version) if step.allowed else None,
            )
            for step in steps
        ],
        "facts": facts(case),
        "warnings": shown(warned(request.user, case)) if not case.ended else [],
        "days": selectors.days_before(case),
        "asked": _asked(request, case, form),
        "thread": thread(request.user, case),
        "guard": parts.guard(request.user, case, form),
        "result": parts.result(request.user, case, form),
        "looks": parts.looks(request.user, case),
        "forms": {
            "remark": form("remark"),
            "ask": form("ask"),
            "link": form("link", version=case.version),
            "attach": form("attach", marking=case.marking),
            "draw_in": form("draw-in", phase=parts.phase(case)),
            "tell": form("tell", phase=parts.phase(case)),
            "release": form("release"),
        },
        "may": _rights(request, case),
    }
    return render(request, "cases/detail.html", context, status=status)


def _asked(request: HttpRequest, case: Case, form: Callable[..., f.ActionForm]) -> list[Asked]:
    found: list[Asked] = []
    rounds = case.consultations.prefetch_related("requests__organisation", "requests__delegate")
    for round_ in rounds:
        turn = consulting.turn(round_)
        for row in round_.requests.all():
            able = consulting.may_answer(request.user, row) and case.state == State.IN_COORDINATION
            open_ = able and (row.pk in turn or row.outcome in f.ANSWERED)
            found.append(
                Asked(
                    row,
                    row.pk in turn,
                    form("answer", row.pk, request=row.pk) if open_ else None,
                    form("delegate", row.pk, request=row.pk) if able and not row.outcome else None,
                )
            )
    return found


def _way(case: Case) -> list[tuple[str, str]]:
    """The states of the way with "done", "now" or ""; a stop stands at the end."""
    states = list(map(str, WAY))
    if case.state not in states:
        return [*((state, "") for state in states), (case.state, "now")]
    now = states.index(case.state)
    return [
        (state, "done" if number < now else "now" if number == now else "")
        for number, state in enumerate(states)
    ]


def _rights(request: HttpRequest, case: Case) -> dict[str, bool]:
    def able(right: str) -> bool:
        return not case.ended and may(request.user, f"coordination.{right}", case)

    asking = case.state in (State.PROPOSED, State.IN_COORDINATION)
    return {
        "change": able("lead"),
        "ask": able("lead") and asking,
        "remark": able("remark"),
        "secure": able("secure"),
        "tell": able("lead"),
        "link": able("lead") and case.activity_id is None,
        "copy": selectors.may_propose(request.user),
    }


def _form(
    case: Case,
    kind: type[f.ActionForm],
    action: str,
    key: str,
    data: Any,
    initial: dict[str, Any] | None = None,
    files: Any = None,
) -> f.ActionForm:
    return kind(
        data,
        files,
        initial=initial,
        case=case,
        auto_id=f"id_{action}{key}_%s",
        use_required_attribute=False,
    )
