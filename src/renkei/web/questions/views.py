"""What waits for a person: the list of one kind, and one question with what can be said of it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from renkei.apps.register import questions
from renkei.web.paging import Pager, page_number
from renkei.web.questions import showing
from renkei.web.questions.filters import QuestionForm, kind_names
from renkei.web.requests import person

PER_PAGE = 50


def overview(request: HttpRequest) -> HttpResponse:
    """The question of the address beside the list; without one the first of the list."""
    numbers = questions.open_numbers(request.user)
    form = QuestionForm(request.GET, request.user, numbers)
    pages = Paginator(questions.questions(request.user, form.asked()), PER_PAGE)
    page = pages.get_page(page_number(request.GET.get("page", "")))
    rows = list(page.object_list)
    keys = [row.pk for row in rows]
    current = _current(request, form.kind, rows)
    place = keys.index(current.pk) if current is not None and current.pk in keys else None
    context = {
        "form": form,
        "kind": form.kind,
        "kinds": [(kind, name, numbers[kind]) for kind, name in kind_names().items()],
        "rows": showing.rows(form.kind, rows),
        "pager": Pager(page.number, pages.num_pages, pages.count, PER_PAGE),
        "place": None if place is None else page.start_index() + place,
        "previous": keys[place - 1] if place else None,
        "next": keys[place + 1] if place is not None and place + 1 < len(keys) else None,
        "template": f"questions/_{form.kind}.html",
    }
    if current is not None:
        context |= showing.context(person(request), form.kind, current)
    return render(request, "questions/list.html", context)


def _current(request: HttpRequest, kind: str, rows: list[Any]) -> Any:
    """The one of the address, in whatever state it is by now, else the first of the list."""
    asked = page_number(request.GET.get("item", ""))
    if request.GET.get("item"):
        found = questions.question(request.user, kind, asked)
        if found is not None:
            return found
    return rows[0] if rows else None
