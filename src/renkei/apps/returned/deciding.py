"""A person accepts or rejects what a file changes; all that is chosen, or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.evaluation.models import Policy
from renkei.apps.returned import applying, obstacles
from renkei.apps.returned.applying import live
from renkei.apps.returned.models import ProposedChange, ReturnedSheet, State
from renkei.core.errors import ConflictError, UsageError


def seen(change: ProposedChange, value: Any) -> str:
    """A short name for what a person sees before deciding: this change, on this value."""
    told = json.dumps([change.pk, value], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@transaction.atomic
def accept(
    *, by: User, returned: ReturnedSheet, chosen: Mapping[int, str], reason: str = ""
) -> list[ProposedChange]:
    """Take over changes; ``chosen`` gives for each what was on the screen (:func:`seen`).

    Raises DeniedError, UsageError RK752 for a decided policy and RK817 for a change that cannot
    be taken over, ConflictError RK815 where the register changed since, RK816 where somebody
    decided already. Nothing is written then.
    """
    policy = _locked(by, returned)
    changes = _open(returned, chosen)
    for change in changes:
        _accept(by, policy, change, chosen[change.pk], reason)
    return changes


@transaction.atomic
def reject(
    *, by: User, returned: ReturnedSheet, chosen: Sequence[int], reason: str = ""
) -> list[ProposedChange]:
    """Leave the register as it is. Raises DeniedError, ConflictError RK816."""
    _locked(by, returned)
    changes = _open(returned, chosen)
    for change in changes:
        _decide(by, change, State.REJECTED, reason)
    return changes


def _locked(by: User, returned: ReturnedSheet) -> Policy:
    """The policy, locked until the end: one decision after the other."""
    policy = Policy.objects.select_for_update(of=("self",)).get(pk=returned.policy_id)
    require(by, "cycle.enter", policy)
    if policy.locked:
        raise UsageError("RK752", name=policy)
    return policy


def _open(
    returned: ReturnedSheet, chosen: Mapping[int, str] | Sequence[int]
) -> list[ProposedChange]:
    changes = list(
        returned.changes.select_for_update(of=("self",)).filter(pk__in=list(chosen)).order_by("pk")
    )
    if not changes:
        raise UsageError("RK821")
    for change in changes:
        if change.state != State.OPEN:
            raise ConflictError("RK816", place=change.place, user=change.decided_by)
    return changes


def _accept(by: User, policy: Policy, change: ProposedChange, shown: str, reason: str) -> None:
    if change.obstacle:
        raise UsageError("RK817", place=change.place)
    row, value = live(policy, change)
    if seen(change, value) != shown:
        raise ConflictError("RK815", place=change.place)
    refused = obstacles.refusal(policy, change.kind, change.key, change.field, change.value)
    if refused is not None:
        raise UsageError("RK819", place=change.place, reason=refused.message())
    applying.apply(by, policy, change, row, reason)
    _decide(by, change, State.ACCEPTED, reason)


def _decide(by: User, change: ProposedChange, state: State, reason: str) -> None:
    change.state, change.reason = state, reason.strip()
    change.decided_by, change.decided_at = by, timezone.now()
    change.save()
    audit.record(
        actor=by.username,
        action=f"{'accept' if state is State.ACCEPTED else 'reject'}_change",
        object_type="policy",
        object_id=change.returned.policy_id,
        file=change.returned.name,
        place=change.place,
        kind=change.kind,
        key=change.key,
        field=change.field,
        before=change.held,
        after=change.value,
        reason=change.reason,
    )
