"""Correcting evaluations by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.evaluation.models import Indicator, IndicatorValue, Policy, Rating
from renkei.core.errors import ConflictError, UsageError

Row = TypeVar("Row", Indicator, IndicatorValue, Rating)

CORRECTABLE: dict[type[Any], frozenset[str]] = {
    Indicator: frozenset({"name", "primary", "measure", "mark", "mid_term_target_year"}),
    IndicatorValue: frozenset({"value", "unit", "text", "absence"}),
    Rating: frozenset({"scheme", "scale_value", "letter", "label", "reason", "subject"}),
}
"""What a person may change; numbers and years say which row it is and stay."""


@transaction.atomic
def correct(*, by: User, row: Row, version: int, values: Mapping[str, Any], reason: str) -> Row:
    """Correct an indicator, a value or a rating; what was read stays in its source record.

    Raises DeniedError, ConflictError (somebody wrote since ``version``) and UsageError (no
    reason, or a field that cannot be so).
    """
    model = type(row)
    current = model._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    require(by, "evaluation.correct", policy_of(current))
    if policy_of(current).locked:
        raise UsageError("RK752", name=policy_of(current))
    if not reason.strip():
        raise UsageError("RK504")
    if current.version != version:
        latest = current.history.select_related("history_user").first()
        who = latest.history_user if latest and latest.history_user else "?"
        raise ConflictError("RK502", name=current, user=who)
    for name, value in values.items():
        if name not in CORRECTABLE[model]:
            raise UsageError("RK503", field=name, found=value, expected="")
        setattr(current, name, value)
    current.touched = True
    current.version += 1
    try:
        current.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise UsageError(
            "RK503", field=field, found=values.get(field, ""), expected=" ".join(messages)
        ) from error
    note_author(current, by, reason)
    current.save()
    audit.record(
        actor=by.username,
        action="correct_evaluation",
        object_type=model._meta.model_name or "",
        object_id=current.pk,
        fields=sorted(values),
        reason=reason.strip(),
    )
    return current


def policy_of(row: Indicator | IndicatorValue | Rating) -> Policy:
    """The policy that a row belongs to; rights are asked on it."""
    return row.indicator.policy if isinstance(row, IndicatorValue) else row.policy
