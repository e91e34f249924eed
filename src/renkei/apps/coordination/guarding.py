"""Decisions of the security officer: the four kinds, and what may leave (article 7(3))."""

from __future__ import annotations

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.coordination.choices import ITEMS, SECURITY_DECISIONS, SECURITY_KINDS
from renkei.apps.coordination.locking import open_for, said, tell
from renkei.apps.coordination.models import Case, Release, SecurityDecision
from renkei.core.coordination.leaving import RELEASABLE, Audience, Leaves, leaves
from renkei.core.errors import UsageError


@transaction.atomic
def decide(*, by: User, case: Case, kind: str, decision: str, note: str = "") -> SecurityDecision:
    """Decide on one kind of information security; anything but a plain yes says why."""
    current = open_for(by, "coordination.secure", case)
    _known("kind", kind, SECURITY_KINDS)
    _known("decision", decision, SECURITY_DECISIONS)
    words = note.strip() if decision == "clear" else said(note)
    row = SecurityDecision.objects.create(
        case=current, actor=by, kind=kind, decision=decision, note=words
    )
    tell(by, "decide_security", current, kind=kind, decision=decision)
    return row


@transaction.atomic
def release(
    *, by: User, case: Case, item: str, audience: str, allowed: bool, note: str = ""
) -> Release:
    """Decide whether an item may go to an audience. What never may is refused (RK857)."""
    current = open_for(by, "coordination.secure", case)
    _known("audience", audience, tuple(map(str, RELEASABLE)))
    marking = marking_of(current, item)
    if allowed and leaves(Audience(audience), marking) is Leaves.NEVER:
        raise UsageError("RK857", marking=marking, recipient=audience)
    row = Release.objects.create(
        case=current, actor=by, item=item, audience=audience, allowed=allowed, note=note.strip()
    )
    tell(by, "decide_release", current, item=item, audience=audience, allowed=allowed)
    return row


def marking_of(case: Case, item: str) -> int:
    """The marking of a field (that of the case) or of an attachment, whichever is stricter."""
    kind, _, key = item.partition(":")
    if kind == "attachment" and key.isdigit():
        found = case.attachments.filter(pk=int(key)).first()
        if found is not None:
            return max(int(found.marking), int(case.marking))
    _known("item", item, ITEMS)
    return int(case.marking)


def released(case: Case) -> dict[tuple[str, str], Release]:
    """The decision that counts, by item and audience."""
    return {(row.item, row.audience): row for row in case.releases.select_related("actor")}


def _known(what: str, found: str, allowed: tuple[str, ...]) -> None:
    if found not in allowed:
        raise UsageError("RK505", what=what, found=found)
