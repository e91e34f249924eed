"""After the event: the report, promises followed until kept, lessons and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import may, require
from renkei.apps.coordination import informing
from renkei.apps.coordination.choices import ACHIEVED, LESSON_STANDINGS, LESSON_TARGETS
from renkei.apps.coordination.locking import open_for, said, tell
from renkei.apps.coordination.models import Case, Lesson, Promise, Report
from renkei.apps.coordination.services import move
from renkei.apps.coordination.telling import tell_attaches
from renkei.core.coordination.states import State
from renkei.core.errors import UsageError

_AFTER = (State.HELD, State.REPORTED)


@transaction.atomic
def report(*, by: User, case: Case, values: Mapping[str, Any]) -> Report:
    """Write the result, or correct it; it goes at once to the attachés and those concerned.

    A case that was held is reported with it. Raises UsageError RK830 before it was held.
    """
    current = open_for(by, "coordination.lead", case)
    if current.state not in _AFTER:
        raise UsageError("RK830", state=current.state, to=State.REPORTED)
    if values["achieved"] not in ACHIEVED:
        raise UsageError("RK505", what="achieved", found=values["achieved"])
    words = {"agreed": said(values["agreed"]), "evaluation": said(values["evaluation"])}
    row, _ = Report.objects.update_or_create(
        case=current, defaults={**values, **words, "actor": by}
    )
    tell(by, "report_case", current, achieved=row.achieved)
    if current.state == State.HELD:
        current = move(by=by, case=current, version=current.version, to=State.REPORTED)
    tell_attaches(by, current, "result")
    return row


@transaction.atomic
def promise(*, by: User, case: Case, text: str, organisation: Organisation, due: date) -> Promise:
    """Write down a promise with its owner and day."""
    current = open_for(by, "coordination.lead", case)
    row = Promise.objects.create(
        case=current, actor=by, text=said(text), organisation=organisation, due=due
    )
    tell(by, "make_promise", current, promise=row.pk, owner=organisation.code, due=str(due))
    return row


@transaction.atomic
def keep_promise(*, by: User, promise: Promise, on: date) -> Promise:
    """Say that a promise was kept, late or not. The owner or the lead organisation does.

    Raises UsageError RK863 for a day that has not come yet.
    """
    if on > timezone.localdate():
        raise UsageError("RK863", on=on)
    return _settle(by, promise, "keep_promise", kept_on=on)


@transaction.atomic
def let_go(*, by: User, promise: Promise, reason: str) -> Promise:
    """Let a promise go, with the reason."""
    return _settle(by, promise, "let_promise_go", let_go=said(reason))


@transaction.atomic
def lesson(*, by: User, case: Case, text: str, target: str) -> Lesson:
    """Propose a lesson to the country policy or the next plan."""
    current = open_for(by, "coordination.lead", case)
    if target not in LESSON_TARGETS:
        raise UsageError("RK505", what="target", found=target)
    row = Lesson.objects.create(case=current, actor=by, text=said(text), target=target)
    informing.lesson(row)
    tell(by, "propose_lesson", current, lesson=row.pk, target=target)
    return row


@transaction.atomic
def answer_lesson(*, by: User, lesson: Lesson, standing: str, became: str) -> Lesson:
    """Say what became of a lesson; also after the case was closed."""
    require(by, "coordination.learn", lesson.case)
    if standing not in LESSON_STANDINGS[1:]:
        raise UsageError("RK505", what="standing", found=standing)
    row = Lesson.objects.select_for_update().get(pk=lesson.pk)
    row.standing, row.became = standing, said(became)
    row.decided_by, row.decided_at = by, timezone.now()
    row.save()
    tell(by, "answer_lesson", lesson.case, lesson=row.pk, standing=standing)
    return row


def open_promises(cases: QuerySet[Case]) -> QuerySet[Promise]:
    """Promises of these cases that are neither kept nor let go, the most urgent first."""
    rows = Promise.objects.filter(case__in=cases.values("pk"), kept_on__isnull=True, let_go="")
    return rows.select_related("case", "organisation", "actor")


def remind(*, today: date) -> None:
    """Tell the owners of promises that are due soon, and again once when they are late."""
    soon = today + timedelta(days=informing.REMIND_DAYS)
    for row in open_promises(Case.objects.all()).filter(due__lte=soon):
        informing.promise(row, late=row.due < today)


def _settle(by: User, promise: Promise, action: str, **values: Any) -> Promise:
    row = Promise.objects.select_for_update().select_related("case").get(pk=promise.pk)
    if row.organisation_id != by.organisation_id:
        open_for(by, "coordination.lead", row.case)
    else:
        open_for(by, "coordination.remark", row.case)
    if not row.open:
        raise UsageError("RK505", what="promise", found=row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    tell(by, action, row.case, promise=row.pk)
    return row


def may_settle(viewer: object, promise: Promise) -> bool:
    """Whether somebody may say that a promise was kept."""
    if not isinstance(viewer, User) or not promise.open or promise.case.ended:
        return False
    own = viewer.organisation_id == promise.organisation_id
    return may(viewer, f"coordination.{'remark' if own else 'lead'}", promise.case)
