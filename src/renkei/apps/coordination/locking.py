"""What every write to a case begins and ends with."""

from __future__ import annotations

from typing import Any

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.coordination.models import Case
from renkei.core.errors import ConflictError, UsageError


def lock(case: Case) -> Case:
    """The case as it is now, for this transaction only ours. It may have ended."""
    return (
        Case.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=case.pk)
    )


def open_for(by: User, right: str, case: Case, version: int | None = None) -> Case:
    """The case locked, for somebody who may, as long as it has not ended (RK831).

    With ``version`` the one that the person saw: ConflictError RK832, with who was there first, if
    it is another by now.
    """
    current = lock(case)
    if version is not None and current.version != version:
        raise conflict(current)
    if current.ended:
        raise UsageError("RK831", name=current.title, state=current.state)
    require(by, right, current)
    return current


def conflict(current: Case) -> ConflictError:
    """Who changed it, and what it is now."""
    latest = current.history.select_related("history_user").first()
    who = latest.history_user if latest and latest.history_user else "?"
    return ConflictError("RK832", name=current.title, user=who, state=current.state)


def keep(case: Case, by: User, reason: str) -> None:
    """Save with one version more, and say in the history who and why."""
    case.version += 1
    note_author(case, by, reason)
    case.save()


def tell(by: User, action: str, case: Case, **data: Any) -> None:
    """One line of the audit trail."""
    audit.record(actor=by.username, action=action, object_type="case", object_id=case.pk, **data)


def said(text: str) -> str:
    """Words that must be there. Raises UsageError RK848."""
    if not text.strip():
        raise UsageError("RK848", field="reason")
    return text.strip()
