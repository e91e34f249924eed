"""Targets, actuals, progress and the mark of one indicator in its year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.counting.selectors import YearCount, by_year
from renkei.apps.cycle import counted, entries, seen, selectors
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.cycle.selectors import Entry
from renkei.apps.evaluation.models import Indicator, IndicatorValue
from renkei.core.errors import ConflictError, DeniedError, RenkeiError
from renkei.web.forms import explain
from renkei.web.labels import language
from renkei.web.policies import rating
from renkei.web.policies import year_forms as f
from renkei.web.policies.counting import number_of
from renkei.web.policies.views import find
from renkei.web.policies.year import trail
from renkei.web.requests import person

PARTS = ("target", "items", "actual", "progress", "mark")


def indicator(request: HttpRequest, pk: int, indicator_pk: int) -> HttpResponse:
    """Enter one part of an indicator; on bad input the page again, with what was entered."""
    year = selectors.year_of(request.user, find(request, pk))
    found = selectors.entries(request.user, year) if year else []
    entry = next((one for one in found if one.indicator.pk == indicator_pk), None)
    if year is None or entry is None:
        raise Http404
    part = request.POST.get("part", "")
    forms = {name: _form(name, year, entry, request.POST, part) for name in PARTS}
    status = 200
    if part == "count":
        return _take_count(request, year, entry.indicator)
    if part in PARTS:
        status = _save(person(request), year, entry.indicator, part, forms[part])
        if status == 302:
            messages.success(request, _("Saved."))
            return redirect("policies_year_indicator", pk, indicator_pk)
    context = {
        "year": year,
        "entry": entry,
        "parts": _told(entry, forms),
        "form": forms.get(part),
        "trail": trail(year),
        "counted": (counts := by_year(request.user, entry.indicator)),
        "to_take": next((one for one in counts if _takes(year, one)), None),
        "actual_seen": seen.token(year, entry.indicator, "actual"),
        "proposed": rating.proposed_mark(entry.indicator, year.scheme),
        "may_enter": may(request.user, "cycle.enter", year.policy) and not year.locked,
    }
    return render(request, "policies/year_indicator.html", context, status=status)


def _takes(year: PolicyYear, count: YearCount) -> bool:
    """Whether a count may become the actual: of this year, and not the figure that stands there."""
    standing = count.entered.value if count.entered else None
    return count.fiscal_year == year.policy.fiscal_year and standing != count.told.number


def _take_count(request: HttpRequest, year: PolicyYear, row: Indicator) -> HttpResponse:
    """The count that the person saw becomes the actual."""
    try:
        counted.take_count(
            by=person(request),
            year=year,
            indicator=row,
            number=number_of(request.POST.get("number", "")),
            seen=request.POST.get("seen", ""),
        )
        messages.success(request, _("Saved."))
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    return redirect("policies_year_indicator", year.policy_id, row.pk)


def _save(by: User, year: PolicyYear, row: Indicator, part: str, form: Any) -> int:
    """Call the service of a part; the status of the answer."""
    if not form.is_valid():
        return 400
    try:
        _services()[part](by, year, row, form)
    except DeniedError as error:
        form.add_error(None, error.message(language()))
        return 403
    except ConflictError as error:
        form.data = form.data.copy()
        form.data["seen"] = seen.token(year, row, part)
        explain(form, error)
        return 409
    except RenkeiError as error:
        explain(form, error)
        return 400
    return 302


def _services() -> dict[str, Callable[[User, PolicyYear, Indicator, Any], object]]:
    return {
        "target": lambda by, year, row, form: entries.set_target(
            by=by, year=year, indicator=row, entered=form.entered(),
            **{name: form.cleaned_data[name] for name in ("component", "fiscal_year", "reason", "seen")},
        ),
        "items": lambda by, year, row, form: entries.set_items(
            by=by, year=year, indicator=row,
            items=form.cleaned_data["items"].splitlines(),
            **{name: form.cleaned_data[name] for name in ("fiscal_year", "reason", "seen")},
        ),
        "actual": lambda by, year, row, form: entries.set_actual(
            by=by, year=year, indicator=row, entered=form.entered(),
            **{name: form.cleaned_data[name] for name in ("component", "seen")},
        ),
        "progress": lambda by, year, row, form: entries.set_progress(
            by=by, year=year, indicator=row, **form.cleaned_data
        ),
        "mark": lambda by, year, row, form: entries.set_mark(
            by=by, year=year, indicator=row, **form.cleaned_data
        ),
    }  # fmt: skip


def _form(name: str, year: PolicyYear, entry: Entry, data: Any, part: str) -> f.YearForm:
    words = entry.words.items if entry.words else []
    now = year.policy.fiscal_year
    given: dict[str, Any] = {
        "data": data if name == part else None,
        "auto_id": f"id_{name}_%s",
        "use_required_attribute": False,
    }
    shown = {"seen": seen.token(year, entry.indicator, name)}
    reason = {"reason": entry.reason, "fiscal_year": now} | shown
    if name == "target":
        return f.TargetForm(initial=_figure(entry.target or entry.target_before) | reason, **given)
    if name == "items":
        return f.ItemsForm(initial={"items": "\n".join(words)} | reason, **given)
    if name == "actual":
        before = {"unit": _figure(entry.target or entry.actual_before).get("unit", "")}
        return f.ActualForm(initial=before | _figure(entry.actual) | shown, **given)
    if name == "progress":
        return f.ProgressForm(items=words, initial=shown, **given)
    return f.MarkForm(initial={"mark": entry.indicator.mark} | shown, **given)


def _figure(values: list[IndicatorValue]) -> dict[str, Any]:
    """What is held already; last year's target stands where there is none yet."""
    if not values:
        return {}
    row = values[0]
    held = {name: getattr(row, name) for name in ("component", "unit", "absence")}
    figure = getattr(row, "figure", None)
    names = ("source", "numerator", "denominator") if figure else ()
    value = None if row.value is None else row.value.normalize()
    return held | {"value": value} | {name: getattr(figure, name) for name in names}


def _told(entry: Entry, forms: dict[str, f.YearForm]) -> list[tuple[str, str, f.YearForm]]:
    """The parts that this indicator has, with their names."""
    names = {
        "target": _("Target"),
        "items": _("Target in words"),
        "actual": _("Actual"),
        "progress": _("Progress"),
        "mark": _("Mark"),
    }
    in_words = entry.indicator.measure == "qualitative" or entry.words is not None
    left = {"target", "actual"} if in_words else {"items", "progress"}
    if entry.words is None:
        left.add("progress")
    return [(part, names[part], forms[part]) for part in PARTS if part not in left]
