"""Entering targets, actuals, progress, marks and the rating of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.cycle import seen as seeing
from renkei.apps.cycle.locking import lock, open_for, said, tell
from renkei.apps.cycle.models import Figure, MarkReason, PolicyYear, ProgressItem, TargetReason
from renkei.apps.evaluation.choices import ABSENCES
from renkei.apps.evaluation.models import Indicator, IndicatorValue, QualitativeTarget, Rating
from renkei.apps.evaluation.proposing import mark_check
from renkei.core.errors import UsageError
from renkei.core.evaluation.indicators import Kind, infer_definition
from renkei.core.evaluation.rating import Scheme, shipped
from renkei.core.evaluation.rating import scheme as scheme_of

PERCENT = ("%", "％")
_SHARES = (Kind.RATIO, Kind.SURVEY_SHARE)
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A figure as a person gives it: a number, or why there is none; never both."""

    value: Decimal | None = None
    absence: str = ""
    unit: str = ""
    source: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@transaction.atomic
def set_target(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    entered: Entered,
    fiscal_year: int,
    reason: str,
    component: str = "",
    seen: str = "",
) -> IndicatorValue:
    """The target of a year, with the reason for its level and year.

    Raises UsageError RK753 for a year before that of the sheet, RK757 without a reason, and
    ConflictError RK820 where somebody saved since ``seen`` (:func:`seen.token`).
    """
    current = _of_year(by, year, indicator, "target", seen)
    _not_past(current, fiscal_year)
    why = said(reason)
    row = _put(by, indicator, "target", fiscal_year, component, entered)
    _keep_reason(by, indicator, fiscal_year, why)
    tell(
        by,
        "set_target",
        current,
        indicator=indicator.number,
        target_year=fiscal_year,
        found=row.text,
    )
    return row


@transaction.atomic
def set_items(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    items: list[str],
    fiscal_year: int,
    reason: str,
    seen: str = "",
) -> QualitativeTarget:
    """The items of a target in words. Raises as :func:`set_target`."""
    current = _of_year(by, year, indicator, "items", seen)
    _not_past(current, fiscal_year)
    why = said(reason)
    row, _ = QualitativeTarget.objects.get_or_create(indicator=indicator, fiscal_year=fiscal_year)
    row.items = [item.strip() for item in items if item.strip()]
    row.touched = True
    row.save()
    _keep_reason(by, indicator, fiscal_year, why)
    tell(
        by,
        "set_target",
        current,
        indicator=indicator.number,
        target_year=fiscal_year,
        items=row.items,
    )
    return row


@transaction.atomic
def set_actual(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    entered: Entered,
    component: str = "",
    seen: str = "",
) -> IndicatorValue:
    """What was measured in the year of the sheet, with its source.

    Raises UsageError RK754 for a ratio without its parts, RK755 for a share beyond the whole.
    """
    current = _of_year(by, year, indicator, "actual", seen)
    fiscal_year = current.policy.fiscal_year
    row = _put(by, indicator, "actual", fiscal_year, component, _whole(indicator, entered))
    tell(by, "set_actual", current, indicator=indicator.number, found=row.text)
    return row


@transaction.atomic
def set_progress(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    item: int,
    text: str,
    seen: str = "",
) -> ProgressItem:
    """Progress on one item of the target of the year, counted from 0.

    Raises UsageError RK769 where the target has no such item.
    """
    current = _of_year(by, year, indicator, "progress", seen)
    target = indicator.targets.filter(fiscal_year=current.policy.fiscal_year).first()
    if target is None or not 0 <= item < len(target.items):
        raise UsageError("RK769", number=indicator.number, item=item + 1)
    row, _ = ProgressItem.objects.update_or_create(
        target=target, item=item, defaults={"text": said(text), "actor": by}
    )
    told = [*target.progress, *[""] * (item + 1 - len(target.progress))]
    told[item] = row.text  # what was read or told of other items stays
    target.progress = told
    target.touched = True
    target.save()
    tell(by, "set_progress", current, indicator=indicator.number, item=item, text=row.text)
    return row


@transaction.atomic
def choose_scheme(*, by: User, year: PolicyYear, name: str) -> PolicyYear:
    """The scheme that the marks of the year follow. Raises UsageError RK731 for an unknown one."""
    current = open_for(by, "cycle.enter", year)
    current.scheme = scheme_of(name).id
    current.version += 1
    current.save()
    tell(by, "choose_scheme", current, scheme=name)
    return current


