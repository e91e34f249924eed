"""What the pages of all papers share: their state, the steps one may take, other versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.planning import papers, selectors
from renkei.apps.planning.choices import PaperState
from renkei.apps.planning.models import Paper
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.planning.paper_forms import AdoptForm, PaperForm, StepForm
from renkei.web.requests import person

Page = Callable[..., HttpResponse]
PAGES: dict[str, tuple[str, Page]] = {}
"""Per kind of paper: the name of its address, and the view that shows it with a bad form."""


@dataclass(frozen=True, slots=True)
class Action:
    """A step on the page: in which state, with which right, and the form it needs."""

    state: PaperState
    right: str
    form: type[PaperForm]
    run: Callable[..., Paper]


ACTIONS: dict[str, Action] = {
    "review": Action(PaperState.DRAFT, "planning.review", StepForm, papers.review),
    "adopt": Action(PaperState.REVIEWED, "planning.adopt", AdoptForm, papers.adopt),
    "back": Action(PaperState.REVIEWED, "planning.send_back", StepForm, papers.send_back),
    "revise": Action(PaperState.ADOPTED, "planning.write", StepForm, papers.revise),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A step that the viewer may take now."""

    action: str
    name: str
    form: PaperForm
    first: bool


def address(paper: Paper) -> str:
    """The page of a paper."""
    return reverse(PAGES[paper.kind][0], args=[paper.pk])


def context(request: HttpRequest, paper: Paper, bad: PaperForm | None = None) -> dict[str, Any]:
    """State, steps, versions and what the viewer may do."""
    return {
        "paper": paper,
        "form": bad,
        "offered": _offered(request, paper, bad),
        "steps": selectors.steps(paper),
        "versions": [(row, address(row)) for row in selectors.versions(request.user, paper)],
        "may_write": paper.is_draft and may(request.user, "planning.write", paper),
    }


@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Take a step; on bad input the page again, with what was entered."""
    paper = selectors.visible_papers(request.user).filter(pk=pk).first()
    if paper is None or action not in ACTIONS:
        raise Http404
    form = _form(action, paper, request.POST)
    show = PAGES[paper.kind][1]
    if not form.is_valid():
        return show(request, pk, bad=form, status=400)
    try:
        done = _run(person(request), paper, action, form.cleaned_data)
    except DeniedError as error:
        form.add_error(None, error.message(language()))
        return show(request, pk, bad=form, status=403)
    except RenkeiError as error:
        explain(form, error)
        return show(request, pk, bad=form, status=400)
    messages.success(request, _("Saved."))
    return redirect(address(done))


def _run(by: User, paper: Paper, action: str, data: dict[str, Any]) -> Paper:
    return ACTIONS[action].run(by=by, paper=paper, **data)


def _offered(request: HttpRequest, paper: Paper, bad: PaperForm | None) -> list[Offered]:
    names = {
        "review": _("Say that it was reviewed"),
        "adopt": _("Adopt"),
        "back": _("Give back as a draft"),
        "revise": _("Begin a revision"),
    }
    found = []
    for action, one in ACTIONS.items():
        open_now = one.state == paper.state and may(request.user, one.right, paper)
        if not open_now or (action == "revise" and paper.following.exists()):
            continue
        was_bad = bad is not None and bad.auto_id == f"id_{action}_%s"
        form = bad if was_bad and bad is not None else _form(action, paper, None)
        found.append(Offered(action, names[action], form, was_bad or action in ("review", "adopt")))
    return found


def _form(action: str, paper: Paper, data: Any) -> PaperForm:
    return ACTIONS[action].form(data, initial={"version": paper.version}, auto_id=f"id_{action}_%s")
