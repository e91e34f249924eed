"""Proposing, changing and moving a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.coordination import facts, informing
from renkei.apps.coordination.holding import record_held
from renkei.apps.coordination.locking import keep, open_for, said, tell
from renkei.apps.coordination.models import Case, Move, Remark
from renkei.apps.coordination.values import fill
from renkei.apps.register.models import Partner
from renkei.core.coordination.states import State, missing, needs_reason, open_moves
from renkei.core.errors import UsageError

RIGHTS: dict[State, str] = {
    State.APPROVED: "coordination.approve",
    State.POSTPONED: "coordination.stop",
    State.CANCELLED: "coordination.stop",
}
"""Who may move a case there; everywhere else it is the lead organisation."""


@transaction.atomic
def propose(
    *,
    by: User,
    values: Mapping[str, Any],
    organisation: Organisation,
    marking: int = Marking.INTERNAL,
    previous: Case | None = None,
    on: date | None = None,
) -> Case:
    """A new case. ``on`` is the day of the proposal where it is not today.

    Raises DeniedError, UsageError (a field that cannot be so), ValueFormError (no date).
    """
    case = Case(
        organisation=organisation,
        marking=marking,
        previous=previous,
        proposed_by=by,
        proposed_on=on or timezone.localdate(),
    )
    require(by, "coordination.propose", case)
    codes = _checked(case, values)
    note_author(case, by, "proposed")
    case.save()
    case.partners.set(Partner.objects.filter(pk__in=codes))
    Move.objects.create(case=case, actor=by, after=case.state)
    tell(by, "propose_case", case, title=case.title, partners=codes)
    return case


@transaction.atomic
def change(
    *,
    by: User,
    case: Case,
    version: int,
    values: Mapping[str, Any],
    reason: str,
    marking: int | None = None,
) -> Case:
    """Change fields of a case. ``version`` is the one that the person saw (RK832)."""
    current = open_for(by, "coordination.lead", case, version)
    why = said(reason)
    if marking is not None:
        current.marking = marking
        require(by, "coordination.lead", current)
    codes = _checked(current, values)
    keep(current, by, why)
    current.partners.set(Partner.objects.filter(pk__in=codes))
    tell(by, "change_case", current, fields=sorted(values), reason=why)
    return current


@transaction.atomic
def move(*, by: User, case: Case, version: int, to: str, reason: str = "") -> Case:
    """Take a case to another state.

    Raises ConflictError RK832 for the second of two who decide at once, UsageError RK830 for a
    state that cannot follow, and the first thing that the state still needs.
    """
    right = RIGHTS.get(State(to), "coordination.lead") if to in set(State) else "coordination.lead"
    current = open_for(by, right, case, version)
    state = State(current.state)
    if to not in open_moves(state):
        raise UsageError("RK830", state=state, to=to)
    wanted = State(to)
    for need in missing(facts.of(current), wanted):
        raise need
    why = said(reason) if needs_reason(state, wanted) else reason.strip()
    if wanted is State.HELD:
        record_held(by, current)
    current.state = wanted
    keep(current, by, why)
    step = Move.objects.create(case=current, actor=by, before=state, after=wanted, reason=why)
    informing.moved(step)
    tell(by, "move_case", current, before=str(state), after=str(wanted), reason=why)
    return current


@transaction.atomic
def remark(*, by: User, case: Case, text: str) -> Remark:
    """Say something in the thread."""
    current = open_for(by, "coordination.remark", case)
    row = Remark.objects.create(case=current, actor=by, text=said(text))
    tell(by, "remark_on_case", current, remark=row.pk)
    return row


def _checked(case: Case, values: Mapping[str, Any]) -> list[str]:
    codes = fill(case, values)
    try:
        case.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        if field == "__all__":
            raise UsageError("RK510", problem=" ".join(messages)) from error
        found = getattr(case, field, "")
        raise UsageError("RK503", field=field, found=found, expected=" ".join(messages)) from error
    return codes
