"""The section chiefs' meeting (課長級調整会議, article 7(1)): its agenda and what it decided."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.coordination import facts, informing
from renkei.apps.coordination.choices import MEETING_DECISIONS
from renkei.apps.coordination.locking import open_for, said, tell
from renkei.apps.coordination.models import Case, Item, Meeting
from renkei.apps.coordination.selectors import visible_cases
from renkei.core.coordination.consulting import Outcome
from renkei.core.coordination.states import State
from renkei.core.errors import UsageError


@transaction.atomic
def call_meeting(*, by: User, name: str, day: date) -> Meeting:
    """A meeting with its agenda: every case in which an objection or a silence stands open."""
    require(by, "coordination.meet")
    meeting = Meeting.objects.create(name=said(name), day=day, made_by=by)
    for case, why in _open_questions(by):
        Item.objects.create(meeting=meeting, case=case, why=why)
    return meeting


@transaction.atomic
def add(*, by: User, meeting: Meeting, case: Case) -> Item:
    """Put another case on the agenda."""
    current = open_for(by, "coordination.meet", case)
    _open(meeting)
    row, _ = Item.objects.get_or_create(
        meeting=meeting, case=current, defaults={"why": "asked_for"}
    )
    return row


@transaction.atomic
def decide(*, by: User, item: Item, decision: str, text: str) -> Item:
    """Write down what was decided; it goes back to the case. "settled" settles its objections."""
    case = open_for(by, "coordination.meet", item.case)
    _open(item.meeting)
    if decision not in MEETING_DECISIONS:
        raise UsageError("RK505", what="decision", found=decision)
    words = said(text)
    row = Item.objects.select_for_update().select_related("meeting").get(pk=item.pk)
    row.decision, row.text, row.actor, row.at = decision, words, by, timezone.now()
    row.save()
    if decision == "settled":
        for request in facts.last_requests(case):
            if request.outcome == Outcome.OBJECT:
                request.settlement = words
                request.save(update_fields=["settlement"])
    informing.decided(case, row)
    tell(by, "decide_in_meeting", case, meeting=row.meeting_id, decision=decision)
    return row


@transaction.atomic
def close(*, by: User, meeting: Meeting) -> Meeting:
    """The meeting is over; what was not decided waits for the next."""
    require(by, "coordination.meet")
    _open(meeting)
    meeting.closed_at = timezone.now()
    meeting.save(update_fields=["closed_at"])
    return meeting


def _open(meeting: Meeting) -> None:
    if Meeting.objects.filter(pk=meeting.pk, closed_at__isnull=False).exists():
        raise UsageError("RK860", name=meeting.name)


def _open_questions(by: User) -> list[tuple[Case, str]]:
    found: list[tuple[Case, str]] = []
    rows = visible_cases(by).filter(
        state=State.IN_COORDINATION,
        consultations__requests__outcome__in=(Outcome.OBJECT, Outcome.NO_ANSWER),
    )
    for case in rows.distinct().order_by("sort_day", "pk"):
        asked = facts.last_requests(case)
        if any(one.outcome == Outcome.OBJECT and not one.settled for one in asked):
            found.append((case, "objection"))
        elif any(one.outcome == Outcome.NO_ANSWER for one in asked):
            found.append((case, "no_answer"))
    return found
