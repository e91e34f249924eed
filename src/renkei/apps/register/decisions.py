"""What people decide about sources: which value holds, what is one event and what is not.

Every decision has a reason, is in the audit trail and can be taken back; then the rules hold again.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import linking, regrouping
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.link_models import APART, JOINED, PROPOSED, ConflictDecision, RecordLink
from renkei.apps.register.models import Activity, ActivitySource
from renkei.core.errors import ConflictError, UsageError

RIGHT = "register.correct_activity"


@transaction.atomic
def decide_conflict(
    *, by: User, activity: Activity, version: int, field: str, value: Any, reason: str
) -> ConflictDecision:
    """Let ``value``, which one of the sources tells, hold for ``field``.

    The sources stay as they are, and so does the conflict; it is now a decided one. Raises
    DeniedError, ConflictError (RK502) when somebody wrote since ``version``, and UsageError for a
    value that no source tells, without a reason, or for an activity that people corrected (RK509).
    """
    current = _locked(by, activity.pk, version)
    reason = _reason(reason)
    if current.touched:
        raise UsageError("RK509", name=current.title)
    told = {conflict["field"]: conflict["values"] for conflict in conflicts_of(_records(current))}
    if value not in [item["value"] for item in told.get(field, [])]:
        raise UsageError("RK503", field=field, found=value, expected="")
    decision = current.decisions.filter(field=field).first()
    decision = decision or ConflictDecision(activity=current, field=field)
    decision.value, decision.reason, decision.by = value, reason, by
    note_author(decision, by, reason)
    decision.save()
    _recompose(current, by, reason)
    _note(by, "decide_conflict", current.pk, field=field, value=value, reason=reason)
    return decision


@transaction.atomic
def take_back_decision(
    *, by: User, activity: Activity, version: int, field: str, reason: str
) -> None:
    """Open the conflict about ``field`` again. Raises what :func:`decide_conflict` raises."""
    current = _locked(by, activity.pk, version)
    reason = _reason(reason)
    decision = current.decisions.filter(field=field).first()
    if decision is None:
        raise UsageError("RK507", name=current.title)
    note_author(decision, by, reason)
    decision.delete()
    _recompose(current, by, reason)
    _note(by, "take_back_decision", current.pk, field=field, reason=reason)


@transaction.atomic
def join(*, by: User, one: SourceRecord, other: SourceRecord, reason: str) -> Activity:
    """Say that two records tell of one event; the activity that is left.

    Raises DeniedError unless ``by`` may correct both activities, and UsageError (RK508) where
    their handling markings differ or people corrected both.
    """
    reason = _reason(reason)
    first, second = (_owner(by, record) for record in (one, other))
    if first.pk != second.pk and (
        first.marking != second.marking or (first.touched and second.touched)
    ):
        raise UsageError("RK508", name=first.title)
    _decide(by, one, other, JOINED, reason)
    linking.settle_around({first.pk, second.pk}, by, reason)
    kept = ActivitySource.objects.get(record=one).activity
    _note(by, "join_sources", kept.pk, records=[one.pk, other.pk], reason=reason)
    return kept


@transaction.atomic
def part(*, by: User, record: SourceRecord, reason: str, from_: SourceRecord) -> Activity:
    """Say that ``record`` does not tell of the event that ``from_`` tells of; its own activity.

    Parts it from every record in the activity of ``from_``, or refuses a proposal.
    """
    reason = _reason(reason)
    own, foreign = _owner(by, record), _owner(by, from_)
    for source in foreign.sources.exclude(record=record).select_related("record"):
        if own.pk != foreign.pk or source.record.document_id != record.document_id:
            _decide(by, record, source.record, APART, reason)
    linking.settle_around({own.pk, foreign.pk}, by, reason)
    _note(by, "part_sources", foreign.pk, records=[record.pk, from_.pk], reason=reason)
    return ActivitySource.objects.get(record=record).activity


@transaction.atomic
def answer_link(*, by: User, link: RecordLink, same: bool, reason: str) -> Activity:
    """Say whether what the rules proposed is one event; of two people the second is told so.

    Raises what :func:`join` and :func:`part` raise, and ConflictError (RK502) when somebody
    answered since, or another reading changed the proposal.
    """
    rows = RecordLink.objects.select_for_update(of=("self",)).select_related("by")
    current = rows.filter(pk=link.pk).first()
    if current is None or current.state != PROPOSED:
        who = current.by if current and current.by else "?"
        raise ConflictError("RK502", name=link.one.text[:40], user=who)
    if same:
        return join(by=by, one=current.one, other=current.other, reason=reason)
    return part(by=by, record=current.other, from_=current.one, reason=reason)


@transaction.atomic
def take_back_link(*, by: User, link: RecordLink, reason: str) -> Activity:
    """Take back that two records were joined or kept apart; what the rules say holds again.

    Keeping a record apart from several others is one decision, and is taken back as one.
    """
    reason = _reason(reason)
    owners = {_owner(by, record).pk for record in (link.one, link.other)}
    rows = [link]
    if link.state == APART:
        rows = list(RecordLink.objects.filter(state=APART, by=link.by, reason=link.reason))
        rows = [row for row in rows if {row.one_id, row.other_id} & {link.one_id, link.other_id}]
    RecordLink.objects.filter(pk__in=[row.pk for row in rows]).delete()
    linking.settle_around(owners, by, reason)
    kept = ActivitySource.objects.get(record=link.one).activity
    _note(by, "take_back_link", kept.pk, records=[link.one_id, link.other_id], reason=reason)
    return kept


def _locked(by: User, pk: int, version: int) -> Activity:
    current = Activity.objects.select_for_update().get(pk=pk)
    require(by, RIGHT, current)
    if current.version != version:
        latest = current.history.select_related("history_user").first()
        who = latest.history_user if latest and latest.history_user else "?"
        raise ConflictError("RK502", name=current.title, user=who)
    return current


def _owner(by: User, record: SourceRecord) -> Activity:
    """The activity of a record, locked, if ``by`` may correct it."""
    activity = Activity.objects.select_for_update().get(sources__record=record)
    require(by, RIGHT, activity)
    return activity


def _decide(by: User, one: SourceRecord, other: SourceRecord, state: str, reason: str) -> None:
    first, second = sorted((one, other), key=linking.order)
    matched, differed = linking.explain(first, second)
    RecordLink.objects.update_or_create(
        one=first,
        other=second,
        defaults={
            "state": state, "by": by, "reason": reason, "matched": matched, "differed": differed,
        },
    )  # fmt: skip


def _records(activity: Activity) -> list[SourceRecord]:
    rows = activity.sources.select_related("record", "record__document")
    return sorted((row.record for row in rows), key=linking.order)


def _recompose(activity: Activity, by: User, reason: str) -> None:
    rows = activity.sources.select_related("record", "record__document", "activity")
    group = sorted(rows, key=lambda row: linking.order(row.record))
    regrouping.compose([group], by, reason)
    current = group[0].activity
    if current.version == activity.version:  # decided as it was: who else looks at it is told too
        current.version += 1
        note_author(current, by, reason)
        current.save(update_fields=["version", "updated_at"])


def _reason(reason: str) -> str:
    if not reason.strip():
        raise UsageError("RK504")
    return reason.strip()


def _note(by: User, action: str, pk: int, **data: Any) -> None:
    audit.record(actor=by.username, action=action, object_type="activity", object_id=pk, **data)
