"""Who was told what and when (articles 7(2), 7(4), 7(5), 7(6)); nothing goes that may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.coordination import facts, informing
from renkei.apps.coordination.choices import PHASES
from renkei.apps.coordination.guarding import marking_of, released
from renkei.apps.coordination.locking import open_for, said
from renkei.apps.coordination.locking import tell as trail
from renkei.apps.coordination.models import Case, Report, Telling
from renkei.core.coordination.leaving import Audience, Leaves, leaves
from renkei.core.errors import UsageError


@transaction.atomic
def draw_in(*, by: User, case: Case, phase: str) -> list[Telling]:
    """Tell every attaché accredited to a partner of the case who was not told in this phase."""
    return tell_attaches(by, open_for(by, "coordination.lead", case), phase)


def tell_attaches(by: User, case: Case, phase: str) -> list[Telling]:
    """As :func:`draw_in`, within a write that has the case locked."""
    there = set(case.tellings.filter(phase=phase).values_list("user_id", flat=True))
    new = [user for user in facts.attaches(case) if user.pk not in there]
    rows = [
        Telling.objects.create(
            case=case,
            actor=by,
            audience=Audience.ATTACHE,
            phase=phase,
            user=user,
            marking=case.marking,
        )
        for user in new
    ]
    if rows:
        informing.told(case, new, phase)
        trail(by, "tell_attaches", case, phase=phase, users=[user.username for user in new])
    return rows


@transaction.atomic
def tell_outside(
    *, by: User, case: Case, audience: str, recipient: str, items: Sequence[str], phase: str
) -> Telling:
    """Record that somebody outside is told these items, as they stand now.

    Raises UsageError RK857 where the marking forbids it, RK858 for an item that was not released.
    """
    current = open_for(by, "coordination.lead", case)
    if phase not in PHASES or audience not in set(Audience) or audience == Audience.ATTACHE:
        raise UsageError("RK505", what="audience", found=f"{audience} {phase}")
    if not items:
        raise UsageError("RK503", field="items", found="", expected="")
    _require_leaving(current, Audience(audience), recipient, items)
    row = Telling.objects.create(
        case=current,
        actor=by,
        audience=audience,
        phase=phase,
        recipient=said(recipient),
        words={item: word(current, item) for item in items},
        marking=max(marking_of(current, item) for item in items),
    )
    trail(by, "tell_outside", current, audience=audience, recipient=recipient, items=list(items))
    return row


def _require_leaving(case: Case, audience: Audience, recipient: str, items: Iterable[str]) -> None:
    decided = released(case)
    for item in items:
        marking = marking_of(case, item)
        way = leaves(audience, marking)
        if way is Leaves.NEVER:
            raise UsageError("RK857", marking=marking, recipient=recipient)
        row = decided.get((item, audience))
        if (row is not None and not row.allowed) or (way is Leaves.RELEASED and row is None):
            raise UsageError("RK858", what=item)


def word(case: Case, item: str) -> str:
    """An item as it is told."""
    if item == "partners":
        return case.partner_codes
    if item == "report":
        report = Report.objects.filter(case=case).first()
        return report.agreed if report else ""
    kind, _, key = item.partition(":")
    if kind == "attachment":
        return case.attachments.get(pk=key).name
    return str(getattr(case, item) or "")
