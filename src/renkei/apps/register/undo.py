"""Taking back the latest correction of an activity: a correction itself, so history keeps both."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.register.history import FieldChange, Version, versions
from renkei.apps.register.models import Activity
from renkei.apps.register.services import correct_activity
from renkei.core.errors import UsageError

BY_MACHINE = frozenset({"read", "read_again", "read_no_more", "linked"})
"""Reasons of versions that no person made; there is nothing of a person to take back."""
_APART = {"organisation", "marking", "partner_codes"}


def can_be_undone(version: Version) -> bool:
    """Whether ``version``, the latest one, is a correction that a person made."""
    return bool(version.changes) and version.reason not in BY_MACHINE


@transaction.atomic
def undo_correction(*, by: User, activity: Activity, version: int, reason: str) -> Activity:
    """Set back the fields that the latest correction changed.

    Raises what :func:`correct_activity` raises, and UsageError (RK507) when the latest version is
    no correction or cannot be seen by ``by``.
    """
    told = versions(by, activity)
    changes = told[0].changes if told else ()
    if not told or not can_be_undone(told[0]):
        raise UsageError("RK507", name=activity.title)
    before = {change.field: change.old for change in changes}
    values: dict[str, Any] = {
        field: value for field, value in before.items() if field not in _APART
    }
    if "partner_codes" in before:
        values["partners"] = [code for code in (before["partner_codes"] or "").split(";") if code]
    return correct_activity(
        by=by,
        activity=activity,
        version=version,
        values=values,
        reason=reason,
        organisation=_organisation(changes),
        marking=before.get("marking"),
    )


def _organisation(changes: tuple[FieldChange, ...]) -> Organisation | None:
    """The organisation before; None where it did not change."""
    key = next((change.old for change in changes if change.field == "organisation"), None)
    return Organisation.objects.filter(pk=key).first() if key else None
