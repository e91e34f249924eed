"""What a proposal is compared with: other cases and activities of about the same time.

A proposal is compared with what its author may see; what lies above their clearance is not hinted
at, so that a warning never tells that something secret exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.selectors import visible_cases
from renkei.apps.planning.in_force import policies_for
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import visible_activities
from renkei.core.coordination.states import State
from renkei.core.coordination.warnings import (
    Planned,
    Surroundings,
    Warned,
    bounds,
    warnings,
    window,
)

MOST = 200
"""Compared at most, of each; the nearest in time come first."""
LONGEST = timedelta(days=366)
"""No event lasts longer; so those that began before need not be looked for further back."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Where the other one is: "case" or "activity" and its key."""

    what: str
    pk: int


def warned(viewer: Viewer, case: Case) -> tuple[Warned, ...]:
    """The warnings about a case, saved or not."""
    proposal = planned_case(case)
    others = tuple(_others(viewer, case, proposal))
    return warnings(proposal, Surroundings(others, _foreseen(viewer, case)))


def _foreseen(viewer: Viewer, case: Case) -> frozenset[str] | None:
    """Means that the policies of the partners prefer; None where none holds or says any."""
    day = case.start_day or timezone.localdate()
    policies = policies_for(viewer, case.codes, day).values()
    means = [frozenset(one.policy.means) for one in policies if one and one.policy.means]
    return frozenset.union(*means) if means else None


def planned_case(case: Case) -> Planned:
    """A case as the warnings see it."""
    return Planned(
        ref=Ref("case", case.pk or 0),
        title=case.title,
        partners=frozenset(case.codes),
        first=case.start_day,
        last=case.end_day,
        exact=case.exact,
        kind=case.kind,
        means=case.category,
        purpose=case.purpose,
        principal=case.principal,
        unit=case.unit,
        place=case.place,
        organisation=str(case.organisation_id or ""),
        participants=case.participants,
    )


def _planned_activity(row: Activity) -> Planned:
    return Planned(
        ref=Ref("activity", row.pk),
        title=row.title,
        partners=frozenset(filter(None, row.partner_codes.split(";"))),
        first=row.start_day,
        last=row.end_day,
        exact=len(row.start) == len("2026-04-01"),
        kind=row.kind,
        means=row.category,
        place=row.place,
        organisation=str(row.organisation_id or ""),
    )


def _others(viewer: Viewer, case: Case, proposal: Planned) -> Iterator[Planned]:
    days = window(proposal, bounds())
    if days is None:
        return
    for row in _cases(viewer, case, *days):
        yield planned_case(row)
    for activity in _activities(viewer, case, *days):
        yield _planned_activity(activity)


def _cases(viewer: Viewer, case: Case, first: date, last: date) -> QuerySet[Case]:
    link = Case.partners.through.objects.filter(partner_id__in=case.codes)
    concerned = Q(pk__in=link.values("case_id"))
    if case.principal:
        concerned |= Q(principal=case.principal)
    if case.unit:
        concerned |= Q(unit=case.unit)
    if case.kind == "port_call":
        concerned |= Q(kind="port_call")
    rows = visible_cases(viewer).exclude(state__in=(State.CANCELLED, State.POSTPONED))
    rows = rows.filter(sort_day__gte=first - LONGEST, sort_day__lte=last, end_day__gte=first)
    rows = rows.exclude(pk=case.pk).filter(concerned).defer("search_text", "aim")
    return rows.order_by("sort_day", "pk")[:MOST]


def _activities(viewer: Viewer, case: Case, first: date, last: date) -> QuerySet[Activity]:
    link = Activity.partners.through.objects.filter(partner_id__in=case.codes)
    concerned = Q(pk__in=link.values("activity_id"))
    if case.kind == "port_call":
        concerned |= Q(kind="port_call")
    rows = visible_activities(viewer).exclude(status__in=("cancelled", "postponed"))
    rows = rows.filter(sort_day__gte=first - LONGEST, sort_day__lte=last, end_day__gte=first)
    rows = rows.exclude(case__isnull=False).filter(concerned).defer("search_text")
    return rows.order_by("sort_day", "pk")[:MOST]
