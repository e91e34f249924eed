"""The way of a paper: drafted, reviewed, adopted, replaced. Each step has its actor and reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.planning.choices import PaperKind, PaperState
from renkei.apps.planning.models import Paper, PaperStep
from renkei.core.errors import ConflictError, UsageError

Complete = Callable[[Paper], None]
Copy = Callable[[Paper, Paper], None]

CHECKS: dict[str, Complete] = {}
"""Per kind: raises UsageError with what a paper lacks before it can be reviewed."""
COPIES: dict[str, Copy] = {}
"""Per kind: takes the content of a paper over into its next version."""


def begin(
    *,
    by: User,
    kind: PaperKind,
    title: str,
    organisation: Organisation | None,
    marking: int,
    previous: Paper | None = None,
    reason: str = "",
) -> Paper:
    """A new draft, within the transaction of the service that fills it."""
    paper = Paper(
        kind=kind,
        title=title.strip(),
        organisation=organisation,
        marking=marking,
        previous=previous,
    )
    require(by, "planning.write", paper)
    if not paper.title:
        raise UsageError("RK503", field="title", found="", expected="")
    note_author(paper, by, reason)
    paper.save()
    _step(by, paper, "", PaperState.DRAFT, reason)
    return paper


def lock(paper: Paper, version: int) -> Paper:
    """The paper as it is now, locked. Raises ConflictError RK502 if somebody wrote since."""
    current = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    if current.version != version:
        latest = current.history.select_related("history_user").first()
        who = latest.history_user if latest and latest.history_user else "?"
        raise ConflictError("RK502", name=current.title, user=who)
    return current


def open_draft(by: User, paper: Paper, version: int) -> Paper:
    """A draft, locked, for somebody who may write on it. Raises UsageError RK872 for no draft."""
    current = lock(paper, version)
    require(by, "planning.write", current)
    if not current.is_draft:
        raise UsageError("RK872", name=current.title)
    return current


def wrote(by: User, paper: Paper, action: str, reason: str = "", **data: object) -> Paper:
    """Keep a change of a paper or of its content: next version, history, audit event."""
    paper.version += 1
    note_author(paper, by, reason)
    paper.save()
    _tell(by, action, paper, **data)
    return paper


@transaction.atomic
def review(*, by: User, paper: Paper, version: int, reason: str) -> Paper:
    """Say that a draft is complete and was looked through. Raises UsageError RK876 if it is not."""
    current = _at(paper, version, PaperState.DRAFT)
    require(by, "planning.review", current)
    if current.kind in CHECKS:
        CHECKS[current.kind](current)
    return _move(by, current, PaperState.REVIEWED, reason)


@transaction.atomic
def send_back(*, by: User, paper: Paper, version: int, reason: str) -> Paper:
    """Make a reviewed paper a draft again."""
    current = _at(paper, version, PaperState.REVIEWED)
    require(by, "planning.send_back", current)
    return _move(by, current, PaperState.DRAFT, reason)


@transaction.atomic
def adopt(
    *, by: User, paper: Paper, version: int, effective_on: date, adopted_by: str, reason: str
) -> Paper:
    """Adopt a reviewed paper; the version before it is replaced from the same day on.

    Raises UsageError RK874 for a day on or before the first day of the version before.
    """
    current = _at(paper, version, PaperState.REVIEWED)
    require(by, "planning.adopt", current)
    if not adopted_by.strip():
        raise UsageError("RK503", field="adopted_by", found="", expected="")
    before = current.previous
    if before is not None and before.state == PaperState.ADOPTED:
        before = Paper.objects.select_for_update(of=("self",)).get(pk=before.pk)
        if before.effective_on and effective_on <= before.effective_on:
            raise UsageError("RK874", day=effective_on, before=before.effective_on)
        before.replaced_on = effective_on
        _move(by, before, PaperState.REPLACED, reason)
    current.effective_on, current.adopted_by = effective_on, adopted_by.strip()
    return _move(by, current, PaperState.ADOPTED, reason)


@transaction.atomic
def revise(*, by: User, paper: Paper, version: int, reason: str) -> Paper:
    """A draft of the next version with the content of this one. Raises ConflictError RK873."""
    current = _at(paper, version, PaperState.ADOPTED)
    if current.following.exists():
        raise ConflictError("RK873", name=current.title)
    draft = begin(
        by=by,
        kind=PaperKind(current.kind),
        title=current.title,
        organisation=current.organisation,
        marking=current.marking,
        previous=current,
        reason=said(reason),
    )
    COPIES[current.kind](current, draft)
    return draft


def said(reason: str) -> str:
    """A reason without blanks around it. Raises UsageError RK757 where there is none."""
    if not reason.strip():
        raise UsageError("RK757")
    return reason.strip()


def _at(paper: Paper, version: int, state: PaperState) -> Paper:
    current = lock(paper, version)
    if current.state != state:
        raise ConflictError("RK871", name=current.title)
    return current


def _move(by: User, paper: Paper, to: PaperState, reason: str) -> Paper:
    before, why = paper.state, said(reason)
    paper.state = to
    wrote(by, paper, "move_paper", why, before=before, after=str(to), why=why)
    PaperStep.objects.create(paper=paper, before=before, after=to, actor=by, reason=why)
    return paper


def _step(by: User, paper: Paper, before: str, after: str, reason: str) -> None:
    PaperStep.objects.create(paper=paper, before=before, after=after, actor=by, reason=reason)
    _tell(by, "begin_paper", paper, kind=paper.kind, reason=reason)


def _tell(by: User, action: str, paper: Paper, **data: object) -> None:
    audit.record(actor=by.username, action=action, object_type="paper", object_id=paper.pk, **data)
