"""Which indicator of this year was which of another year: proposed here, confirmed by a person."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.cycle.choices import BREAKS, Standing, SuccessionKind
from renkei.apps.cycle.locking import said
from renkei.apps.cycle.models import Succession
from renkei.apps.documents.loading import Unloaded
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.core.errors import UsageError

ALIKE = 0.6
"""Names of the same number at least so alike were renamed; others replaced."""


class SuccessionLoader:
    """When a sheet was read, its indicators are compared with those of the year nearest to it."""

    def load(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Propose what the new indicators continue, and which later ones continue them."""
        policy = Policy.objects.filter(document=document).first()
        if policy is not None and any(record.type == "indicator" for record in records):
            propose(policy)
        return ()

    def refresh(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Nothing: what was proposed stays until a person has looked."""
        return ()

    def withdraw(self, records: Sequence[SourceRecord], by: User) -> set[int]:
        """Nothing stays for our sake; successions go with their indicators."""
        return set()

    def reject(self, record: SourceRecord, by: User, reason: str) -> None:
        """Nothing of ours rests on one record."""

    def restore(self, record: SourceRecord, by: User, reason: str) -> None:
        """Nothing of ours rests on one record."""

    def adopt(self, proposal: ReadingProposal, by: User, reason: str) -> None:
        """Nothing is read here."""


@transaction.atomic
def propose(policy: Policy) -> list[Succession]:
    """Propose successions between ``policy`` and its neighbours of the same name."""
    if policy.fiscal_year is None:
        return []
    same = Policy.objects.filter(name=policy.name, marking=policy.marking)
    earlier = same.filter(fiscal_year__lt=policy.fiscal_year).order_by("-fiscal_year").first()
    later = same.filter(fiscal_year__gt=policy.fiscal_year).order_by("fiscal_year").first()
    made = _between(earlier, policy) if earlier else []
    return made + (_between(policy, later) if later else [])


@transaction.atomic
def decide(
    *, by: User, succession: Succession, kind: str, later: Indicator | None, reason: str
) -> Succession:
    """Confirm a succession as it is or as another kind, with the reason where series break.

    Raises UsageError RK757 without a reason where it is needed.
    """
    row = Succession.objects.select_for_update(of=("self",)).get(pk=succession.pk)
    require(by, "cycle.enter", row.into)
    needs_reason = kind in BREAKS or kind == SuccessionKind.ENDED or kind != row.kind
    row.reason = said(reason) if needs_reason else reason.strip()
    if later is not None and later.policy_id != row.into_id:
        raise UsageError("RK505", what="indicator", found=later.number)
    row.kind = SuccessionKind(kind)
    row.later = None if kind == SuccessionKind.ENDED else later or row.later
    row.standing, row.actor = Standing.CONFIRMED, by
    row.save()
    audit.record(
        actor=by.username,
        action="decide_succession",
        object_type="indicator",
        object_id=row.earlier_id,
        kind=kind,
        later=row.later_id,
        reason=row.reason,
    )
    return row


@transaction.atomic
def reject(*, by: User, succession: Succession, reason: str) -> Succession:
    """Say that a proposed succession is none. Raises UsageError RK757 without a reason."""
    row = Succession.objects.select_for_update(of=("self",)).get(pk=succession.pk)
    require(by, "cycle.enter", row.into)
    row.reason, row.standing, row.actor = said(reason), Standing.REJECTED, by
    row.save()
    audit.record(
        actor=by.username,
        action="reject_succession",
        object_type="indicator",
        object_id=row.earlier_id,
        kind=row.kind,
        later=row.later_id,
        reason=row.reason,
    )
    return row


@transaction.atomic
def add(*, by: User, earlier: Indicator, later: Indicator, kind: str, reason: str) -> Succession:
    """Say that an indicator went into one more: of a split, or of several that were merged.

    Raises UsageError RK822 for an indicator of the same year or a later one.
    """
    require(by, "cycle.enter", later.policy)
    if (earlier.policy.fiscal_year or 0) >= (later.policy.fiscal_year or 0):
        raise UsageError("RK822", earlier=earlier, later=later)
    row, _ = Succession.objects.update_or_create(
        earlier=earlier,
        later=later,
        into=later.policy,
        defaults={
            "kind": SuccessionKind(kind),
            "reason": said(reason),
            "standing": Standing.CONFIRMED,
            "actor": by,
        },
    )
    audit.record(
        actor=by.username,
        action="add_succession",
        object_type="indicator",
        object_id=earlier.pk,
        kind=kind,
        later=later.pk,
        reason=row.reason,
    )
    return row


def _between(old: Policy, new: Policy) -> list[Succession]:
    if Succession.objects.filter(into=new, earlier__policy=old).exists():
        return []
    left = list(new.indicators.all())
    made = []
    for row in old.indicators.all():
        kind, later = _successor(row, left)
        if later is not None:
            left.remove(later)
        made.append(Succession(earlier=row, later=later, into=new, kind=kind))
    return Succession.objects.bulk_create(made)


def _successor(row: Indicator, left: list[Indicator]) -> tuple[SuccessionKind, Indicator | None]:
    for other in left:
        if other.name == row.name:
            return SuccessionKind.CONTINUED, other
    for other in left:
        if other.number == row.number:
            alike = SequenceMatcher(None, row.name, other.name, autojunk=False).ratio() >= ALIKE
            return SuccessionKind.RENAMED if alike else SuccessionKind.REPLACED, other
    return SuccessionKind.ENDED, None
