"""Asking other organisations and answering them (合議, article 7(1))."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.choices import Role
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.coordination import informing
from renkei.apps.coordination.locking import lock, open_for, said, tell
from renkei.apps.coordination.models import Answer, Case, Consultation, Request
from renkei.apps.coordination.services import move
from renkei.core.coordination.consulting import (
    ANSWERS,
    NEEDS_WORDS,
    Asked,
    Order,
    Outcome,
    on_turn,
    overdue,
)
from renkei.core.coordination.states import State
from renkei.core.errors import DeniedError, UsageError


@transaction.atomic
def ask(
    *,
    by: User,
    case: Case,
    organisations: Sequence[Organisation],
    due: date,
    order: str = Order.PARALLEL,
    question: str = "",
) -> Consultation:
    """Ask organisations for their answer by ``due``, that day included.

    A case that is only proposed goes into co-ordination with it. In sequence all share the last
    day, and the next is asked when the one before has answered.
    """
    current = open_for(by, "coordination.lead", case)
    today = timezone.localdate()
    if due < today:
        raise UsageError("RK850", field="due", due=due, today=today)
    _askable(current, organisations)
    if current.state == State.PROPOSED:
        current = move(by=by, case=current, version=current.version, to=State.IN_COORDINATION)
    if current.state != State.IN_COORDINATION:
        raise UsageError("RK830", state=current.state, to=State.IN_COORDINATION)
    round_ = Consultation.objects.create(
        case=current, order=Order(order), question=question.strip(), asked_by=by
    )
    Request.objects.bulk_create(
        Request(consultation=round_, organisation=each, position=number, due=due)
        for number, each in enumerate(organisations)
    )
    asked = [each.code for each in organisations]
    informing.asked(_on_turn(round_))
    tell(by, "consult_on_case", current, asked=asked, due=str(due), order=str(order))
    return round_


def answer(
    *, by: User, request: Request, outcome: str, text: str = "", counter: str = ""
) -> Answer:
    """Answer for the organisation that was asked; the last answer counts.

    Somebody of another organisation is refused (RK851), and the attempt stays in the audit trail.
    """
    case = request.consultation.case
    if not may_answer(by, request):
        tell(by, "answer_refused", case, request=request.pk, organisation=str(request.organisation))
        raise DeniedError("RK851", organisation=request.organisation, user=by)
    return _answer(by, request, Outcome(outcome), text, counter)


@transaction.atomic
def delegate(*, by: User, request: Request, to: User) -> Request:
    """Let somebody else answer, who must be cleared for the case."""
    case = lock(request.consultation.case)
    current = Request.objects.select_for_update().get(pk=request.pk)
    if not _is_of(by, current):
        raise DeniedError("RK851", organisation=current.organisation, user=by)
    if to.role == Role.READER or int(to.clearance) < int(case.marking):
        raise UsageError("RK503", field="to", found=to, expected=case.get_marking_display())
    current.delegate = to
    current.save(update_fields=["delegate"])
    informing.delegated(current)
    tell(by, "delegate_answer", case, request=current.pk, to=to.username)
    return current


@transaction.atomic
def record_overdue(*, today: date) -> list[Request]:
    """Record everybody whose day is over as not having answered; whom it was recorded of."""
    waiting = Consultation.objects.filter(requests__outcome="", requests__due__lt=today).distinct()
    recorded: list[Request] = []
    for round_ in waiting.select_related("case"):
        lock(round_.case)
        rows = {row.pk: row for row in _rows(round_)}
        for key in overdue(Order(round_.order), _asked(rows.values()), today):
            row = rows[key]
            row.outcome = Outcome.NO_ANSWER
            row.save(update_fields=["outcome"])
            informing.answered(Answer.objects.create(request=row, outcome=Outcome.NO_ANSWER))
            recorded.append(row)
        informing.asked(_on_turn(round_))
    return recorded


def turn(consultation: Consultation) -> tuple[int, ...]:
    """Keys of the requests that may be answered now."""
    return on_turn(Order(consultation.order), _asked(_rows(consultation)))


def may_answer(by: object, request: Request) -> bool:
    """Whether somebody answers for the organisation that was asked."""
    if not isinstance(by, User) or int(by.clearance) < int(request.consultation.case.marking):
        return False
    return _is_of(by, request) or request.delegate_id == by.pk


def _is_of(by: User, request: Request) -> bool:
    answers = by.is_active and by.role not in (Role.READER, Role.ATTACHE)
    return answers and by.organisation_id == request.organisation_id


@transaction.atomic
def _answer(by: User, request: Request, outcome: Outcome, text: str, counter: str) -> Answer:
    case = lock(request.consultation.case)
    current = Request.objects.select_for_update().get(pk=request.pk)
    again = current.outcome in ANSWERS
    if case.state != State.IN_COORDINATION or not (
        again or current.pk in turn(current.consultation)
    ):
        raise UsageError("RK852", organisation=current.organisation)
    if outcome not in ANSWERS:
        raise UsageError("RK505", what="answer", found=outcome)
    words = said(text) if outcome in NEEDS_WORDS else text.strip()
    current.outcome = outcome
    current.settlement = ""
    current.save(update_fields=["outcome", "settlement"])
    row = Answer.objects.create(
        request=current, actor=by, outcome=outcome, text=words, counter=counter.strip()
    )
    informing.answered(row)
    informing.asked(_on_turn(current.consultation))
    tell(by, "answer_on_case", case, request=current.pk, outcome=str(outcome))
    return row


def _askable(case: Case, organisations: Sequence[Organisation]) -> None:
    seen = {case.organisation_id}
    if not organisations:
        raise UsageError("RK503", field="organisations", found="", expected="")
    for each in organisations:
        if each.pk in seen:
            raise UsageError("RK853", field="organisations", organisation=each)
        seen.add(each.pk)


def _rows(consultation: Consultation) -> list[Request]:
    return list(consultation.requests.select_related("organisation").order_by("position", "pk"))


def _on_turn(consultation: Consultation) -> list[Request]:
    keys = turn(consultation)
    return [row for row in _rows(consultation) if row.pk in keys]


def _asked(rows: Iterable[Request]) -> list[Asked]:
    return [Asked(row.pk, row.due, row.outcome) for row in rows]
