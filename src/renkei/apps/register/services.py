"""Writing the register by hand: entering and correcting activities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.register import partners
from renkei.apps.register.models import Activity, Partner
from renkei.apps.register.values import FIELDS, fill
from renkei.core.errors import ConflictError, UsageError

ENTERED = "entered"


@transaction.atomic
def enter_activity(
    *,
    by: User,
    values: Mapping[str, Any],
    organisation: Organisation | None = None,
    marking: int = Marking.PUBLIC,
    reason: str = ENTERED,
) -> Activity:
    """A new activity from what a person knows. ``values`` are fields of ``values.FIELDS``.

    Raises DeniedError, UsageError (a field that cannot be so) and ValueFormError (a date that is
    none).
    """
    activity = Activity(organisation=organisation, marking=marking, origin=ENTERED, touched=True)
    require(by, "register.enter_activity", activity)
    codes = _fill(activity, values)
    _save(activity, codes, by, reason)
    audit.record(
        actor=by.username, action="enter_activity", object_type="activity", object_id=activity.pk
    )
    return activity


@transaction.atomic
def correct_activity(
    *,
    by: User,
    activity: Activity,
    version: int,
    values: Mapping[str, Any],
    reason: str,
    organisation: Organisation | None = None,
    marking: int | None = None,
) -> Activity:
    """Correct fields of ``activity``; what the machine read stays in its source records.

    ``version`` is the one the person saw; if somebody wrote since, ConflictError (RK502) is
    raised and nothing is lost. ``organisation`` and ``marking`` of None stay as they are.
    Raises DeniedError also when ``by`` could no longer correct the result, so that nobody gives a
    record away or lifts it above their own clearance; UsageError without a reason.
    """
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    require(by, "register.correct_activity", current)
    if not reason.strip():
        raise UsageError("RK504")
    if current.version != version:
        raise _conflict(current)
    if organisation is not None:
        current.organisation = organisation
    if marking is not None:
        current.marking = marking
    require(by, "register.correct_activity", current)
    codes = _fill(current, values)
    current.touched = True
    current.version += 1
    _save(current, codes, by, reason.strip())
    audit.record(
        actor=by.username,
        action="correct_activity",
        object_type="activity",
        object_id=current.pk,
        fields=sorted(values),
        reason=reason.strip(),
    )
    return current


def _conflict(current: Activity) -> ConflictError:
    latest = current.history.select_related("history_user").first()
    who = latest.history_user if latest and latest.history_user else "?"
    return ConflictError("RK502", name=current.title, user=who)


def _fill(activity: Activity, values: Mapping[str, Any]) -> list[str]:
    """Set the values and check them; the codes of the partners."""
    for name in values:
        if name not in FIELDS:
            raise UsageError("RK503", field=name, found=values[name], expected="")
    if "partners" in values:
        codes = list(dict.fromkeys(values["partners"]))
    else:
        codes = [code for code in activity.partner_codes.split(";") if code]
    names = partners.names_of(codes)
    for code in codes:
        if code not in names:
            raise UsageError("RK505", what="partner", found=code)
    fill(activity, {**values, "partners": codes}, partners.searched(codes, names))
    try:
        activity.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        if field == "__all__":  # a constraint over several fields: its message says all
            raise UsageError("RK510", problem=" ".join(messages)) from error
        found = getattr(activity, field, "")
        raise UsageError("RK503", field=field, found=found, expected=" ".join(messages)) from error
    return codes


def _save(activity: Activity, codes: list[str], by: User, reason: str) -> None:
    note_author(activity, by, reason)
    activity.save()
    activity.partners.set(Partner.objects.filter(pk__in=codes))
