"""How the sources of an activity came together, and which others may belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.link_models import ConflictDecision, RecordLink
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import activities_of_records


@dataclass(frozen=True, slots=True)
class SeenLink:
    """A link with the record of this activity, the other one, and the activity of the other."""

    link: RecordLink
    here: SourceRecord
    there: SourceRecord
    activity: Activity


def links(viewer: Viewer, records: Sequence[SourceRecord]) -> list[SeenLink]:
    """Links of ``records``, the visible sources of one activity, with other visible records."""
    own = {record.pk: record for record in records}
    cleared = highest_marking(viewer)
    rows = list(
        RecordLink.objects.filter(Q(one__in=own) | Q(other__in=own))
        .filter(one__document__marking__lte=cleared, other__document__marking__lte=cleared)
        .select_related("one__document", "other__document", "by")
        .defer(
            "one__document__text", "one__document__search_text",
            "other__document__text", "other__document__search_text",
        )
    )  # fmt: skip
    found = activities_of_records(viewer, [side for row in rows for side in (row.one, row.other)])
    seen = []
    for row in rows:
        here, there = (row.one, row.other) if row.one_id in own else (row.other, row.one)
        if there.pk in found:
            seen.append(SeenLink(row, own[here.pk], there, found[there.pk]))
    return seen


def decisions(activity: Activity) -> dict[str, ConflictDecision]:
    """What people decided about conflicts of a visible activity, by field."""
    return {row.field: row for row in activity.decisions.select_related("by")}
