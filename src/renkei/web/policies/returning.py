"""Bringing an edited sheet back, and deciding on each of its changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from renkei.apps.evaluation.models import Policy
from renkei.apps.returned import deciding, selectors, services
from renkei.apps.returned.models import ReturnedSheet
from renkei.apps.returned.selectors import Shown
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.dates import fiscal_year as year_words
from renkei.web.forms import required_messages
from renkei.web.labels import label, language
from renkei.web.policies.views import find
from renkei.web.requests import person
from renkei.web.upload import UploadField


class ReturnForm(forms.Form):
    """The edited file."""

    file = UploadField(
        label=gettext_lazy("Edited sheet"),
        help_text=gettext_lazy(
            "Word or Excel, downloaded from this policy. Nothing changes before you accept it."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required_messages(self)
        self.fields["file"].error_messages["required"] = _("Choose a file.")


def returned(request: HttpRequest, pk: int) -> HttpResponse:
    """Files that came back for a policy, and the form for another."""
    policy = find(request, pk)
    form = ReturnForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                row = services.take_back(
                    by=person(request), policy=policy, name=file.name, data=file.read()
                )
            except DeniedError as error:
                form.add_error("file", error.message(language()))
                status = 403
            except RenkeiError as error:
                form.add_error("file", error.message(language()))
            else:
                return redirect("policies_returned_one", pk, row.pk)
    context = {
        "policy": policy,
        "form": form,
        "may_return": selectors.may_return(request.user, policy),
        "sheets": selectors.returned_sheets(request.user, policy),
        "trail": _trail(policy),
    }
    return render(request, "policies/returned.html", context, status=status)


def one(request: HttpRequest, pk: int, returned_pk: int) -> HttpResponse:
    """The changes of one file, each with what went out and what the register says now."""
    policy, row = _find(request, pk, returned_pk)
    return _page(request, policy, row)


@require_POST
def decide(request: HttpRequest, pk: int, returned_pk: int) -> HttpResponse:
    """Accept or reject what was ticked; ``all`` accepts what is open and no conflict."""
    policy, row = _find(request, pk, returned_pk)
    shown = selectors.changes(request.user, row)
    chosen = _chosen(request, shown)
    action, reason = request.POST.get("action", ""), request.POST.get("reason", "")
    try:
        if action == "reject":
            done = deciding.reject(
                by=person(request), returned=row, chosen=list(chosen), reason=reason
            )
        else:
            done = deciding.accept(by=person(request), returned=row, chosen=chosen, reason=reason)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        return _page(request, policy, row, error, set(chosen), reason)
    messages.success(request, _("%(number)s changes were decided.") % {"number": len(done)})
    return redirect("policies_returned_one", pk, returned_pk)


def _chosen(request: HttpRequest, shown: list[Shown]) -> dict[int, str]:
    """Change -> what was on the screen, as the boxes of the form tell it."""
    if request.POST.get("action") == "all":
        told = request.POST.getlist("without_conflict")
        open_now = {each.change.pk for each in shown if each.can_accept and not each.conflict}
    else:
        told, open_now = request.POST.getlist("change"), {each.change.pk for each in shown}
    pairs = (one.partition(":") for one in told)
    return {
        int(number): seen
        for number, _mark, seen in pairs
        if number.isascii() and number.isdigit() and int(number) in open_now
    }


def _page(
    request: HttpRequest,
    policy: Policy,
    row: ReturnedSheet,
    error: RenkeiError | None = None,
    ticked: set[int] | None = None,
    reason: str = "",
) -> HttpResponse:
    shown = selectors.changes(request.user, row)
    context = {
        "policy": policy,
        "returned": row,
        "changes": [_row(each, ticked or set()) for each in shown],
        "open": any(each.change.state == "open" for each in shown),
        "bulk": [each for each in shown if each.can_accept and not each.conflict],
        "may_return": selectors.may_return(request.user, policy),
        "problem": error and error.message(language()),
        "reason": reason,
        "trail": [
            *_trail(policy),
            (reverse("policies_returned", args=[policy.pk]), _("Edited sheets")),
        ],
    }
    return render(request, "policies/returned_one.html", context, status=400 if error else 200)


def _row(each: Shown, ticked: set[int]) -> dict[str, Any]:
    change = each.change
    return {
        "change": change,
        "what": _what(change.kind, change.key, change.field),
        "printed": words(change.printed),
        "now": words(each.now),
        "value": words(change.value),
        "conflict": each.conflict and change.state == "open",
        "can_accept": each.can_accept,
        "refusal": each.refusal and each.refusal.message(language()),
        "seen": each.seen,
        "ticked": change.pk in ticked,
    }


def words(value: Any) -> str:
    """A value of any field as it is read."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return "\n".join(map(str, value)) or "—"
    if not isinstance(value, dict):
        return str(value)
    if value.get("absence"):
        return label(value["absence"], "absence")
    if "amount_yen" in value:
        return f"{value['amount_yen'] or 0:,}{_(' yen')}"
    if "value" in value and "unit" in value:
        return value.get("text") or f"{value['value']}{value['unit']}"
    return "\n".join(
        f"{label(name, 'change_field')}: {words(told)}" for name, told in value.items()
    )


def _what(kind: str, key: list[Any], field: str) -> str:
    """測定指標 1-1 · 実績値 令和3年度 · 値."""
    name, _colon, year = field.partition(":")
    parts = [label(kind, "record_type") if kind != "text" else _("Words outside the fields")]
    if kind == "indicator_value":
        number, value_kind, fiscal, component = key
        parts += [number, label(value_kind, "value_kind"), _year(fiscal), component]
    elif kind == "target":
        parts += [key[0], _year(key[1])]
    elif kind == "means":
        parts.append(str(key[1]))
    elif kind == "budget_line":
        parts += [*key[1:4], key[4]]
    elif key:
        parts.append(str(key[0]))
    if (
        kind not in ("indicator_value", "budget_line", "sheet_field", "opinion", "text")
        or name == "gone"
    ):
        parts.append(label(name, "change_field"))
    return " · ".join(str(part) for part in (*parts, _year(int(year)) if year else "") if part)


def _year(fiscal_year: int | None) -> str:
    return "" if fiscal_year is None else year_words(fiscal_year)


def _find(request: HttpRequest, pk: int, returned_pk: int) -> tuple[Policy, ReturnedSheet]:
    policy = find(request, pk)
    row = selectors.returned_sheets(request.user, policy).filter(pk=returned_pk).first()
    if row is None:
        raise Http404
    return policy, row


def _trail(policy: Policy) -> list[tuple[str, str]]:
    return [
        (reverse("policies"), _("Evaluation")),
        (reverse("policies_one", args=[policy.pk]), policy.name),
    ]
