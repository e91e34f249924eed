"""Writing one accepted change into its row, with history as any other entry."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.cycle.models import ProgressItem
from renkei.apps.evaluation.models import IndicatorValue, Policy, QualitativeTarget
from renkei.apps.returned.comparing import GONE
from renkei.apps.returned.locating import MODELS, indicator_of, raw, row_of
from renkei.apps.returned.models import ProposedChange
from renkei.core.errors import UsageError

NOT_PRINTED = {"value": None, "unit": "", "absence": "not_printed", "text": ""}


def live(policy: Policy, change: ProposedChange) -> tuple[Any, Any]:
    """The row of a change as it is now, and what it says of the field; None for what is not there."""
    if change.kind not in MODELS:
        return None, None
    if change.row is None:
        row = row_of(policy, change.kind, change.key, {})
    else:
        row = MODELS[change.kind]._default_manager.filter(pk=change.row).first()
    if change.field == GONE:
        return row, None if change.kind != "indicator_value" else raw(change.kind, GONE, row)
    return row, raw(change.kind, change.field, row)


def apply(by: User, policy: Policy, change: ProposedChange, row: Any, reason: str) -> None:
    """Write the value into the row, which is made where there is none."""
    row = row or _made(policy, change)
    value: Any = change.value
    if change.kind == "indicator_value":
        _set_figure(row, value or NOT_PRINTED)
    elif change.kind == "budget_line":
        row.amount_yen = value["amount_yen"]
        row.printed, row.absence = value["printed"] or "", value["absence"] or ""
    elif ":" in change.field:
        _set_amount(row, change.field, value)
    else:
        setattr(row, change.field, value)
    _save(by, row, change, reason)
    if change.kind == "target" and change.field == "progress":
        _tell_items(by, row, value)


def _made(policy: Policy, change: ProposedChange) -> IndicatorValue | QualitativeTarget:
    indicator = indicator_of(policy, change.kind, change.key)
    assert indicator is not None
    if change.kind == "target":
        return QualitativeTarget(indicator=indicator, fiscal_year=change.key[1])
    _, kind, year, component = change.key
    return IndicatorValue(indicator=indicator, kind=kind, fiscal_year=year, component=component)


def _set_figure(row: IndicatorValue, told: dict[str, Any]) -> None:
    row.value = None if told["value"] is None else Decimal(told["value"])
    row.unit, row.absence, row.text = told["unit"], told["absence"], told["text"]


def _set_amount(row: Any, field: str, value: int | None) -> None:
    name, _, year = field.partition(":")
    amount = row.amounts.filter(fiscal_year=int(year)).first()
    amount = amount or row.amounts.model(means=row, fiscal_year=int(year))
    setattr(amount, name, value)
    amount.save()


def _save(by: User, row: Any, change: ProposedChange, reason: str) -> None:
    row.touched = True
    if hasattr(row, "version") and row.pk:
        row.version += 1
    try:
        row.full_clean()
    except ValidationError as error:
        told = " ".join(error.messages)
        raise UsageError("RK819", place=change.place, reason=told) from error
    note_author(row, by, reason or change.returned.name)
    row.save()


def _tell_items(by: User, target: QualitativeTarget, progress: list[str]) -> None:
    """The items of progress are those of the text."""
    target.progress_items.filter(item__gte=len(progress)).delete()
    for item, text in enumerate(progress):
        ProgressItem.objects.update_or_create(
            target=target, item=item, defaults={"text": text, "actor": by}
        )
