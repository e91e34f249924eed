"""A case in words: its fields, its warnings with what to compare, its thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import date as day_words
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.coordination.models import Case
from renkei.apps.coordination.surroundings import Ref
from renkei.core.coordination.calendars import HOME
from renkei.core.coordination.warnings import Planned, Warned
from renkei.web.dates import printed_period
from renkei.web.labels import label, language, partner_label, partner_labels


@dataclass(frozen=True, slots=True)
class Compared:
    """Another case or activity, with its address."""

    title: str
    address: str
    when: str
    who: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A warning as the page shows it."""

    name: str
    why: str
    compare: list[Compared]
    days: list[str]


def facts(case: Case) -> list[tuple[str, str]]:
    """The fields of a case that are known, with their names."""
    named = [
        (_("Date"), printed_period(case.start, case.end)),
        (_("Kind"), label(case.kind, "kind")),
        (_("Means"), label(case.category, "category")),
        (_("Purpose"), label(case.purpose, "purpose")),
        (_("What it is to achieve"), case.aim),
        (_("Principal"), case.principal),
        (_("Our unit"), case.unit),
        (_("Participants"), f"{case.participants:,}" if case.participants else ""),
        (_("Place"), case.place),
        (_("Direction"), label(case.direction, "direction")),
        (_("Framework"), case.framework),
        (_("Ordinal"), str(case.ordinal or "")),
        (_("Cost in yen"), "" if case.cost_yen is None else f"{case.cost_yen:,}"),
        (_("Lead organisation"), case.organisation.name),
        (_("Proposed from a gap"), label(case.gap.partition(":")[0], "gap") if case.gap else ""),
        (_("Proposed by"), f"{case.proposed_by} {case.proposed_on}"),
    ]
    return [(name, value) for name, value in named if value]


def shown(warned: Iterable[Warned]) -> list[Shown]:
    """The warnings with their sentences and what to compare."""
    return [
        Shown(
            label(one.code, "case_warning"),
            one.why.message(language()),
            [_compared(other) for other in one.compare[:10]],
            [
                f"{day_words(day.day, 'Y-m-d')} {_country(day.country)} {day.name}"
                for day in one.holidays[:10]
            ],
        )
        for one in warned
    ]


def _country(code: str) -> str:
    return _("Japan") if code == HOME else partner_label(code)


def _compared(other: Planned) -> Compared:
    assert isinstance(other.ref, Ref)
    name = "cases_one" if other.ref.what == "case" else "activities_one"
    first, last = other.dated or (None, None)
    start = first.isoformat() if first else ""
    end = last.isoformat() if last else ""
    return Compared(
        other.title,
        reverse(name, args=[other.ref.pk]),
        printed_period(start, end),
        partner_labels(sorted(other.partners)),
    )
