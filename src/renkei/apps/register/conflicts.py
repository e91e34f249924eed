"""Where the sources of one activity disagree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.link_models import Conflict
from renkei.apps.register.models import ActivitySource

COMPARED = ("kind", "category", "mode", "level", "status", "direction", "partners", "start", "end")
BATCH = 500
_MODES = {"phone", "video"}


def conflicts_of(records: Sequence[SourceRecord]) -> list[dict[str, Any]]:
    """Fields on which sources differ, each with every value and its evidence.

    A source that does not print a field does not disagree about it; "2020-08" and "2020-08-03"
    agree, and so do "phone_or_video" and either of the two.
    """
    found: list[dict[str, Any]] = []
    for field in COMPARED:
        told = [
            (record.payload[field], record.payload["evidence"])
            for record in records
            if record.payload.get(field) not in (None, "", [])
        ]
        if any(_differ(field, one, other) for (one, _), (other, _) in combinations(told, 2)):
            values = [{"value": value, "evidence": evidence} for value, evidence in told]
            found.append({"field": field, "values": values})
    return found


def note(groups: Collection[Sequence[ActivitySource]]) -> None:
    """Keep the rows of conflicts in step with ``groups``, each all the sources of one activity."""
    wanted = {
        (group[0].activity_id, str(conflict["field"]))
        for group in groups
        for conflict in conflicts_of([source.record for source in group])
    }
    activities = {group[0].activity_id for group in groups}
    stale: list[int] = []
    for some in batches(activities):
        for row in Conflict.objects.filter(activity__in=some):
            if (row.activity_id, row.field) in wanted:
                wanted.discard((row.activity_id, row.field))
            else:
                stale.append(row.pk)
    for some in batches(stale):
        Conflict.objects.filter(pk__in=some).delete()
    Conflict.objects.bulk_create(
        Conflict(activity_id=activity, field=field) for activity, field in sorted(wanted)
    )


def batches(keys: Iterable[int]) -> Iterator[list[int]]:
    """Keys in portions that every database takes as parameters of one query."""
    rows = list(keys)
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def _differ(field: str, one: Any, other: Any) -> bool:
    if field in ("start", "end"):
        return not (one.startswith(other) or other.startswith(one))
    if field == "partners":
        return set(one) != set(other)
    if field == "mode" and "phone_or_video" in (one, other):
        return not {one, other} - {"phone_or_video"} <= _MODES
    return bool(one != other)
