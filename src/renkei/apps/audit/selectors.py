"""Reading the audit trail: administrators only, since it names records of every marking."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from renkei.apps.audit.models import Event


def events(viewer: Any) -> QuerySet[Event]:
    """All events, newest first; none for anybody but an administrator.

    ``viewer`` is a user of apps.accounts, which lies above this app and so has no type here.
    """
    if getattr(viewer, "is_active", False) and getattr(viewer, "role", "") == "administrator":
        return Event.objects.all()
    return Event.objects.none()
