"""Who may see what, as conditions that every selector above starts from."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import AccreditedPartner, Organisation, User

Viewer = User | AnonymousUser


def highest_marking(viewer: Viewer) -> int:
    """The highest marking the viewer may see; -1, below every marking, when nobody is signed in."""
    if isinstance(viewer, User) and viewer.is_active:
        return int(viewer.clearance)
    return -1


def is_attache(viewer: Viewer) -> bool:
    """Whether the viewer sees, beyond what is public, accredited partners only."""
    return isinstance(viewer, User) and viewer.role == Role.ATTACHE


def accredited_codes(viewer: Viewer) -> QuerySet[AccreditedPartner, str]:
    """Codes of the partners an attaché is accredited to, for use in a condition."""
    owned = AccreditedPartner.objects.all()
    owned = owned.filter(user=viewer) if isinstance(viewer, User) else owned.none()
    return owned.values_list("partner_code", flat=True)


def highest_without_partner(viewer: Viewer) -> int:
    """As :func:`highest_marking`, for what concerns no partner: public only for an attaché."""
    highest = highest_marking(viewer)
    return min(highest, Marking.PUBLIC) if is_attache(viewer) else highest


def organisations() -> QuerySet[Organisation]:
    """All organisations, by code. Their names are no secret."""
    return Organisation.objects.all()


def organisations_for(user: User) -> QuerySet[Organisation]:
    """The organisations that ``user`` may give a record to: any for an administrator, else theirs."""
    if user.role == Role.ADMINISTRATOR:
        return organisations()
    return organisations().filter(users=user)
