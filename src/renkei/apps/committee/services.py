"""Seats, sessions with their agenda, decisions that adopt a paper, and follow-up (article 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.committee import selectors
from renkei.apps.committee.choices import Ask, Body, Decision
from renkei.apps.committee.models import FollowUp, Matter, Member, Session
from renkei.apps.coordination.models import Case
from renkei.apps.documents.models import StoredDocument
from renkei.apps.planning import papers
from renkei.apps.planning.choices import PaperState
from renkei.apps.planning.models import Paper
from renkei.core.errors import ConflictError, DeniedError, UsageError


@transaction.atomic
def seat(
    *,
    by: User,
    body: Body,
    office: str,
    since: date,
    organisation: Organisation | None = None,
    user: User | None = None,
    chair: bool = False,
) -> Member:
    """Give a seat to an office. Raises ConflictError RK902 for a second chair."""
    require(by, "committee.keep")
    row = Member(
        body=body,
        office=_said("office", office),
        organisation=organisation,
        user=user,
        chair=chair,
        since=since,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ConflictError("RK902") from error
    _tell(by, "seat_member", "member", row.pk, body=body, office=row.office, chair=chair)
    return row


@transaction.atomic
def unseat(*, by: User, member: Member, until: date) -> Member:
    """The office leaves the body. Raises UsageError RK903 for a day before it joined."""
    require(by, "committee.keep")
    if until < member.since:
        raise UsageError("RK903", since=member.since, until=until)
    member.until = until
    member.save(update_fields=["until"])
    _tell(by, "unseat_member", "member", member.pk, until=str(until))
    return member


@transaction.atomic
def convene(*, by: User, body: Body, name: str, day: date, place: str = "") -> Session:
    """A session; on its agenda stands every paper that waits to be adopted."""
    require(by, "committee.keep")
    session = Session.objects.create(
        body=body, name=_said("name", name), day=day, place=place.strip(), made_by=by
    )
    for paper in selectors.papers_to_adopt(by):
        Matter.objects.create(session=session, paper=paper, title=paper.title, ask=Ask.ADOPT)
    _tell(by, "convene", "session", session.pk, body=body, day=str(day))
    return session


@transaction.atomic
def put(
    *,
    by: User,
    session: Session,
    ask: Ask,
    title: str = "",
    paper: Paper | None = None,
    case: Case | None = None,
    documents: Iterable[StoredDocument] = (),
) -> Matter:
    """Put a matter on the agenda, with the documents laid before the session.

    Raises UsageError RK901 when the session is over, RK904 when there is nothing to adopt, and
    ConflictError RK905 when the paper or case stands there already.
    """
    require(by, "committee.keep")
    _open(session)
    if ask == Ask.ADOPT and (paper is None or paper.state != PaperState.REVIEWED):
        raise UsageError("RK904", name=paper.title if paper else title)
    name = title or (paper.title if paper else "") or (case.title if case else "")
    row = Matter(session=session, paper=paper, case=case, ask=ask, title=_said("title", name))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ConflictError("RK905", name=row.title) from error
    row.documents.set(documents)
    _tell(by, "put_matter", "session", session.pk, matter=row.pk, ask=ask)
    return row


@transaction.atomic
def decide(
    *, by: User, matter: Matter, decision: Decision, text: str, effective_on: date | None = None
) -> Matter:
    """Write down what the session decided; agreed to adopt, the paper is in force from its day.

    Raises UsageError RK901 when the session is over, RK906 when it was decided already, and what
    adopting the paper raises.
    """
    require(by, "committee.decide")
    current = Matter.objects.select_for_update(of=("self",)).get(pk=matter.pk)
    _open(current.session)
    if current.decision and current.decision != Decision.NEXT_TIME:
        raise ConflictError("RK906", name=current.title, user=current.actor)
    current.text = papers.said(text)
    if current.ask == Ask.ADOPT and current.paper is not None:
        _carry_out(by, current, current.paper, decision, effective_on)
    current.decision, current.actor, current.at = decision, by, timezone.now()
    current.save()
    _tell(by, "decide_matter", "session", current.session_id, matter=current.pk, decision=decision)
    return current


@transaction.atomic
def close(*, by: User, session: Session) -> Session:
    """The session is over; what it did not decide waits for the next."""
    require(by, "committee.decide")
    _open(session)
    session.matters.filter(decision="").update(decision=Decision.NEXT_TIME)
    session.closed_at = timezone.now()
    session.save(update_fields=["closed_at"])
    _tell(by, "close_session", "session", session.pk)
    return session


@transaction.atomic
def follow(
    *, by: User, matter: Matter, what: str, organisation: Organisation, due: date
) -> FollowUp:
    """Say what is to be done after a decision, by whom and when."""
    require(by, "committee.decide")
    if not matter.decision:
        raise UsageError("RK907", name=matter.title)
    row = FollowUp.objects.create(
        matter=matter, what=_said("what", what), organisation=organisation, due=due
    )
    _tell(by, "follow_up", "session", matter.session_id, follow_up=row.pk, due=str(due))
    return row


@transaction.atomic
def finish(*, by: User, follow_up: FollowUp, note: str = "") -> FollowUp:
    """It was done. Those who keep the committee's business say so, or the organisation itself."""
    current = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if current.done_at:
        raise ConflictError("RK908", name=current.what, user=current.done_by)
    if not selectors.may_finish(by, current):
        raise DeniedError("RK501", user=by, action="committee.finish")
    current.done_at, current.done_by, current.note = timezone.now(), by, note.strip()
    current.save()
    _tell(by, "finish_follow_up", "session", current.matter.session_id, follow_up=current.pk)
    return current


def _carry_out(
    by: User, matter: Matter, paper: Paper, decision: Decision, effective_on: date | None
) -> None:
    """Move the paper as the session decided."""
    if decision == Decision.AGREED:
        papers.adopt(
            by=by,
            paper=paper,
            version=paper.version,
            effective_on=effective_on or matter.session.day,
            adopted_by=matter.session.name,
            reason=matter.text,
        )
    elif decision == Decision.SENT_BACK:
        papers.send_back(by=by, paper=paper, version=paper.version, reason=matter.text)


def _open(session: Session) -> None:
    if Session.objects.filter(pk=session.pk, closed_at__isnull=False).exists():
        raise UsageError("RK901", name=session.name)


def _said(field: str, text: str) -> str:
    if not text.strip():
        raise UsageError("RK503", field=field, found="", expected="")
    return text.strip()


def _tell(by: User, action: str, kind: str, key: int, **data: object) -> None:
    audit.record(actor=by.username, action=action, object_type=kind, object_id=key, **data)
