"""Reading what came back. The viewer comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation.models import Policy
from renkei.apps.evaluation.selectors import visible_policies
from renkei.apps.returned import applying, deciding, obstacles
from renkei.apps.returned.models import ProposedChange, ReturnedSheet, State
from renkei.core.errors import RenkeiError


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with what the register says now; ``refusal`` is why it would be refused."""

    change: ProposedChange
    now: Any
    seen: str
    conflict: bool
    refusal: RenkeiError | None

    @property
    def can_accept(self) -> bool:
        """Whether it can be taken over as it is."""
        return self.change.state == State.OPEN and not self.change.obstacle and self.refusal is None


def returned_sheets(viewer: Viewer, policy: Policy) -> QuerySet[ReturnedSheet]:
    """Files that came back for a policy, the newest first, with ``open_count``."""
    return (
        ReturnedSheet.objects.filter(
            policy=policy, policy__in=visible_policies(viewer).values("pk")
        )
        .select_related("actor", "printed")
        .annotate(
            change_count=Count("changes"),
            open_count=Count("changes", filter=Q(changes__state=State.OPEN)),
        )
    )


def changes(viewer: Viewer, returned: ReturnedSheet) -> list[Shown]:
    """The changes of a file, each with the register beside it."""
    policy = visible_policies(viewer).get(pk=returned.policy_id)
    rows = returned.changes.select_related("decided_by")
    return [_shown(policy, change) for change in rows]


def may_return(viewer: Viewer, policy: Policy) -> bool:
    """Whether the viewer may bring a file back and decide on its changes."""
    return may(viewer, "cycle.enter", policy) and not policy.locked


def _shown(policy: Policy, change: ProposedChange) -> Shown:
    if change.state != State.OPEN or change.kind == "text":
        return Shown(change, change.held, "", change.conflict, None)
    _, now = applying.live(policy, change)
    refused = None
    if not change.obstacle:
        refused = obstacles.refusal(policy, change.kind, change.key, change.field, change.value)
    conflict = change.conflict or (change.field != "gone" and now != change.held)
    return Shown(change, now, deciding.seen(change, now), conflict, refused)
