"""Who changed what and when."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import visible_activities

BLOCK = 200
_HIDDEN = {"start_day", "end_day", "version", "touched", "origin"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; "" and None both mean that nothing is there."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Version:
    """One write. ``action`` is "created", "changed" or "deleted"; ``who`` a user name."""

    at: datetime
    who: str
    action: str
    reason: str
    changes: tuple[FieldChange, ...]


_ACTIONS = {"+": "created", "~": "changed", "-": "deleted"}


def versions(viewer: Viewer, activity: Activity) -> list[Version]:
    """The versions of one activity, newest first, each with its difference to the one before.

    A version whose marking was above the viewer's clearance is left out with what it said.
    """
    rows = list(
        activity.history.filter(marking__lte=highest_marking(viewer))
        .select_related("history_user")
        .order_by("history_date", "history_id")
    )
    told = [
        _version(row, _changes(before, row))
        for before, row in zip([None, *rows], rows, strict=False)
    ]
    return told[::-1]


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A write to an activity that is still there and visible."""

    activity: Activity
    at: datetime
    who: str
    action: str
    reason: str


def recent(viewer: Viewer, limit: int = 20, *, by_people: bool = False) -> list[RecentChange]:
    """The latest writes to visible activities, newest first; ``by_people`` leaves readings out."""
    history: QuerySet[Any] = Activity.history.filter(marking__lte=highest_marking(viewer))
    if by_people:
        history = history.filter(touched=True)
    history = history.select_related("history_user").order_by("-history_date", "-history_id")
    rows: list[Any] = []
    # a block of the latest at a time: asking first which of all activities are visible is slower
    for first in itertools.count(0, BLOCK):
        block = list(history[first : first + BLOCK])
        seen = visible_activities(viewer).filter(pk__in={row.id for row in block})
        visible = set(seen.values_list("pk", flat=True))
        rows += [row for row in block if row.id in visible]
        if len(block) < BLOCK or len(rows) >= limit:
            break
    rows = rows[:limit]
    found = Activity.objects.defer("search_text").in_bulk({row.id for row in rows})
    return [
        RecentChange(
            activity=found[row.id],
            at=row.history_date,
            who=_who(row),
            action=_ACTIONS[row.history_type],
            reason=row.history_change_reason or "",
        )
        for row in rows
        if row.id in found
    ]


def _version(row: Any, changes: Iterable[FieldChange]) -> Version:
    return Version(
        at=row.history_date,
        who=_who(row),
        action=_ACTIONS[row.history_type],
        reason=row.history_change_reason or "",
        changes=tuple(changes),
    )


def _who(row: Any) -> str:
    return str(row.history_user) if row.history_user else ""


def _changes(before: Any, after: Any) -> list[FieldChange]:
    if before is None:
        return []
    delta = after.diff_against(before, excluded_fields=_HIDDEN)
    return [FieldChange(change.field, change.old, change.new) for change in delta.changes]
