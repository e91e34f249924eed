"""The question of an indicator: setting it, and its answer opened into activities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.counting import selectors, services
from renkei.apps.counting.selectors import YearCount
from renkei.apps.evaluation.models import Indicator
from renkei.apps.register.models import Activity
from renkei.core.errors import DeniedError, RenkeiError
from renkei.core.evaluation.counting import Count, Event
from renkei.web.fields import names_of_fields
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.policies.counting_forms import QuestionForm, in_words, initial
from renkei.web.policies.views import find
from renkei.web.requests import person

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its activities; ``why`` are the conditions that kept it out or open."""

    activities: list[Activity]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The answer of one year: counted, perhaps meant, and nearly meant.

    ``reasons`` are the conditions that kept activities out, with how many failed each; ``above``
    are those marked higher than the policy.
    """

    told: Count
    counted: list[Told]
    doubtful: list[Told]
    near: list[Told]
    came: list[Activity]
    gone: list[Activity]
    hidden: int
    reasons: list[tuple[str, int]]
    above: int


def question(request: HttpRequest, pk: int, indicator_pk: int) -> HttpResponse:
    """The question and its answers by year; ``?year=`` opens one of them."""
    indicator = indicator_of(request, pk, indicator_pk)
    held = selectors.question_of(indicator)
    asked = selectors.asked(held) if held else None
    start = initial(asked, held.version) if asked and held else {"partner_rule": "any"}
    form = QuestionForm(request.POST or None, initial=start)
    status = 200
    if request.method == "POST":
        status = _save(request, indicator, form)
        if status == 302:
            return redirect("policies_count", pk, indicator_pk)
    years = selectors.by_year(request.user, indicator)
    chosen = request.GET.get("year", "")
    opened = next((each for each in years if str(each.fiscal_year) == chosen), None)
    context = {
        "policy": indicator.policy,
        "indicator": indicator,
        "trail": [
            (reverse("policies"), _("Evaluation")),
            (reverse("policies_one", args=[pk]), indicator.policy.name),
        ],
        "held": held,
        "words": in_words(asked) if asked else [],
        "earlier": [
            (one, in_words(one.question) if one.question else [])
            for one in selectors.earlier(indicator)
        ],
        "years": years,
        "opened": opened,
        "answer": _opened(request, opened) if opened else None,
        "targets": indicator.targets.all(),
        "form": form,
        "may_ask": selectors.may_ask(request.user, indicator.policy),
    }
    return render(request, "policies/count.html", context, status=status)


def cite(request: HttpRequest, pk: int, indicator_pk: int, target_pk: int) -> HttpResponse:
    """Cite activities under a target's progress (``activity``), or one no more (``uncite``)."""
    indicator = indicator_of(request, pk, indicator_pk)
    target = indicator.targets.filter(pk=target_pk).first()
    if target is None or request.method != "POST":
        raise Http404
    try:
        if key := request.POST.get("uncite", ""):
            services.uncite(by=person(request), target=target, key=number_of(key))
        else:
            keys = map(number_of, request.POST.getlist("activity"))
            number = services.cite(by=person(request), target=target, keys=keys)
            messages.success(request, _("%(number)s activities cited.") % {"number": number})
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    return redirect("policies_count", pk, indicator_pk)


def number_of(text: str) -> int:
    """A key that was sent; 404 for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404
    return int(text)


def indicator_of(request: HttpRequest, pk: int, indicator_pk: int) -> Indicator:
    """The indicator of a policy, or 404 for what is not there and what may not be seen."""
    policy = find(request, pk)
    found = policy.indicators.filter(pk=indicator_pk).select_related("policy").first()
    if found is None:
        raise Http404
    return found


def _save(request: HttpRequest, indicator: Indicator, form: QuestionForm) -> int:
    """Set or take back the question; the status of the answer."""
    try:
        if "take_back" in request.POST:
            services.take_back(by=person(request), indicator=indicator)
        elif form.is_valid():
            version = form.cleaned_data["version"]
            services.ask(
                by=person(request), indicator=indicator, question=form.question(), version=version
            )
        else:
            return 400
    except DeniedError as error:
        messages.error(request, error.message(language()))
        return 403
    except RenkeiError as error:
        explain(form, error)
        return 400
    messages.success(request, _("Saved."))
    return 302


def _opened(request: HttpRequest, year: YearCount) -> Opened:
    told, change, policy = year.told, year.changed, year.indicator.policy
    near = told.near[:_SHOWN]
    events = [*told.counted, *(each.event for each in (*told.doubtful, *near))]
    came = [key for group in (change.came if change else ()) for key in group]
    gone = [key for group in (change.gone if change else ()) for key in group]
    keys = [key for event in events for key in event.keys]
    rows = selectors.activities_of(request.user, [*keys, *came, *gone])
    seen = [rows[key] for key in gone if key in rows]
    return Opened(
        told=told,
        counted=[_told(rows, event) for event in told.counted],
        doubtful=[_told(rows, each.event, each.open) for each in told.doubtful],
        near=[_told(rows, each.event, each.failed) for each in near],
        came=[rows[key] for key in came if key in rows],
        gone=seen,
        hidden=len(gone) - len(seen),
        reasons=_reasons(told),
        above=selectors.above(request.user, policy, told.question, year.fiscal_year),
    )


def _reasons(told: Count) -> list[tuple[str, int]]:
    names = names_of_fields()
    failed = Counter(name for each in told.left_out for name in each.failed)
    return [(names.get(name, name), number) for name, number in failed.most_common()]


def _told(rows: dict[str, Activity], event: Event, why: Iterable[str] = ()) -> Told:
    names = names_of_fields()
    words = "、".join(names.get(name, name) for name in why)
    return Told([rows[key] for key in event.keys if key in rows], words)
