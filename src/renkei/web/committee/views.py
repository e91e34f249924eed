"""The committee: its members, its sessions, what is still to be done; and one session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.committee import selectors, services
from renkei.apps.committee.choices import Ask, Body, Decision
from renkei.apps.committee.models import Member, Session
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.committee.forms import (
    CommitteeForm,
    DecisionForm,
    FollowUpForm,
    LeavingForm,
    MatterForm,
    SeatForm,
    SessionForm,
)
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.requests import person

Save = Callable[[CommitteeForm], object]


def committee(request: HttpRequest) -> HttpResponse:
    """Members, sessions and open follow-up; a new seat, its end or a session is saved here."""
    if not may(request.user, "committee.read"):
        raise PermissionDenied
    forms: dict[str, CommitteeForm] = {
        "seat": SeatForm(viewer=request.user),
        "leave": LeavingForm(viewer=request.user),
        "session": SessionForm(viewer=request.user),
    }
    part = request.POST.get("part", "")
    if part in forms:
        forms[part] = type(forms[part])(request.POST, viewer=request.user)
        if (address := _kept(request, part, forms[part])) is not None:
            return redirect(address)
    today = timezone.localdate()
    context = {
        "bodies": [(body, selectors.members(body, today)) for body in Body],
        "sessions": selectors.sessions(request.user),
        "follow_ups": [
            (row, row.due < today, selectors.may_finish(request.user, row))
            for row in selectors.open_follow_ups(request.user)
        ],
        "forms": forms,
        "form": forms.get(part),
        "today": today,
        "may_keep": selectors.may_keep(request.user),
        "trail": _trail(),
    }
    return render(request, "committee/committee.html", context, status=400 if part else 200)


def _kept(request: HttpRequest, part: str, form: CommitteeForm) -> str | None:
    """Save what one of the forms of the first page says; where to go then, None where it is wrong."""
    saves = {"seat": _seat, "leave": _leave, "session": _convened}
    made: list[str] = []
    if not _saved(request, form, lambda one: made.append(saves[part](request, one))):
        return None
    return made[0]


def session(request: HttpRequest, pk: int) -> HttpResponse:
    """One session: its agenda with documents, decisions and follow-up."""
    found = _session(request, pk)
    bad: CommitteeForm | None = None
    if request.method == "POST":
        bad = _do(request, found)
        if bad is None:
            return redirect("planning_committee_session", pk)
    open_now = found.closed_at is None
    deciding = selectors.may_decide(request.user)
    rows = [
        {
            "matter": matter,
            "documents": selectors.documents(request.user, matter),
            "decide": _form(DecisionForm, request, matter=matter.pk)
            if deciding and open_now
            else None,
            "follow": _form(FollowUpForm, request, follow=matter.pk)
            if deciding and matter.decision
            else None,
        }
        for matter in selectors.agenda(request.user, found)
    ]
    context = {
        "session": found,
        "rows": rows,
        "form": bad,
        "put": MatterForm(viewer=request.user)
        if selectors.may_keep(request.user) and open_now
        else None,
        "may_close": deciding and open_now,
        "trail": [*_trail(), (reverse("planning_committee"), _("Committee"))],
    }
    return render(request, "committee/session.html", context, status=400 if bad else 200)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The session is over."""
    try:
        services.close(by=person(request), session=_session(request, pk))
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    return redirect("planning_committee_session", pk)


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """A follow-up was done."""
    row = selectors.open_follow_ups(request.user).filter(pk=pk).first()
    if row is None:
        raise Http404
    try:
        services.finish(by=person(request), follow_up=row, note=request.POST.get("note", ""))
    except DeniedError as error:
        raise PermissionDenied from error
    messages.success(request, _("Saved."))
    return redirect("planning_committee")


def _do(request: HttpRequest, found: Session) -> CommitteeForm | None:
    """Decide, follow up or put a matter; the form where something was wrong."""
    form: CommitteeForm
    save: Save
    if "matter" in request.POST:
        form = DecisionForm(request.POST, viewer=request.user)
        save = lambda one: _decide(request, found, one.cleaned_data)  # noqa: E731
    elif "follow" in request.POST:
        form = FollowUpForm(request.POST, viewer=request.user)
        save = lambda one: _follow(request, found, one.cleaned_data)  # noqa: E731
    else:
        form = MatterForm(request.POST, viewer=request.user)
        save = lambda one: _put(request, found, one.cleaned_data)  # noqa: E731
    return None if _saved(request, form, save) else form


def _saved(request: HttpRequest, form: CommitteeForm, save: Save) -> bool:
    if not form.is_valid():
        return False
    try:
        save(form)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        explain(form, error)
        return False
    messages.success(request, _("Saved."))
    return True


def _seat(request: HttpRequest, form: CommitteeForm) -> str:
    data = {**form.cleaned_data, "body": Body(form.cleaned_data["body"])}
    services.seat(by=person(request), **data)
    return reverse("planning_committee")


def _leave(request: HttpRequest, form: CommitteeForm) -> str:
    member = get_object_or_404(Member, pk=form.cleaned_data["member"])
    services.unseat(by=person(request), member=member, until=form.cleaned_data["until"])
    return reverse("planning_committee")


def _convened(request: HttpRequest, form: CommitteeForm) -> str:
    data = {**form.cleaned_data, "body": Body(form.cleaned_data["body"])}
    session = services.convene(by=person(request), **data)
    return reverse("planning_committee_session", args=[session.pk])


def _put(request: HttpRequest, found: Session, data: dict[str, Any]) -> None:
    services.put(by=person(request), session=found, **{**data, "ask": Ask(data["ask"])})


def _decide(request: HttpRequest, found: Session, data: dict[str, Any]) -> None:
    services.decide(
        by=person(request),
        matter=_matter(request, found, data["matter"]),
        decision=Decision(data["decision"]),
        text=data["text"],
        effective_on=data["effective_on"],
    )


def _follow(request: HttpRequest, found: Session, data: dict[str, Any]) -> None:
    services.follow(
        by=person(request),
        matter=_matter(request, found, data["follow"]),
        what=data["what"],
        organisation=data["organisation"],
        due=data["due"],
    )


def _matter(request: HttpRequest, found: Session, pk: int) -> Any:
    matter = selectors.agenda(request.user, found).filter(pk=pk).first()
    if matter is None:
        raise Http404
    return matter


def _form(kind: type[CommitteeForm], request: HttpRequest, **initial: int) -> CommitteeForm:
    key = next(iter(initial.values()))
    return kind(initial=initial, auto_id=f"id_{key}_{kind.__name__}_%s", viewer=request.user)


def _session(request: HttpRequest, pk: int) -> Session:
    found = selectors.sessions(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _trail() -> list[tuple[str, str]]:
    return [(reverse("planning"), _("Planning"))]
