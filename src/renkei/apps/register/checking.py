"""The activities of the register under check, as one person may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register.selectors import visible_activities
from renkei.core.checks import HOUSE, Finding, Style, Subject, check
from renkei.core.checks.rows import COLUMNS, register_subject, render, row_id
from renkei.core.vocabulary import load


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding and the keys and titles of the activities it is about, the one to change first."""

    finding: Finding
    activities: tuple[tuple[int, str], ...]


def subject(viewer: Viewer, today: date, style: Style = HOUSE) -> Subject:
    """The register as rules look at it."""
    names = [name for name in COLUMNS if name != "partners"]
    rows = visible_activities(viewer).order_by("pk")
    values = rows.values(*names, partners_named=F("partner_codes"))
    given = (row | {"partners": row["partners_named"]} for row in values.iterator(chunk_size=2000))
    return register_subject(render(given, today), load(), style=style)


def findings(viewer: Viewer, today: date) -> Sequence[RowFinding]:
    """What is wrong in the register, gravest first."""
    looked_at = subject(viewer, today)
    failures = [each for each in check(looked_at) if each.outcome in ("fail", "crashed")]
    return [
        RowFinding(
            each,
            tuple(
                (int(row_id(looked_at, place.line)), place.text.rpartition("\t")[2])
                for place in each.places
            ),
        )
        for each in failures
        if each.rule.family == "register"
    ]
