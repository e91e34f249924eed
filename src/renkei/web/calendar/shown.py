"""Entries, rows and columns in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import date as day_words
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import organisations
from renkei.apps.calendar.entries import By, Entry
from renkei.core import vocabulary
from renkei.core.coordination.calendars import HOME, Holiday, holidays_between
from renkei.core.coordination.spans import MANY_YEARS, Period, Span
from renkei.core.values import FiscalYear
from renkei.web.dates import fiscal_year, fiscal_year_short, printed_date, printed_period
from renkei.web.labels import label, partner_label, partner_labels

GONE = ("cancelled", "postponed")
_MONTH = len("2026-04")


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as a page shows it. ``gone``: cancelled or postponed, so that no day holds it."""

    marking: int
    what: str
    title: str
    address: str
    state: str
    when: str
    who: str
    place: str
    gone: bool


def shown(entry: Entry) -> Shown:
    """An entry in words."""
    case = entry.what == "case"
    when = printed_period(entry.start, entry.end) or fiscal_year(
        FiscalYear.of(entry.period.first).start
    )
    return Shown(
        marking=entry.marking,
        what=entry.what,
        title=entry.title,
        address=reverse("cases_one" if case else "activities_one", args=[entry.pk]),
        state=label(entry.state, "lifecycle" if case else "status"),
        when=when,
        who=partner_labels(entry.partners),
        place=entry.place,
        gone=entry.state in GONE,
    )


def keys(entry: Entry, by: By) -> list[str]:
    """The rows that an entry stands in; "" where it has nothing to go by."""
    if by is By.PARTNER:
        return list(entry.partners) or [""]
    if by is By.REGION:
        known = vocabulary.load().partners
        return sorted({known[code].region if code in known else "" for code in entry.partners}) or [
            ""
        ]
    return [{By.ORGANISATION: entry.organisation, By.PRINCIPAL: entry.principal}.get(by, "")]


class Names:
    """The names of rows; organisations are read once."""

    def __init__(self, by: By) -> None:
        self.by = by
        self.owners = (
            {one.code: one.name for one in organisations()} if by is By.ORGANISATION else {}
        )

    def of(self, key: str) -> str:
        """The name of a row."""
        if self.by is By.NONE:
            return _("Everything")
        if not key:
            return _("Not known")
        if self.by is By.PARTNER:
            return partner_label(key)
        if self.by is By.REGION:
            return label(key, "region")
        if self.by is By.PRINCIPAL and key.startswith("level:"):
            return label(key.removeprefix("level:"), "level")
        return self.owners.get(key, key)


def period_name(span: Span, whole: Period) -> str:
    """The span in words: its days, month or fiscal years."""
    first, last = str(whole.first), str(whole.last)
    if span is Span.WEEK:
        return printed_period(first, last)
    if span is Span.MONTH:
        return printed_date(first[:_MONTH])
    if span is Span.QUARTER:
        return printed_period(first[:_MONTH], last[:_MONTH])
    begun = fiscal_year(FiscalYear.of(whole.first).start)
    if span not in MANY_YEARS:
        return begun
    return f"{begun} – {fiscal_year(FiscalYear.of(whole.last).start)}"


def column_name(span: Span, column: Period) -> str:
    """The head of a column of rows."""
    if span in MANY_YEARS:
        return fiscal_year_short(FiscalYear.of(column.first).start)
    if span is Span.WEEK:
        return f"{column.first.month}/{column.first.day} {day_words(column.first, 'D')}"
    if span is Span.MONTH:
        return f"{column.first.month}/{column.first.day}–{column.last.day}"
    return (
        day_words(column.first, "M") if span is Span.YEAR else printed_date(str(column.first)[:7])
    )


def holidays_of(codes: Iterable[str], whole: Period) -> dict[date, list[str]]:
    """Public holidays of Japan and of partners by day, with their country."""
    found: dict[date, list[str]] = {}
    for one in holidays_between(codes, whole.first, whole.last):
        found.setdefault(one.day, []).append(_holiday(one))
    return found


def _holiday(one: Holiday) -> str:
    return one.name if one.country == HOME else f"{partner_label(one.country)}: {one.name}"
