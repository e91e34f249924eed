"""Where the sources of one activity disagree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from renkei.apps.documents.models import SourceRecord

COMPARED = ("kind", "category", "mode", "level", "status", "direction", "partners", "start", "end")
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


def _differ(field: str, one: Any, other: Any) -> bool:
    if field in ("start", "end"):
        return not (one.startswith(other) or other.startswith(one))
    if field == "partners":
        return set(one) != set(other)
    if field == "mode" and "phone_or_video" in (one, other):
        return not {one, other} - {"phone_or_video"} <= _MODES
    return bool(one != other)
