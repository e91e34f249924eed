"""Reading cases. The viewer comes first; nothing above their clearance comes out."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from renkei.apps.accounts.choices import Role
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import (
    Viewer,
    accredited_codes,
    highest_marking,
    is_attache,
)
from renkei.apps.coordination import facts
from renkei.apps.coordination.models import Case, Request
from renkei.apps.coordination.services import RIGHTS
from renkei.core.coordination.consulting import days_ahead
from renkei.core.coordination.states import State, missing, needs_reason, open_moves
from renkei.core.errors import UsageError


def visible_cases(viewer: Viewer) -> QuerySet[Case]:
    """Cases up to the viewer's clearance; for an attaché, those of accredited partners only."""
    cases = Case.objects.filter(marking__lte=highest_marking(viewer))
    if is_attache(viewer):
        own = Case.partners.through.objects.filter(partner_id__in=accredited_codes(viewer))
        cases = cases.filter(Q(pk__in=own.values("case_id")))
    return cases


def case(viewer: Viewer, pk: int) -> Case:
    """One case with what its page needs. Raises Case.DoesNotExist also for what may not be seen."""
    return (
        visible_cases(viewer)
        .select_related("organisation", "proposed_by", "previous", "activity")
        .prefetch_related("partners")
        .get(pk=pk)
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A state that may follow: what it still needs, and whether the viewer may go there."""

    to: State
    needs: tuple[UsageError, ...]
    reason: bool
    allowed: bool


def steps(viewer: Viewer, case: Case) -> list[Step]:
    """Every open step, the next one first."""
    known = facts.of(case)
    state = State(case.state)
    return [
        Step(
            to,
            missing(known, to),
            needs_reason(state, to),
            may(viewer, RIGHTS.get(to, "coordination.lead"), case),
        )
        for to in open_moves(state)
    ]


def days_before(case: Case) -> int | None:
    """Days between the proposal and the event; None while no date is known."""
    return days_ahead(case.proposed_on, case.event_day)


def may_propose(viewer: Viewer) -> bool:
    """Whether the viewer may propose cases at all."""
    return may(viewer, "coordination.propose")


def delegates(case: Case) -> QuerySet[User]:
    """Who may answer instead of somebody: everybody cleared for the case who is not only a reader."""
    cleared = User.objects.filter(is_active=True, clearance__gte=case.marking)
    return cleared.exclude(role=Role.READER).order_by("username")


def request(case: Case, pk: int) -> Request:
    """One of those asked about a case. Raises Request.DoesNotExist."""
    return Request.objects.select_related("consultation__case", "organisation").get(
        pk=pk, consultation__case=case
    )
