"""Reading notices: everybody reads their own."""

from __future__ import annotations

from django.db.models import QuerySet

from renkei.apps.accounts.models import User
from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.notices.models import Notice, Preference


def notices(viewer: Viewer) -> QuerySet[Notice]:
    """A person's notices, newest first; none above the clearance they have now."""
    if not isinstance(viewer, User):
        return Notice.objects.none()
    return Notice.objects.filter(user=viewer, marking__lte=highest_marking(viewer))


def unread(viewer: Viewer) -> int:
    """How many were not read yet."""
    return notices(viewer).filter(read_at__isnull=True).count()


def preference(user: User) -> Preference:
    """What a person wants; the default where nothing was chosen, not saved."""
    return Preference.objects.filter(user=user).first() or Preference(user=user)