@transaction.atomic
def set_mark(
    *,
    by: User,
    year: PolicyYear,
    indicator: Indicator,
    mark: str,
    reason: str = "",
    seen: str = "",
) -> Indicator:
    """The mark of an indicator.

    Raises UsageError RK756 without a scheme, RK733 for a mark of another, RK790 for one that
    departs from the figures without a reason.
    """
    current = _of_year(by, year, indicator, "mark", seen)
    if not current.scheme:
        raise UsageError("RK756", mark=mark)
    marks = scheme_of(current.scheme).indicator.marks
    if mark not in marks:
        raise UsageError(
            "RK733",
            number=indicator.number,
            mark=mark,
            scheme=current.scheme,
            allowed=", ".join(marks),
        )
    row = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    row.mark, row.touched, row.version = mark, True, row.version + 1
    note_author(row, by, reason.strip())
    row.save()
    _keep_mark_reason(by, current, row, reason.strip())
    tell(by, "set_mark", current, indicator=row.number, mark=mark, reason=reason.strip())
    return row


@transaction.atomic
def rate(*, by: User, year: PolicyYear, scale_value: int, label: str, reason: str) -> Rating:
    """The rating of the policy on the scale common to the ministries, with its reason."""
    current = open_for(by, "cycle.enter", year)
    why = said(reason)
    row = current.policy.ratings.filter(subject="").order_by("pk").first()
    row = row or Rating(policy=current.policy)
    if row.pk:
        row.version += 1
    row.scheme, row.scale_value, row.label = current.scheme, scale_value, label
    row.reason, row.touched = why, True
    note_author(row, by, "")
    row.save()
    tell(by, "rate", current, scale_value=scale_value, reason=why)
    return row


@transaction.atomic
def reflect(*, by: User, year: PolicyYear, text: str) -> PolicyYear:
    """How the result goes into the next targets, plan and budget request; also after decision."""
    current = lock(year)
    require(by, "cycle.enter", current.policy)
    current.reflection = said(text)
    current.version += 1
    current.save()
    tell(by, "reflect", current, text=current.reflection)
    return current


def schemes() -> Mapping[str, Scheme]:
    """The schemes that a year may follow, by id."""
    return shipped()


def is_share(indicator: Indicator, unit: str) -> bool:
    """Whether figures of this unit are parts of a whole."""
    definition, _ = infer_definition(indicator.name, (unit,))
    return unit in PERCENT and definition.kind in _SHARES


def _of_year(by: User, year: PolicyYear, indicator: Indicator, part: str, seen: str) -> PolicyYear:
    current = open_for(by, "cycle.enter", year)
    if indicator.policy_id != current.policy_id:
        raise UsageError("RK505", what="indicator", found=indicator.number)
    seeing.require(current, indicator, part, seen)
    return current


def _not_past(year: PolicyYear, fiscal_year: int) -> None:
    now = year.policy.fiscal_year
    if now is not None and fiscal_year < now:
        raise UsageError("RK753", year=fiscal_year, now=now)


def _whole(indicator: Indicator, entered: Entered) -> Entered:
    """The figure of a ratio from its parts; other figures as they are."""
    if entered.value is None or not is_share(indicator, entered.unit):
        return entered
    if (not entered.numerator and entered.numerator != 0) or not entered.denominator:
        raise UsageError("RK754", name=indicator.name)
    if not 0 <= entered.value <= _WHOLE:
        raise UsageError("RK755", value=entered.value)
    return entered


def _put(
    by: User,
    indicator: Indicator,
    kind: str,
    fiscal_year: int | None,
    component: str,
    entered: Entered,
) -> IndicatorValue:
    if (entered.value is None) == (not entered.absence) or (
        entered.absence and entered.absence not in ABSENCES
    ):
        raise UsageError("RK760", found=entered.absence or entered.value or "")
    key = {"kind": kind, "fiscal_year": fiscal_year, "component": component}
    row = indicator.values.select_for_update(of=("self",)).filter(**key).first()
    row = row or IndicatorValue(indicator=indicator, **key)
    if row.pk:
        row.version += 1
    row.value, row.absence, row.unit = entered.value, entered.absence, entered.unit
    row.text = "" if entered.value is None else f"{entered.value:,f}{entered.unit}"
    row.touched = True
    note_author(row, by, "")
    row.save()
    Figure.objects.update_or_create(
        value=row,
        defaults={
            "source": entered.source.strip(),
            "numerator": entered.numerator,
            "denominator": entered.denominator,
        },
    )
    return row


def _keep_mark_reason(by: User, year: PolicyYear, row: Indicator, reason: str) -> None:
    """Keep why the mark is this one; required where no reading of the figures gives it."""
    check = mark_check(row, scheme_of(year.scheme))
    if check is not None and check.outcome == "departs" and not reason:
        possible = " / ".join(check.verdict.marks)
        raise UsageError("RK790", number=row.number, mark=row.mark, possible=possible)
    MarkReason.objects.filter(indicator=row).delete()
    if reason:
        MarkReason.objects.create(indicator=row, mark=row.mark, reason=reason, actor=by)


def _keep_reason(by: User, indicator: Indicator, fiscal_year: int, reason: str) -> None:
    TargetReason.objects.update_or_create(
        indicator=indicator, fiscal_year=fiscal_year, defaults={"reason": reason, "actor": by}
    )
