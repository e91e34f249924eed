"""Several sources of one event in words: why they are one, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import link_selectors
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.link_models import APART, JOINED, LINKED, PROPOSED, ConflictDecision
from renkei.apps.register.models import Activity, Partner
from renkei.web.activities.presentation import inferred
from renkei.web.fields import in_words, names_of_fields


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a source tells; ``holds`` for the one in the register, ``notes`` if inferred."""

    words: str
    record: SourceRecord
    holds: bool
    notes: list[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A field on which sources differ, and the decision if there is one."""

    field: str
    name: str
    choices: list[Choice]
    decision: ConflictDecision | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A link in words."""

    seen: link_selectors.SeenLink
    matched: list[str]
    differed: list[str]


def context(
    viewer: Viewer,
    activity: Activity,
    records: Sequence[SourceRecord],
    partners: Mapping[str, Partner],
) -> dict[str, Any]:
    """What the part of the page about several sources shows; nothing of it for a single one."""
    names = names_of_fields()
    told: dict[str, list[Explained]] = {LINKED: [], PROPOSED: [], JOINED: [], APART: []}
    for seen in link_selectors.links(viewer, records):
        words = [
            [names.get(field, field) for field in fields]
            for fields in (seen.link.matched, seen.link.differed)
        ]
        told[seen.link.state].append(Explained(seen, *words))
    together = [*told[LINKED], *told[JOINED]]
    return {
        "questions": questions(activity, records, partners),
        "together": [one for one in together if one.seen.activity.pk == activity.pk],
        "proposed": [one for one in told[PROPOSED] if one.seen.activity.pk != activity.pk],
        "apart": [one for one in told[APART] if one.seen.activity.pk != activity.pk],
    }


def questions(
    activity: Activity, records: Sequence[SourceRecord], partners: Mapping[str, Partner]
) -> list[Question]:
    """The fields on which the visible sources differ."""
    conflicts = conflicts_of(records)
    made = link_selectors.decisions(activity) if conflicts else {}
    names = names_of_fields()
    return [
        Question(
            field,
            names[field],
            [
                Choice(
                    _words(field, record.payload[field], partners),
                    record,
                    _held(activity, field) == record.payload[field],
                    inferred(record, field),
                )
                for record in records
                if record.payload.get(field) not in (None, "", [])
            ],
            made.get(field),
        )
        for field in (str(conflict["field"]) for conflict in conflicts)
    ]


def _held(activity: Activity, field: str) -> Any:
    if field == "partners":
        return [code for code in activity.partner_codes.split(";") if code]
    return getattr(activity, field)


def _words(field: str, value: Any, partners: Mapping[str, Partner]) -> str:
    if field == "partners":
        return "、".join(partners[code].name if code in partners else code for code in value)
    return in_words(field, value)
