"""Activities as a list of facts under heads: by month, by partner or by means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.register.models import Activity
from renkei.web.dates import printed_date
from renkei.web.labels import label, partner_label

_MONTH = len("2021-04")
Heads = Callable[[Activity], list[tuple[str, str]]]
"""(key to sort by, head) of each group that an activity belongs to."""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts under one head."""

    head: str
    activities: list[Activity]


def _month(activity: Activity) -> list[tuple[str, str]]:
    month = activity.start[:_MONTH]
    return [(month or "~", printed_date(month) or _("Date not known"))]


def _partner(activity: Activity) -> list[tuple[str, str]]:
    codes = [code for code in activity.partner_codes.split(";") if code]
    return [(code, partner_label(code)) for code in codes] or [("~", _("No partner named"))]


def _means(activity: Activity) -> list[tuple[str, str]]:
    code = activity.category
    return [(code, label(code, "category"))] if code else [("~", _("Means not told"))]


WAYS: Mapping[str, tuple[Promise, Heads]] = {
    "month": (gettext_lazy("by month"), _month),
    "partner": (gettext_lazy("by partner"), _partner),
    "means": (gettext_lazy("by means"), _means),
}


def grouped(activities: Iterable[Activity], way: str) -> list[Group]:
    """Groups in order; one with several partners stands under each. By month for an unknown way."""
    heads = WAYS.get(way, WAYS["month"])[1]
    found: dict[tuple[str, str], list[Activity]] = {}
    for activity in activities:
        for head in heads(activity):
            found.setdefault(head, []).append(activity)
    return [Group(head, found[key, head]) for key, head in sorted(found)]
