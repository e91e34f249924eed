"""Whom the events of a case are told, by notice. Never anybody whose clearance is below it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from renkei.apps.accounts.choices import Role
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.coordination.models import Answer, Case, Item, Lesson, Move, Promise, Request
from renkei.apps.notices.services import notify
from renkei.core.coordination.consulting import Order
from renkei.core.coordination.states import State

REMIND_DAYS = 2
"""So many days before a deadline people are reminded, once."""


def workers(*organisations: Organisation | int) -> list[User]:
    """The people of organisations who work on cases."""
    rows = User.objects.filter(is_active=True, organisation__in=organisations)
    return list(rows.exclude(role__in=(Role.READER, Role.ATTACHE)))


def concerned(case: Case) -> list[User]:
    """The lead organisation, the proposer and everybody who was asked."""
    asked = Request.objects.filter(consultation__case=case)
    return list(
        User.objects.filter(
            Q(organisation=case.organisation_id)
            | Q(pk=case.proposed_by_id)
            | Q(organisation__in=asked.values("organisation"))
            | Q(pk__in=asked.values("delegate")),
            is_active=True,
        )
        .exclude(role__in=(Role.READER, Role.ATTACHE))
        .distinct()
    )


def asked(requests: Iterable[Request]) -> None:
    """Those whose turn it is to answer."""
    for row in requests:
        case = row.consultation.case
        _tell(
            case,
            workers(row.organisation),
            "asked",
            f"asked-{row.pk}",
            who=case.organisation.name,
            due=str(row.due),
        )


def answered(row: Answer) -> None:
    """The lead organisation learns of an answer, and of one that did not come."""
    request = row.request
    case = request.consultation.case
    users = [*workers(case.organisation), case.proposed_by]
    code = "answered" if row.actor else "no_answer"
    _tell(
        case,
        users,
        code,
        f"answer-{row.pk}",
        who=request.organisation.name,
        outcome=["consultation_outcome", row.outcome],
    )


def delegated(row: Request) -> None:
    """The delegate learns of it."""
    if row.delegate is not None:
        case = row.consultation.case
        key = f"delegated-{row.pk}-{row.delegate_id}"
        who = row.organisation.name
        _tell(case, [row.delegate], "delegated", key, who=who, due=str(row.due))


def moved(row: Move) -> None:
    """Everybody concerned learns where the case stands."""
    others = [user for user in concerned(row.case) if user.pk != row.actor_id]
    _tell(row.case, others, "moved", f"move-{row.pk}", state=["lifecycle", row.after])


def remind(*, today: date) -> None:
    """Remind those who owe an answer soon; in sequence only those whose turn it is."""
    rows = Request.objects.filter(
        outcome="",
        due__gte=today,
        due__lte=today + timedelta(days=REMIND_DAYS),
        reminded_on__isnull=True,
        consultation__case__state=State.IN_COORDINATION,
    ).select_related("consultation__case__organisation", "organisation", "delegate")
    for row in rows:
        before = row.consultation.requests.filter(outcome="", position__lt=row.position)
        if row.consultation.order == Order.SEQUENTIAL and before.exists():
            continue
        users = [*workers(row.organisation), *([row.delegate] if row.delegate else [])]
        _tell(row.consultation.case, users, "answer_due", f"due-{row.pk}", due=str(row.due))
        row.reminded_on = today
        row.save(update_fields=["reminded_on"])


def _tell(case: Case, users: Iterable[User], code: str, key: str, **params: Any) -> None:
    notify(
        users=users,
        code=code,
        key=f"case-{case.pk}-{key}",
        address=f"/cases/{case.pk}/",
        marking=case.marking,
        title=case.title,
        **params,
    )


def told(case: Case, users: Iterable[User], phase: str) -> None:
    """Attachés are drawn in at planning, and get the result."""
    _tell(case, users, f"told_{phase}", f"told-{phase}")


def decided(case: Case, item: Item) -> None:
    """Everybody concerned learns what the meeting decided."""
    _tell(case, concerned(case), "decided", f"item-{item.pk}-{item.at}", text=item.text)


def lesson(row: Lesson) -> None:
    """Planners learn of a lesson."""
    planners = User.objects.filter(is_active=True, role=Role.PLANNER)
    _tell(row.case, planners, "lesson", f"lesson-{row.pk}", text=row.text)


def promise(row: Promise, *, late: bool) -> None:
    """The owner and the lead organisation learn that a promise is due, or late."""
    users = workers(row.organisation, row.case.organisation_id)
    code = "promise_late" if late else "promise_due"
    _tell(row.case, users, code, f"{code}-{row.pk}-{row.due}", text=row.text, due=str(row.due))
