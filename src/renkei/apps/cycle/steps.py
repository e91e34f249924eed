"""Going from stage to stage: what is missing, who may, the decision, and opening again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.counting import services as counting
from renkei.apps.cycle import selectors
from renkei.apps.cycle.checklist import POINTS
from renkei.apps.cycle.choices import FULL, LOCKED, RIGHTS, Stage
from renkei.apps.cycle.locking import lock, open_for, said, tell
from renkei.apps.cycle.models import Answer, Deadline, PolicyYear, Step, Tick
from renkei.apps.evaluation.models import Opinion
from renkei.core.errors import ConflictError, UsageError


@transaction.atomic
def advance(*, by: User, year: PolicyYear, seen: str, reason: str = "") -> PolicyYear:
    """Say that the stage ``seen`` is done. The decision is such a step, and needs a reason.

    Raises ConflictError RK758 when it is another stage by now, DeniedError for somebody who may
    not, and the error that tells what is still missing.
    """
    current = lock(year)
    if current.stage != seen or current.stage not in RIGHTS:
        raise ConflictError("RK758", found=seen, stage=current.stage)
    stage = Stage(current.stage)
    require(by, RIGHTS[stage], current.policy)
    for problem in selectors.missing(by, current):
        raise problem
    if stage is Stage.DECISION:
        said(reason)
    following = next(each for each in current.stages if FULL.index(each) > FULL.index(stage))
    return _move(by, current, following, reason, decided=stage is Stage.DECISION)


@transaction.atomic
def send_back(*, by: User, year: PolicyYear, seen: str, to: str, reason: str) -> PolicyYear:
    """Give the year back to an earlier stage, before it was decided."""
    current = open_for(by, "cycle.review", year)
    stages = [str(stage) for stage in current.stages]
    if current.stage != seen or to not in stages or stages.index(to) >= stages.index(seen):
        raise ConflictError("RK758", found=to, stage=current.stage)
    return _move(by, current, Stage(to), said(reason))


@transaction.atomic
def reopen(*, by: User, year: PolicyYear, reason: str) -> PolicyYear:
    """Open a decided year again as a new version; the one decided stays in its step."""
    current = lock(year)
    require(by, "cycle.decide", current.policy)
    if current.stage not in LOCKED:
        raise ConflictError("RK758", found=Stage.DECISION, stage=current.stage)
    why = said(reason)
    current.revision += 1
    return _move(by, current, Stage.REVIEW, why)


@transaction.atomic
def tick(*, by: User, year: PolicyYear, point: str, note: str = "") -> Tick:
    """Say that a point of the checklist was looked at."""
    current = open_for(by, "cycle.review", year)
    if point not in {each.code for each in POINTS}:
        raise UsageError("RK505", what="point", found=point)
    row, _ = Tick.objects.update_or_create(
        year=current,
        point=point,
        revision=current.revision,
        defaults={"note": note.strip(), "actor": by},
    )
    tell(by, "tick_point", current, point=point, note=row.note)
    return row


@transaction.atomic
def tick_all(*, by: User, year: PolicyYear, notes: Mapping[str, str]) -> list[Tick]:
    """Say of several points that they were looked at, each with its note."""
    return [tick(by=by, year=year, point=point, note=note) for point, note in notes.items()]


@transaction.atomic
def add_opinion(*, by: User, year: PolicyYear, text: str) -> Opinion:
    """Write down a remark of the outside experts."""
    current = open_for(by, "cycle.experts", year)
    position = current.policy.opinions.count()
    row = Opinion.objects.create(
        policy=current.policy, text=said(text), position=position, touched=True
    )
    tell(by, "add_opinion", current, opinion=row.pk)
    return row


@transaction.atomic
def answer(*, by: User, year: PolicyYear, opinion: Opinion, text: str) -> Answer:
    """Answer a remark; the bureau in charge does, or the secretary for it."""
    current = open_for(by, "cycle.answer", year)
    if opinion.policy_id != current.policy_id:
        raise UsageError("RK505", what="opinion", found=opinion.pk)
    row, _ = Answer.objects.update_or_create(
        opinion=opinion, defaults={"text": said(text), "actor": by}
    )
    tell(by, "answer_opinion", current, opinion=opinion.pk)
    return row


@transaction.atomic
def set_deadline(
    *, by: User, year: PolicyYear, stage: str, organisation: Organisation, due: date
) -> Deadline:
    """Say who owes a stage by when."""
    current = open_for(by, "cycle.review", year)
    if stage not in {str(each) for each in current.stages}:
        raise UsageError("RK505", what="stage", found=stage)
    row, _ = Deadline.objects.update_or_create(
        year=current, stage=stage, defaults={"organisation": organisation, "due": due}
    )
    tell(by, "set_deadline", current, stage=stage, due=str(due), organisation=organisation.code)
    return row


def _move(
    by: User, year: PolicyYear, to: Stage, reason: str, *, decided: bool = False
) -> PolicyYear:
    Step.objects.create(
        year=year,
        before=year.stage,
        after=to,
        actor=by,
        reason=reason.strip(),
        revision=year.revision,
        snapshot=selectors.snapshot(year) if decided else None,
    )
    if decided:
        counting.freeze(by=by, policy=year.policy, revision=year.revision)
    tell(by, "move_year", year, before=year.stage, after=str(to), reason=reason.strip())
    year.stage = to
    year.version += 1
    year.save()
    policy = year.policy
    if policy.locked != year.locked:
        policy.locked = year.locked
        policy.version += 1
        note_author(policy, by, reason.strip())
        policy.save()
    return year
