"""Who did what and when: the newest first, by object, person or action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.rights import may
from renkei.apps.audit import selectors
from renkei.apps.audit.models import Event
from renkei.core import vocabulary
from renkei.web.labels import label
from renkei.web.paging import Pager, page_number

PER_PAGE = 50
LONGEST_VALUE = 200
PLACES = {
    "case": "cases_one",
    "activity": "activities_one",
    "document": "documents_one",
    "policy": "policies_one",
    "session": "planning_committee_session",
}
"""Where the object of an event is shown; others have no page that their key alone leads to."""


class FilterForm(forms.Form):
    """What to look for; anything empty is left open."""

    actor = forms.CharField(label=_("Who"), required=False, max_length=150)
    action = forms.ChoiceField(label=_("Action"), required=False)
    kind = forms.ChoiceField(label=_("About"), required=False)
    key = forms.CharField(label=_("Number"), required=False, max_length=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, group in (("action", "audit_action"), ("kind", "audit_object")):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            codes = [code for named, code in vocabulary.load().terms if named == group]
            field.choices = [("", _("All")), *((code, label(code, group)) for code in codes)]


@dataclass(frozen=True, slots=True)
class Line:
    """An event with the address of its object, and what it says in (name, value) pairs."""

    event: Event
    address: str
    data: list[tuple[str, str]]


def events(request: HttpRequest) -> HttpResponse:
    """The trail; only for administrators, since it names records of every marking."""
    if not may(request.user, "audit.read"):
        raise PermissionDenied
    form = FilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = _filtered(selectors.events(request.user), asked)
    pages = Paginator(rows, PER_PAGE)
    page = pages.get_page(page_number(request.GET.get("page", "")))
    context = {
        "look": form,
        "lines": [_line(one) for one in page],
        "pager": Pager(page.number, pages.num_pages, pages.count, PER_PAGE),
    }
    return render(request, "audit/events.html", context, status=400 if form.errors else 200)


def _filtered(rows: QuerySet[Event], asked: dict[str, str]) -> QuerySet[Event]:
    columns = {"actor": "actor", "action": "action", "kind": "object_type", "key": "object_id"}
    given = {column: asked[name] for name, column in columns.items() if asked.get(name)}
    return rows.filter(**given)


def _line(event: Event) -> Line:
    name = PLACES.get(event.object_type)
    there = name and event.object_id.isdigit()
    address = reverse(name, args=[int(event.object_id)]) if name and there else ""
    data = [(key, str(value)[:LONGEST_VALUE]) for key, value in event.data.items() if value != ""]
    return Line(event, address, data)
