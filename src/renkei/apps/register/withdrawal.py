"""Taking the activity of a rejected record out of the register, and bringing it back.

The activity stays in the database with its fields, corrections and history, so that a verdict that
is taken back restores all of it. A rejected record that other sources stood beside gets an activity
of its own for that time; its link to them is found again by the rules or by what people decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import linking, regrouping
from renkei.apps.register.models import Activity, ActivitySource, StudentExchange

REJECTED = "rejected"


def reject(record: SourceRecord, by: User, reason: str) -> None:
    """``record`` counts no more; an activity that only it tells of is withdrawn."""
    StudentExchange.objects.filter(record=record).update(withdrawn=True)
    source = _source(record)
    if source is None:
        return
    others = [row for row in _sources_of(source.activity) if row.pk != source.pk]
    if not others:
        _withdraw(source.activity, by, reason)
        linking.forget(record)
        return
    (alone,) = regrouping.make([[source]], by, REJECTED)
    left, source.activity = source.activity_id, alone
    source.save(update_fields=["activity"])
    linking.forget(record)
    regrouping.compose([[source], others], by, REJECTED)
    _withdraw(alone, by, reason)
    linking.settle_around({left}, by)


def restore(record: SourceRecord, by: User, reason: str) -> None:
    """``record`` counts again, beside the sources that tell of the same event."""
    StudentExchange.objects.filter(record=record).update(withdrawn=False)
    source = _source(record)
    if source is not None and source.activity.withdrawn:
        _bring_back(source.activity, by, reason)
        linking.settle_around({source.activity_id}, by)


def bring_back(activities: Iterable[Activity], by: User, reason: str) -> None:
    """What was rejected is read otherwise now: nobody has rejected that."""
    for activity in activities:
        if activity.withdrawn:
            _bring_back(activity, by, reason)


def _withdraw(activity: Activity, by: User, reason: str) -> None:
    activity.withdrawn = True
    _write(activity, by, reason)


def _bring_back(activity: Activity, by: User, reason: str) -> None:
    activity.withdrawn = False
    _write(activity, by, reason)


def _write(activity: Activity, by: User, reason: str) -> None:
    activity.version += 1
    note_author(activity, by, reason)
    activity.save(update_fields=["withdrawn", "version", "updated_at"])


def _source(record: SourceRecord) -> ActivitySource | None:
    rows = ActivitySource.objects.filter(record=record)
    return rows.select_related("activity", "record", "record__document").first()


def _sources_of(activity: Activity) -> list[ActivitySource]:
    rows = activity.sources.select_related("activity", "record", "record__document")
    return sorted(rows, key=lambda row: linking.order(row.record))
