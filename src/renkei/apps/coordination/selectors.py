"""Reading cases. The viewer comes first; nothing above their clearance comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
from renkei.apps.coordination.models import (
    Case,
    Item,
    Lesson,
    Meeting,
    Promise,
    Report,
    Request,
    Telling,
    View,
)
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


def promise(case: Case, pk: int) -> Promise:
    """A promise of a case. Raises Promise.DoesNotExist."""
    return case.promises.select_related("case", "organisation").get(pk=pk)


def promises(case: Case) -> QuerySet[Promise]:
    """The promises of a case, the first due first."""
    return case.promises.select_related("case", "organisation")


def days_ahead_of(viewer: Viewer, since: date) -> list[tuple[str, int]]:
    """(lead organisation, days between proposal and event) of every case dated ``since`` or later."""
    rows = visible_cases(viewer).exclude(state=State.CANCELLED).filter(start_day__gte=since)
    named = rows.select_related("organisation").only(
        "organisation__name_ja", "organisation__name_en", "proposed_on", "start_day"
    )
    return [
        (row.organisation.name, days)
        for row in named.order_by("pk").iterator()
        if (days := days_ahead(row.proposed_on, row.start_day)) is not None
    ]


def lessons(viewer: Viewer) -> QuerySet[Lesson]:
    """Lessons of the cases that the viewer may see, those that wait first."""
    rows = Lesson.objects.filter(case__in=visible_cases(viewer).values("pk"))
    return rows.select_related("case", "actor", "decided_by").order_by("decided_at", "-at", "-pk")


def tellings(case: Case) -> QuerySet[Telling]:
    """Who was told, in order of time."""
    return case.tellings.select_related("actor", "user")


def views(viewer: Viewer, case: Case) -> QuerySet[View]:
    """Who looked, the last first; for those who watch over the case only."""
    if not may(viewer, "coordination.watch", case):
        return View.objects.none()
    return case.views.select_related("user")


def may_meet(viewer: Viewer) -> bool:
    """Whether the viewer has to do with the section chiefs' meeting: no reader, no attaché."""
    return may(viewer, "coordination.remark") and not is_attache(viewer)


def meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """All meetings, the latest first, for those who have to do with them."""
    return Meeting.objects.all() if may_meet(viewer) else Meeting.objects.none()


def agenda(viewer: Viewer, meeting: Meeting) -> QuerySet[Item]:
    """The cases on the agenda that the viewer may see."""
    rows = Item.objects.filter(meeting=meeting, case__in=visible_cases(viewer).values("pk"))
    return rows.select_related("case__organisation", "actor", "meeting")


def report(case: Case) -> Report | None:
    """The result report, if there is one."""
    return Report.objects.filter(case=case).select_related("actor").first()
