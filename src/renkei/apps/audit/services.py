"""Writing the audit trail."""

from __future__ import annotations

from typing import Any

from renkei.apps.audit.models import Event


def record(*, actor: str, action: str, object_type: str, object_id: object, **data: Any) -> Event:
    """Add one event in the transaction of the write it tells of. ``data`` must be JSON."""
    return Event.objects.create(
        actor=actor, action=action, object_type=object_type, object_id=str(object_id), data=data
    )
