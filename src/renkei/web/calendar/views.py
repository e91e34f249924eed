"""The calendar, and the list behind each of its cells."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import date as day_words
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import organisations
from renkei.apps.calendar.entries import MOST, By, Row, found
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.selectors import partners
from renkei.core.coordination.spans import Period, Span, day_of
from renkei.core.errors import UsageError
from renkei.web.calendar import tables
from renkei.web.calendar.asked import Asked, read
from renkei.web.calendar.shown import Names, column_name, period_name, shown
from renkei.web.dates import printed_period
from renkei.web.labels import choices, language, marking_label


def calendar(request: HttpRequest) -> HttpResponse:
    """A span of the calendar in the form that fits it."""
    today = timezone.localdate()
    asked = read(request.GET, today)
    context = {
        "asked": asked,
        "name": period_name(asked.span, asked.period),
        "today": today,
        **_ways(asked, today),
        **_choices(asked),
        **_drawn(request, asked),
    }
    status = 400 if asked.problems else 200
    return render(request, "calendar/calendar.html", context, status=status)


def listed(request: HttpRequest) -> HttpResponse:
    """Every entry of a cell."""
    today = timezone.localdate()
    asked = read(request.GET, today)
    problems = list(asked.problems)
    here = _between(request, asked, problems)
    key = request.GET.get("row", "")
    row = Row(asked.by, key[1:200].replace("\0", "")) if key.startswith("=") else None
    entries = found(request.user, asked.only, here, row=row, parts=request.GET.get("parts", "both"))
    context = {
        "rows": [shown(one) for one in entries.entries],
        "cut": entries.cut,
        "most": MOST,
        "name": printed_period(str(here.first), str(here.last)),
        "row": Names(asked.by).of(row.key) if row and asked.by is not By.NONE else "",
        "problems": problems,
        "trail": [(asked.address(), _("Calendar"))],
    }
    return render(request, "calendar/list.html", context, status=400 if problems else 200)


def _between(request: HttpRequest, asked: Asked, problems: list[str]) -> Period:
    """The days of the cell; those of the span where they are none."""
    try:
        first, last = (day_of(request.GET.get(name, "")) for name in ("since", "until"))
    except UsageError as error:
        problems.append(error.message(language()))
        return asked.period
    return Period(min(first, last), max(first, last))


def _drawn(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """The table that fits the span, and the strictest marking in it."""
    today = timezone.localdate()
    heads = [column_name(asked.span, one) for one in tables.columns(asked)]
    if asked.counted:
        counted = tables.numbers(request.user, asked)
        return {
            "form": "numbers",
            "numbers": counted.rows,
            "hidden": counted.hidden,
            "heads": heads,
            "marking_words": marking_label(counted.marking),
        }
    entries = found(request.user, asked.only, asked.period)
    marking = max((one.marking for one in entries.entries), default=0)
    drawn: dict[str, Any] = {
        "cut": entries.cut,
        "most": MOST,
        "marking_words": marking_label(marking),
    }
    if asked.by is By.NONE and asked.span is not Span.QUARTER:
        return drawn | {
            "form": "grid",
            "weeks": tables.grid(asked, entries.entries, today),
            "beside": tables.beside(entries.entries),
            "heads": _week_days(),
            "empty": not entries.entries,
        }
    rows_of_titles = tables.titles(asked, entries.entries, today)
    return drawn | {"form": "titles", "rows": rows_of_titles, "heads": heads}


def _week_days() -> list[str]:
    """Sunday to Saturday."""
    return [day_words(day, "D") for day in Period(day_of("2026-11-22"), day_of("2026-11-28")).days]


def _ways(asked: Asked, today: Any) -> dict[str, Any]:
    """Where the buttons lead."""
    names = {
        Span.WEEK: _("Week"),
        Span.MONTH: _("Month"),
        Span.QUARTER: _("Quarter"),
        Span.YEAR: _("Fiscal year"),
        Span.FIVE_YEARS: _("Five years"),
        Span.TEN_YEARS: _("Ten years"),
    }
    return {
        "spans": [
            (name, asked.address(span=str(span)), span is asked.span)
            for span, name in names.items()
        ],
        "previous": asked.moved(-1),
        "next": asked.moved(1),
        "now": asked.address(day=str(today)),
        "plain": reverse("calendar"),
        "feed_address": asked.address("calendar_feeds"),
    }


def _choices(asked: Asked) -> dict[str, Any]:
    """What the form lets choose from."""
    named = sorted(((one.pk, one.name) for one in partners()), key=lambda one: one[1])
    return {
        "row_choices": [
            (By.NONE, _("No rows")),
            (By.PARTNER, _("Partner")),
            (By.ORGANISATION, _("Organisation")),
            (By.PRINCIPAL, _("Principal")),
            (By.REGION, _("Region")),
        ],
        "partner_choices": named,
        "organisation_choices": [(one.code, one.name) for one in organisations()],
        "means_choices": choices(CATEGORIES, "category"),
        "filtered": bool(asked.only.parameters()),
    }
