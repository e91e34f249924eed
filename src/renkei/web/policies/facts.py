"""Facts from the register for an item of progress: chosen, cited, and nothing written for anyone."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.counting import selectors, services
from renkei.apps.cycle import selectors as cycle
from renkei.apps.evaluation.models import Indicator, QualitativeTarget
from renkei.apps.register.models import Activity
from renkei.core.errors import RenkeiError
from renkei.core.evaluation.counting import Question
from renkei.web.labels import language
from renkei.web.policies.counting import indicator_of, number_of
from renkei.web.policies.counting_forms import QuestionForm, initial
from renkei.web.policies.grouping import WAYS, grouped
from renkei.web.requests import person


def facts(
    request: HttpRequest, pk: int, indicator_pk: int, target_pk: int, item: int
) -> HttpResponse:
    """Activities of the target's year that meet a question or filter; chosen ones are cited."""
    indicator = indicator_of(request, pk, indicator_pk)
    target = indicator.targets.filter(pk=target_pk).first()
    if target is None or item >= len(target.items):
        raise Http404
    if request.method == "POST":
        return _cite(request, target, item)
    form = _form(request, indicator)
    way = request.GET.get("by", "month")
    question = form.question() if form.is_bound and form.is_valid() else None
    if not form.is_bound:
        held = selectors.question_of(indicator)
        question = selectors.asked(held) if held else None
    found = _activities(request, target, question) if question else []
    held_rows = selectors.cited_by_item(request.user, target)
    context = {
        "policy": indicator.policy,
        "indicator": indicator,
        "target": target,
        "item": item,
        "words": target.items[item],
        "trail": [
            (reverse("policies"), _("Evaluation")),
            (reverse("policies_one", args=[pk]), indicator.policy.name),
        ],
        "year": cycle.year_of(request.user, indicator.policy),
        "form": form,
        "asked": question is not None,
        "groups": grouped(found, way),
        "number": len(found),
        "ways": [(code, words) for code, (words, heads) in WAYS.items()],
        "way": way if way in WAYS else "month",
        "cited": grouped(held_rows.get(item, []), way),
        "cited_keys": {row.pk for row in held_rows.get(item, [])},
        "may_ask": selectors.may_ask(request.user, indicator.policy),
    }
    return render(request, "policies/facts.html", context)


def _form(request: HttpRequest, indicator: Indicator) -> QuestionForm:
    """The filter as it was sent, or the question of the indicator where none was."""
    if "partner_rule" in request.GET:
        sent = request.GET.copy()
        sent["version"] = "0"  # nothing is saved here
        return QuestionForm(sent)
    held = selectors.question_of(indicator)
    start = initial(selectors.asked(held), 0) if held else {"partner_rule": "any"}
    return QuestionForm(initial=start)


def _activities(
    request: HttpRequest, target: QualitativeTarget, question: Question
) -> list[Activity]:
    if target.fiscal_year is None:
        return []
    policy = target.indicator.policy
    told = selectors.answer(request.user, policy, question, target.fiscal_year)
    keys = [key for event in told.counted for key in event.keys]
    rows = selectors.activities_of(request.user, keys)
    return [rows[key] for key in keys if key in rows]


def _cite(request: HttpRequest, target: QualitativeTarget, item: int) -> HttpResponse:
    keys = [number_of(key) for key in request.POST.getlist("activity")]
    try:
        if key := request.POST.get("uncite", ""):
            services.uncite(by=person(request), target=target, key=number_of(key))
        else:
            number = services.cite(by=person(request), target=target, keys=keys, item=item)
            messages.success(request, _("%(number)s activities cited.") % {"number": number})
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    return redirect(request.get_full_path())
