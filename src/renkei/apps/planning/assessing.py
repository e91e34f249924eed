"""Giving degrees of interest, concern and influence, and what an activity cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.planning import papers
from renkei.apps.planning.models import ActivityCost, Assessment, Degree
from renkei.apps.register.models import Activity, Partner
from renkei.core.errors import ConflictError, UsageError
from renkei.core.planning.priority import HIGHEST
from renkei.core.planning.weights import FACTORS


@dataclass(frozen=True, slots=True)
class Given:
    """A degree with its grounds."""

    value: int
    grounds: str


@transaction.atomic
def assess(
    *,
    by: User,
    partner: Partner,
    day: date,
    degrees: Mapping[str, Given],
    organisation: Organisation | None = None,
    marking: int = 1,
) -> Assessment:
    """A new assessment. Raises ConflictError RK879 for a day that has one of the same marking."""
    row = Assessment(partner=partner, day=day, organisation=organisation, marking=marking)
    require(by, "planning.write", row)
    same = Assessment.objects.filter(partner=partner, day=day, marking=marking)
    if same.select_for_update().exists():
        raise ConflictError("RK879", name=partner, day=day)
    _sound(degrees)
    row.save()
    for factor in FACTORS:
        if factor in degrees:
            _give(by, row, factor, degrees[factor], "")
    _tell(by, "assess", row)
    return row


@transaction.atomic
def correct(
    *, by: User, assessment: Assessment, version: int, degrees: Mapping[str, Given], reason: str
) -> Assessment:
    """Correct degrees; one that stays as it is keeps its author. Raises ConflictError RK502."""
    current = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    require(by, "planning.write", current)
    why = papers.said(reason)
    if current.version != version:
        latest = Degree.history.filter(assessment=current).select_related("history_user").first()
        raise ConflictError("RK502", name=current, user=latest.history_user if latest else "?")
    _sound(degrees)
    held = {row.factor: row for row in current.degrees.all()}
    changed = [
        factor
        for factor, given in degrees.items()
        if factor not in held or (held[factor].value, held[factor].grounds) != _pair(given)
    ]
    for factor in changed:
        _give(by, current, factor, degrees[factor], why)
    current.version += 1
    current.save()
    _tell(by, "correct_assessment", current, factors=changed, reason=why)
    return current


@transaction.atomic
def record_cost(
    *, by: User, activity: Activity, yen: int, basis: str, marking: int = 1
) -> ActivityCost:
    """Say what an activity cost; said again it replaces what was said. Raises UsageError RK882."""
    require(by, "register.correct_activity", activity)
    if yen < 0 or not basis.strip():
        raise UsageError("RK882", found=yen)
    row, _ = ActivityCost.objects.update_or_create(
        activity=activity,
        defaults={"yen": yen, "basis": basis.strip(), "marking": marking, "actor": by},
    )
    audit.record(
        actor=by.username,
        action="record_cost",
        object_type="activity",
        object_id=activity.pk,
        yen=yen,
        basis=row.basis,
    )
    return row


def _sound(degrees: Mapping[str, Given]) -> None:
    for factor, given in degrees.items():
        if factor not in FACTORS:
            raise UsageError("RK505", what="factor", found=factor)
        if not 0 <= given.value <= HIGHEST:
            raise UsageError("RK878", factor=factor, found=given.value)
        if not given.grounds.strip():
            raise UsageError("RK880", factor=factor)


def _pair(given: Given) -> tuple[int, str]:
    return given.value, given.grounds.strip()


def _give(by: User, row: Assessment, factor: str, given: Given, reason: str) -> None:
    degree = Degree.objects.filter(assessment=row, factor=factor).first()
    degree = degree or Degree(assessment=row, factor=factor)
    degree.value, degree.grounds = _pair(given)
    degree.author = by
    note_author(degree, by, reason)
    degree.save()


def _tell(by: User, action: str, row: Assessment, **data: object) -> None:
    audit.record(
        actor=by.username,
        action=action,
        object_type="assessment",
        object_id=row.pk,
        partner=row.partner_id,
        day=str(row.day),
        **data,
    )
