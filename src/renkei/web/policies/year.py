"""The year of a policy: where it stands, what is missing, and every step of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import organisations
from renkei.apps.counting.selectors import silent
from renkei.apps.cycle import changing, continuing, entries, selectors, steps, succession
from renkei.apps.cycle.choices import BREAKS, RIGHTS, Stage
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.publications.scheme import LABELS
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.policies import change_forms as c
from renkei.web.policies import year_forms as f
from renkei.web.policies.rating import summary
from renkei.web.policies.views import find
from renkei.web.requests import person

Data = dict[str, Any]
Run = Callable[[User, PolicyYear, Data], object]


def _plan(by: User, year: PolicyYear, data: Data) -> None:
    full = [int(one) for one in data.pop("full").replace("、", ",").split(",") if one.strip()]
    continuing.plan(by=by, year=year, full=full, **data)


def _rate(by: User, year: PolicyYear, data: Data) -> None:
    entries.rate(by=by, year=year, label=LABELS[data["scale_value"] - 1], **data)


def _answer(by: User, year: PolicyYear, data: Data) -> None:
    opinion = selectors.opinions(by, year).filter(pk=data["opinion"]).first()
    if opinion is None:
        raise Http404
    steps.answer(by=by, year=year, opinion=opinion, text=data["text"])


def _succession(by: User, year: PolicyYear, data: Data) -> None:
    row = selectors.successions(by, year.policy).filter(pk=data["succession"]).first()
    if row is None:
        raise Http404
    if data["verdict"] == "reject":
        succession.reject(by=by, succession=row, reason=data["reason"])
        return
    succession.decide(
        by=by, succession=row, kind=data["kind"], later=row.later, reason=data["reason"]
    )


ACTIONS: dict[str, tuple[type[f.YearForm], Run]] = {
    "advance": (f.StepForm, lambda by, year, data: steps.advance(by=by, year=year, **data)),
    "back": (f.BackForm, lambda by, year, data: steps.send_back(by=by, year=year, **data)),
    "reopen": (f.ReasonForm, lambda by, year, data: steps.reopen(by=by, year=year, **data)),
    "plan": (f.PlanForm, _plan),
    "deadline": (f.DeadlineForm, lambda by, year, d: steps.set_deadline(by=by, year=year, **d)),
    "scheme": (f.SchemeForm, lambda by, year, d: entries.choose_scheme(by=by, year=year, **d)),
    "rate": (f.RatingForm, _rate),
    "opinion": (f.TextForm, lambda by, year, data: steps.add_opinion(by=by, year=year, **data)),
    "answer": (f.AnswerForm, _answer),
    "reflect": (f.TextForm, lambda by, year, data: entries.reflect(by=by, year=year, **data)),
    "succession": (f.SuccessionForm, _succession),
    "become": (c.BecomeForm, lambda by, year, data: changing.become(by=by, year=year, **data)),
    "indicator": (c.AddForm, lambda by, year, data: changing.add(by=by, year=year, **data)),
    "successor": (c.SuccessorForm, lambda by, year, data: succession.add(by=by, **data)),
}
"""What can be done on the page: the form, and the service that it calls."""

KEYS = {"answer": "opinion", "succession": "succession"}
"""Forms that come once per row, and the field that tells the row."""


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of the year with its deadline."""

    code: str
    state: str
    deadline: Any

    @property
    def late(self) -> bool:
        """Not done, and the day has passed."""
        return self.state != "done" and self.deadline is not None and self.deadline.late


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """The year of a policy."""
    return page(request, year_of(request, pk))


def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to work on a sheet, or continue it into the next year."""
    policy = find(request, pk)
    run = continuing.continue_policy if "continue" in request.POST else continuing.start
    try:
        year = run(by=person(request), policy=policy)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("policies_one", pk)
    messages.success(request, _("The year has begun."))
    return redirect("policies_year", year.policy_id)


begin = require_POST(begin)


@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Do something about the year; on bad input the page again, with what was entered."""
    year = year_of(request, pk)
    if action not in ACTIONS:
        raise Http404
    kind, run = ACTIONS[action]
    key = request.POST.get(KEYS.get(action, ""), "")
    form = _form(request, year, kind, action, key, request.POST)
    if form.is_valid():
        try:
            run(person(request), year, dict(form.cleaned_data))
        except DeniedError as error:
            form.add_error(None, error.message(language()))
            return page(request, year, form, (action, key), 403)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("policies_year", pk)
    return page(request, year_of(request, pk), form, (action, key), 400)


def year_of(request: HttpRequest, pk: int) -> PolicyYear:
    year = selectors.year_of(request.user, find(request, pk))
    if year is None:
        raise Http404
    return year


