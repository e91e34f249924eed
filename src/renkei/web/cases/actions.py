"""What can be done on the page of a case: the form of each, and the service that it calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404

from renkei.apps.accounts.models import User
from renkei.apps.coordination import (
    attaching,
    consulting,
    guarding,
    holding,
    reporting,
    selectors,
    services,
    telling,
)
from renkei.apps.coordination.models import Case, Promise, Request
from renkei.apps.register import selectors as register
from renkei.apps.register.models import Activity
from renkei.web.cases import action_forms as f
from renkei.web.cases import guard_forms as g

Data = dict[str, Any]
Run = Callable[[User, Case, Data], object]


def _request(case: Case, pk: int) -> Request:
    try:
        return selectors.request(case, pk)
    except Request.DoesNotExist as error:
        raise Http404 from error


def _answer(by: User, case: Case, data: Data) -> None:
    consulting.answer(by=by, request=_request(case, data.pop("request")), **data)


def _delegate(by: User, case: Case, data: Data) -> None:
    consulting.delegate(by=by, request=_request(case, data.pop("request")), **data)


def _link(by: User, case: Case, data: Data) -> None:
    try:
        activity = register.activity(by, data.pop("activity"))
    except Activity.DoesNotExist as error:
        raise Http404 from error
    holding.link(by=by, case=case, activity=activity, **data)


def _attach(by: User, case: Case, data: Data) -> None:
    file = data["file"]
    attaching.attach(
        by=by, case=case, name=file.name, file=file, size=file.size, marking=data["marking"]
    )


def _report(by: User, case: Case, data: Data) -> None:
    reporting.report(by=by, case=case, values=data)


def _settle(by: User, case: Case, data: Data) -> None:
    try:
        row = selectors.promise(case, data["promise"])
    except Promise.DoesNotExist as error:
        raise Http404 from error
    if data["kept_on"]:
        reporting.keep_promise(by=by, promise=row, on=data["kept_on"])
    else:
        reporting.let_go(by=by, promise=row, reason=data["reason"])


ACTIONS: dict[str, tuple[type[f.ActionForm], Run]] = {
    "move": (f.MoveForm, lambda by, case, data: services.move(by=by, case=case, **data)),
    "remark": (f.RemarkForm, lambda by, case, data: services.remark(by=by, case=case, **data)),
    "ask": (f.AskForm, lambda by, case, data: consulting.ask(by=by, case=case, **data)),
    "answer": (f.AnswerForm, _answer),
    "delegate": (f.DelegateForm, _delegate),
    "link": (f.LinkForm, _link),
    "secure": (g.SecurityForm, lambda by, case, data: guarding.decide(by=by, case=case, **data)),
    "release": (g.ReleaseForm, lambda by, case, data: guarding.release(by=by, case=case, **data)),
    "draw-in": (g.DrawInForm, lambda by, case, data: telling.draw_in(by=by, case=case, **data)),
    "tell": (g.TellForm, lambda by, case, data: telling.tell_outside(by=by, case=case, **data)),
    "attach": (g.AttachForm, _attach),
    "report": (g.ReportForm, _report),
    "promise": (g.PromiseForm, lambda by, case, data: reporting.promise(by=by, case=case, **data)),
    "settle": (g.SettleForm, _settle),
    "lesson": (g.LessonForm, lambda by, case, data: reporting.lesson(by=by, case=case, **data)),
}
KEYS = {
    "move": "to",
    "answer": "request",
    "delegate": "request",
    "secure": "kind",
    "settle": "promise",
}
"""Forms that come once per row, and the field that tells the row."""
