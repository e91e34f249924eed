"""Another set of indicators in the next year: renamed, replaced, ended and new ones, with reasons.

The indicator of the year before stays as it is, with its figures; only the copy in this year
changes, and the succession tells what became of it.
"""

from __future__ import annotations

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.cycle.choices import Stage, Standing, SuccessionKind
from renkei.apps.cycle.locking import open_for, said, tell
from renkei.apps.cycle.models import PolicyYear, Succession
from renkei.apps.evaluation.models import Indicator, PolicyField
from renkei.core.errors import ConflictError, UsageError

KINDS = (SuccessionKind.RENAMED, SuccessionKind.REPLACED, SuccessionKind.ENDED)


@transaction.atomic
def become(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    kind: str,
    reason: str,
    name: str = "",
    measure: str = "",
) -> Succession:
    """Rename, replace or end an indicator that was continued from the year before.

    A renamed one keeps its series. A replaced one keeps its number and begins without figures. Raises
    UsageError RK824 where nothing was continued, RK825 without a name, RK826 after preparation.
    """
    current = _preparing(by, year)
    row = _of_this_year(current, indicator)
    why = said(reason)
    succession = Succession.objects.filter(later=row, into=current.policy).first()
    if succession is None or kind not in KINDS:
        raise UsageError("RK824", name=row)
    if kind == SuccessionKind.ENDED:
        succession.later = None
    elif not name.strip():
        raise UsageError("RK825", number=row.number)
    succession.kind, succession.reason = SuccessionKind(kind), why
    succession.standing, succession.actor = Standing.CONFIRMED, by
    succession.save()
    tell(by, "change_indicator", current, indicator=row.number, kind=kind, name=name, reason=why)
    if kind == SuccessionKind.ENDED:
        note_author(row, by, why)
        row.delete()
        return succession
    if kind == SuccessionKind.REPLACED:
        _empty(row)
        row.measure = measure
    row.name = name.strip()
    _save(by, row, why)
    return succession


@transaction.atomic
def add(
    *,
    by: User,
    year: PolicyYear,
    number: str,
    name: str,
    reason: str,
    field: PolicyField | None = None,
    measure: str = "",
    primary: bool = False,
) -> Indicator:
    """An indicator that no earlier year had. Raises ConflictError RK827 for a number that is there."""
    current = _preparing(by, year)
    why = said(reason)
    if current.policy.indicators.filter(number=number.strip()).exists():
        raise ConflictError("RK827", number=number.strip())
    if field is not None and field.policy_id != current.policy_id:
        raise UsageError("RK505", what="field", found=field)
    row = Indicator(
        policy=current.policy,
        field=field,
        number=number.strip(),
        name=name.strip(),
        measure=measure,
        primary=primary,
        position=current.policy.indicators.count() + 1,
    )
    _save(by, row, why)
    tell(by, "add_indicator", current, indicator=row.number, name=row.name, reason=why)
    return row


def _preparing(by: User, year: PolicyYear) -> PolicyYear:
    current = open_for(by, "cycle.enter", year)
    if current.stage != Stage.PREPARE:
        raise UsageError("RK826", stage=current.stage)
    return current


def _of_this_year(year: PolicyYear, indicator: Indicator) -> Indicator:
    row = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    if row.policy_id != year.policy_id:
        raise UsageError("RK505", what="indicator", found=row.number)
    return row


def _empty(row: Indicator) -> None:
    """The figures of the old indicator stay with the old indicator."""
    row.values.all().delete()
    row.targets.all().delete()
    row.means_references.all().delete()
    row.target_reasons.all().delete()
    row.mark, row.mid_term_target_year, row.record = "", "", None


def _save(by: User, row: Indicator, reason: str) -> None:
    if row.pk:
        row.version += 1
    row.touched = True
    note_author(row, by, reason)
    row.save()