def page(
    request: HttpRequest,
    year: PolicyYear,
    bad: f.YearForm | None = None,
    where: tuple[str, str] = ("", ""),
    status: int = 200,
    points: Mapping[str, tuple[bool, str]] | None = None,
) -> HttpResponse:
    """The page of a year, with the form that was refused or the ``points`` as they were typed."""

    def form(action: str, key: str = "", **initial: object) -> f.YearForm:
        if bad is not None and where == (action, key):
            return bad
        return _form(request, year, ACTIONS[action][0], action, key, None, initial)

    context = {
        "year": year,
        "policy": year.policy,
        "form": bad,
        "trail": trail(year)[:2],
        "stages": _stages(year),
        "missing": [error.message(language()) for error in selectors.missing(request.user, year)],
        "entries": selectors.entries(request.user, year),
        "checklist": [
            (row, *(points or {}).get(row.point.code, (False, "")))
            for row in selectors.checklist(request.user, year)
        ],
        "steps": selectors.steps(request.user, year),
        "versions": selectors.versions(request.user, year.policy),
        "lacks_evaluation": selectors.lacks_evaluation(year),
        **_rated(request, year),
        "opinions": [
            (row, form("answer", str(row.pk), opinion=row.pk))
            for row in selectors.opinions(request.user, year)
        ],
        "successions": [
            (
                row,
                row.kind in BREAKS,
                form("succession", str(row.pk), succession=row.pk, kind=row.kind),
            )
            for row in selectors.successions(request.user, year.policy)
        ],
        "forms": {
            "advance": form("advance", seen=year.stage),
            "back": form("back", seen=year.stage),
            "reopen": form("reopen"),
            "plan": form("plan", **_planned(year)),
            "deadline": form("deadline"),
            "scheme": form("scheme", name=year.scheme),
            "rate": form("rate"),
            "opinion": form("opinion"),
            **{action: form(action) for action in ("successor", "become", "indicator")},
            "reflect": form("reflect", text=year.reflection),
        },
        "may": _rights(request, year),
    }
    return render(request, "policies/year.html", context, status=status)


def _rated(request: HttpRequest, year: PolicyYear) -> dict[str, object]:
    """The rating beside what the figures give and what last year said."""
    return {
        "rating": year.policy.ratings.filter(subject="").first(),
        "silent": silent(request.user, year.policy),
        "before": selectors.before(request.user, year),
        "rating_before": year.previous and year.previous.ratings.filter(subject="").first(),
        "proposed": summary(year.policy, year.scheme),
    }


def trail(year: PolicyYear) -> list[tuple[str, str]]:
    """The way to the page of a year and below."""
    return [
        (reverse("policies"), _("Evaluation")),
        (reverse("policies_one", args=[year.policy_id]), year.policy.name),
        (reverse("policies_year", args=[year.policy_id]), _("Evaluation year")),
    ]


def _rights(request: HttpRequest, year: PolicyYear) -> dict[str, bool]:
    def able(right: str) -> bool:
        return may(request.user, f"cycle.{right}", year.policy)

    is_open = not year.locked
    stage = RIGHTS.get(Stage(year.stage))
    return {
        "enter": able("enter") and is_open,
        "review": able("review") and is_open,
        "experts": able("experts") and is_open,
        "answer": able("answer") and is_open,
        "advance": stage is not None and may(request.user, stage, year.policy),
        "reopen": able("decide") and year.locked,
        "reflect": able("enter"),
        "continue": able("enter") and not year.policy.next_years.exists(),
    }


def _planned(year: PolicyYear) -> Data:
    return {
        "basic_goal": year.basic_goal,
        "start": year.plan_start,
        "end": year.plan_end,
        "full": ", ".join(map(str, year.evaluation_years)),
    }


def _stages(year: PolicyYear) -> list[StageView]:
    deadlines = {row.stage: row for row in year.deadlines.select_related("organisation")}
    order = [str(stage) for stage in Stage]
    now = order.index(year.stage)
    return [
        StageView(
            str(stage),
            "done" if order.index(stage) < now else "now" if stage == year.stage else "",
            deadlines.get(stage),
        )
        for stage in year.stages
    ]


def _form(
    request: HttpRequest,
    year: PolicyYear,
    kind: type[f.YearForm],
    action: str,
    key: str,
    data: Any,
    initial: Data | None = None,
) -> f.YearForm:
    given = _choices(request, year, kind)
    return kind(
        data,
        initial=initial,
        organisations=organisations(),
        auto_id=f"id_{action}{key}_%s",
        use_required_attribute=False,
        **given,
    )


def _choices(request: HttpRequest, year: PolicyYear, kind: type[f.YearForm]) -> Data:
    """The rows that a form lets one choose from."""
    indicators = year.policy.indicators.select_related("policy")
    if kind is c.SuccessorForm:
        earlier = selectors.candidates(request.user, year.policy)
        return {"earlier": earlier, "later": indicators}
    if kind is c.BecomeForm:
        return {"indicators": indicators}
    return {"fields": year.policy.fields.all()} if kind is c.AddForm else {}
