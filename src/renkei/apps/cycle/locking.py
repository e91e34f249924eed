"""One write after the other on a year, by somebody who may, as long as nothing was decided."""

from __future__ import annotations

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.cycle.models import PolicyYear
from renkei.core.errors import UsageError


def lock(year: PolicyYear) -> PolicyYear:
    """The year as it is now, locked until the end of the transaction."""
    return (
        PolicyYear.objects.select_for_update(of=("self",)).select_related("policy").get(pk=year.pk)
    )


def open_for(by: User, right: str, year: PolicyYear) -> PolicyYear:
    """The year, locked. Raises DeniedError, and UsageError RK752 when it was decided."""
    current = lock(year)
    require(by, right, current.policy)
    if current.locked:
        raise UsageError("RK752", name=current.policy)
    return current


def said(reason: str) -> str:
    """A reason without blanks around it. Raises UsageError RK757 where there is none."""
    if not reason.strip():
        raise UsageError("RK757")
    return reason.strip()


def tell(by: User, action: str, year: PolicyYear, **data: object) -> None:
    """Leave an audit event of a write on a year."""
    audit.record(
        actor=by.username,
        action=action,
        object_type="policy",
        object_id=year.policy_id,
        revision=year.revision,
        **data,
    )
