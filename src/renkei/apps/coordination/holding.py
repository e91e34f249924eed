"""A case that was held becomes an activity of the register, or is linked to one."""

from __future__ import annotations

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.coordination.locking import keep, open_for, tell
from renkei.apps.coordination.models import Case
from renkei.apps.register import services as register
from renkei.apps.register.models import Activity
from renkei.core.errors import UsageError

_TAKEN = ("title", "category", "start", "end", "place", "direction", "framework", "ordinal")


def record_held(by: User, case: Case) -> None:
    """Enter the activity, unless the case is linked to one already."""
    if case.activity_id is not None:
        return
    values = {name: getattr(case, name) for name in _TAKEN}
    case.activity = register.enter_activity(
        by=by,
        values={
            **values,
            "kind": case.kind or "other",
            "counterpart": "",
            "status": "held",
            "partners": case.codes,
        },
        organisation=case.organisation,
        marking=case.marking,
        reason=f"case {case.pk}",
    )


@transaction.atomic
def link(*, by: User, case: Case, version: int, activity: Activity) -> Case:
    """Say that an activity of the register is this case. Raises UsageError RK505 if it is another's."""
    current = open_for(by, "coordination.lead", case, version)
    if Case.objects.filter(activity=activity).exclude(pk=current.pk).exists():
        raise UsageError("RK505", what="activity", found=activity.pk)
    current.activity = activity
    keep(current, by, f"activity {activity.pk}")
    tell(by, "link_case", current, activity=activity.pk)
    return current
